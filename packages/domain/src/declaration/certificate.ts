import type { Field } from './asked-fields.js';
import type { CheckContext } from './check-context.js';
import { checkDay } from './date-checks.js';
import { type DeclarationFault, type DeclarationFaultCode, error } from './fault.js';
import type { Texts } from './rules.js';
import { checkText } from './text-checks.js';
import type { UncheckedDeclaration } from './unchecked.js';

const FIELDS = ['certificateSerial', 'certificateIssuer', 'certificateValidFrom', 'certificateValidTo'] as const;

/** Chứng thư số: the four fields of the block. */
export function certificateFields(required: boolean): readonly Field[] {
  return FIELDS.map((id) => ({ id, answeredBy: id.includes('Valid') ? 'date' : 'text', required }));
}

/** The block as it travels; nothing where all of it is empty. */
export function certificateOf(text: Texts): UncheckedDeclaration['certificate'] {
  const [serial = '', issuer = '', validFrom = '', validTo = ''] = FIELDS.map(text);
  return serial || issuer || validFrom || validTo ? { serial, issuer, validFrom, validTo } : undefined;
}

/** R3: the whole block, or nothing where none must be given. One that has ended is of no use for e-transactions. */
export function checkCertificate(certificate: UncheckedDeclaration['certificate'], { today }: CheckContext, required: boolean): readonly DeclarationFault[] {
  if (!certificate && !required) return [];
  const { serial = '', issuer = '', validFrom = '', validTo = '' } = certificate ?? {};
  const parts = {
    serial: checkText('/certificate/serial', serial, 64),
    issuer: checkText('/certificate/issuer', issuer, 200),
    validFrom: checkDay('/certificate/validFrom', validFrom),
    validTo: checkDay('/certificate/validTo', validTo),
  };
  const faults = Object.values(parts)
    .flat()
    .map((fault) => (fault.code === 'required' && !required ? { ...fault, code: 'certificate.incomplete' satisfies DeclarationFaultCode } : fault));
  if (parts.validFrom.length > 0 || parts.validTo.length > 0) return faults;
  if (validTo < validFrom) return [...faults, error('/certificate/validTo', 'certificate.order')];
  return validTo < today ? [...faults, error('/certificate/validTo', 'certificate.expired')] : faults;
}
