import type { FieldId } from './fields.js';

/** The codes `checkDeclaration` and the form can give; each has words in the catalogue. Codes of parsers stand in the parser's own name: `bhxh-number.length`. */
export const DECLARATION_FAULT_CODES = [
  'required',
  'text.too-long',
  'date.shape',
  'date.unreal',
  'identity.other-birth-year',
  'identity.other-sex',
  'identity.other-number',
  'bhxh-number.kind-not-taken',
  'identity-number.nine-digits-expired',
  'commitment.missing',
  'photograph.missing',
] as const;

/** Codes the first steps of a form where somebody registers themselves never give: of certificates, of children, organisations, adjusting and stopping, of declarations that came back, and of parts no form composes. Their words are loaded later. */
export const LATER_FAULT_CODES = [
  'certificate.incomplete',
  'certificate.order',
  'certificate.expired',
  'date.past',
  'child.guardian-first',
  'child.too-old',
  'child.birth-date-too-vague',
  'birth-date.shape',
  'birth-date.before-1900',
  'date.future',
  'guardian.same-number',
  'guardian.other-account',
  'photograph.uploading',
  'photograph.not-uploaded',
  'changes.none',
  'part.unasked',
  'date.too-far',
  'tax-number.check-digit',
  'declaration.shape',
  'photograph.twice',
  'photograph.unasked',
  'guardian.unasked',
  'child.identity-given',
  'address.other-scheme',
  'address.no-district',
  'address.unit-shape',
  'address.unit-unknown',
  'agency.shape',
  'agency.unknown',
  'choice.unknown',
  'ivan-name.unasked',
  'rule-pack.other',
  'email.taken',
  'email-confirmation.missing',
  'email-confirmation.over',
  'identity-verification.over',
  'correction.look-again',
  'correction.closed',
] as const;
export type LaterFaultCode = (typeof LATER_FAULT_CODES)[number];

export type DeclarationFaultCode = (typeof DECLARATION_FAULT_CODES)[number] | LaterFaultCode;

/**
 * One thing wrong with a declaration. An error stops it, a warning asks the person to look again.
 * `facts` never hold what the person wrote, so a fault is safe to log and to send.
 */
export interface DeclarationFault {
  /** RFC 6901 pointer into the submission. */
  readonly pointer: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly severity: 'error' | 'warning';
}

/** The same as the form shows it: `field` is absent where the form has no field for the pointer. */
export interface FormFault extends DeclarationFault {
  readonly field?: FieldId | undefined;
}

/** A fault that stops the declaration. */
export function error(pointer: string, code: DeclarationFaultCode, facts: DeclarationFault['facts'] = {}): DeclarationFault {
  return { pointer, code, facts, severity: 'error' };
}

/** A fault that asks the person to look again. */
export function warning(pointer: string, code: DeclarationFaultCode, facts: DeclarationFault['facts'] = {}): DeclarationFault {
  return { pointer, code, facts, severity: 'warning' };
}
