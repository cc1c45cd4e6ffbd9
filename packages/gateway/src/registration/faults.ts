import type { DeclarationFault, DeclarationFaultCode } from '@bhxh-kit/domain';
import { Refusal } from '../http/refusal.js';

/** What only the gateway finds of a declaration. */
export const faultAt = (pointer: string, code: DeclarationFaultCode, facts: DeclarationFault['facts'] = {}): DeclarationFault => ({
  pointer,
  code,
  facts,
  severity: 'error',
});

/** Refuses a declaration that has faults, and names them all. */
export function refuseFaults(faults: readonly DeclarationFault[]): void {
  if (faults.length > 0)
    throw new Refusal('declaration.invalid', { fieldErrors: faults.map(({ pointer, code, facts }) => ({ pointer, code, facts: { ...facts } })) });
}
