import type { CheckContext } from './checks.js';
import { checkDay } from './date-checks.js';
import { type DeclarationFault, type DeclarationFaultCode, error } from './fault.js';
import { HAND_INS } from './choices.js';
import { checkText } from './text-checks.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** R3, R6–R8: where the declaration goes and how, from which day, with which certificate, and the commitment. */
export function checkAgency(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  return [
    ...checkAgencyCode(declaration.agencyCode ?? '', context),
    ...checkChoice('/handIn', declaration.handIn, HAND_INS),
    ...checkTransactAt(declaration.transactAt ?? {}),
    ...checkStart(declaration.startDate ?? '', context),
    ...checkCertificate(declaration.certificate, context),
    ...(declaration.commitment === true ? [] : [error('/commitment', 'commitment.missing')]),
  ];
}

function checkAgencyCode(code: string, { agencyExists }: CheckContext): readonly DeclarationFault[] {
  if (!code) return [error('/agencyCode', 'required')];
  if (!/^\d{3}(\d{2})?$/.test(code)) return [error('/agencyCode', 'agency.shape')];
  return agencyExists?.(code) === false ? [error('/agencyCode', 'agency.unknown')] : [];
}

function checkTransactAt({ kind, name }: NonNullable<UncheckedDeclaration['transactAt']>): readonly DeclarationFault[] {
  const choice = checkChoice('/transactAt/kind', kind, ['portal', 'ivan']);
  if (choice.length > 0) return choice;
  if (kind === 'ivan') return checkText('/transactAt/name', name, 200);
  return name ? [error('/transactAt/name', 'ivan-name.unasked')] : [];
}

function checkStart(day: string, { today }: CheckContext): readonly DeclarationFault[] {
  const faults = checkDay('/startDate', day);
  return faults.length === 0 && day < today ? [error('/startDate', 'date.past')] : faults;
}

/** R3: the whole block or nothing; a certificate that ends before the first day of e-transactions is of no use for them. */
function checkCertificate(certificate: UncheckedDeclaration['certificate'], { today }: CheckContext): readonly DeclarationFault[] {
  if (!certificate) return [];
  const { serial = '', issuer = '', validFrom = '', validTo = '' } = certificate;
  const parts = {
    serial: checkText('/certificate/serial', serial, 64),
    issuer: checkText('/certificate/issuer', issuer, 200),
    validFrom: checkDay('/certificate/validFrom', validFrom),
    validTo: checkDay('/certificate/validTo', validTo),
  };
  const faults = Object.values(parts)
    .flat()
    .map((fault) => (fault.code === 'required' ? { ...fault, code: 'certificate.incomplete' satisfies DeclarationFaultCode } : fault));
  if (parts.validFrom.length > 0 || parts.validTo.length > 0) return faults;
  if (validTo < validFrom) return [...faults, error('/certificate/validTo', 'certificate.order')];
  return validTo < today ? [...faults, error('/certificate/validTo', 'certificate.expired')] : faults;
}

function checkChoice(pointer: string, choice: string | undefined, options: readonly string[]): readonly DeclarationFault[] {
  if (!choice) return [error(pointer, 'required')];
  return options.includes(choice) ? [] : [error(pointer, 'choice.unknown')];
}
