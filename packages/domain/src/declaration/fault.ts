import type { FieldId } from './fields.js';

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
