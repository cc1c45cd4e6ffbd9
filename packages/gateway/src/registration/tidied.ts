import type { DeclarationSubmission } from '@bhxh-kit/domain';
import { normaliseContact } from './contact.js';

/** The declaration as it is kept: letters composed (NFC), a pasted card number shortened to the BHXH number (R18), the phone number beginning with 0. */
export function tidied(submission: DeclarationSubmission): DeclarationSubmission {
  const composed = nfc(submission) as DeclarationSubmission;
  const { guardian } = composed;
  return {
    ...composed,
    bhxhNumber: bhxhDigits(composed.bhxhNumber),
    ...(composed.identityNumber !== undefined && { identityNumber: compact(composed.identityNumber) }),
    ...(guardian && {
      guardian: { identityNumber: compact(guardian.identityNumber), ...(guardian.bhxhNumber !== undefined && { bhxhNumber: bhxhDigits(guardian.bhxhNumber) }) },
    }),
    mobilePhone: normaliseContact(composed.mobilePhone),
  };
}

const compact = (text: string): string => text.replace(/[\s.\-–]/gu, '').toUpperCase();

/** The last 10 characters of a whole card number, else the number itself. */
function bhxhDigits(text: string): string {
  const number = compact(text);
  return /^[A-Z]{2}[1-5]\d{12}$/.test(number) ? number.slice(-10) : number;
}

function nfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) return value.map(nfc);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, nfc(inner)]));
  return value;
}
