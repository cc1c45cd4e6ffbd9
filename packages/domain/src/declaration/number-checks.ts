import type { CheckContext } from './check-context.js';
import { type DeclarationFault, error, warning } from './fault.js';
import { type Reading, type ReadingResult, readBhxhNumber, readIdentityNumber } from './readings.js';

/** What a parser says of a required text: its fault as one of the declaration, without the text. */
export function checkRead(pointer: string, text: string | undefined, read: (text: string) => ReadingResult): readonly DeclarationFault[] {
  if (!text?.trim()) return [error(pointer, 'required')];
  const reading = read(text);
  return reading.ok ? [] : [{ pointer, code: reading.code, facts: reading.facts, severity: 'error' }];
}

/** Mã số BHXH of one of the kinds the pack takes. */
export function checkBhxhNumber(pointer: string, text: string | undefined, { pack }: CheckContext): readonly DeclarationFault[] {
  const faults = checkRead(pointer, text, readBhxhNumber);
  const reading = readBhxhNumber(text ?? '');
  if (faults.length > 0 || !reading.ok) return faults;
  const taken: readonly string[] = pack.bhxhNumberKinds;
  return taken.includes(reading.value.kind ?? '') ? [] : [error(pointer, 'bhxh-number.kind-not-taken', { digits: 10 })];
}

/** Số CMND/HC/CC of a kind the pack takes: a 9-digit CMND only where it is still accepted. */
export function checkIdentityNumber(pointer: string, text: string | undefined, { pack }: CheckContext): readonly DeclarationFault[] {
  const faults = checkRead(pointer, text, readIdentityNumber);
  const reading = readIdentityNumber(text ?? '');
  if (faults.length > 0 || !reading.ok) return faults;
  return reading.value.kind === 'cmnd' && !pack.acceptsNineDigitIdentity ? [error(pointer, 'identity-number.nine-digits-expired')] : [];
}

/** What a personal ID tells of its holder against what is known otherwise: to look at again, not to refuse, because registers hold errors (identifiers §4). */
export function compareWithHolder(pointer: string, reading: Reading, birthDate: string | undefined, context: CheckContext): readonly DeclarationFault[] {
  const { sex } = context;
  const born = birthDate || context.birthDate || '';
  const otherYear = reading.birthYear !== undefined && /^\d{4}/.test(born) && Number(born.slice(0, 4)) !== reading.birthYear;
  const otherSex = reading.sex !== undefined && sex !== undefined && sex !== reading.sex;
  return [...(otherYear ? [warning(pointer, 'identity.other-birth-year')] : []), ...(otherSex ? [warning(pointer, 'identity.other-sex')] : [])];
}
