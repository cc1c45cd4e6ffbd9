import { compose } from './assembly.js';
import type { FormFault } from './fault.js';
import { faultsOf } from './form-faults.js';
import type { DeclarationForm } from './form.js';
import type { DeclarationSubmission } from './submission.js';

/** What "Ghi nhận" sends, or the errors that keep it from being sent. */
export type Assembled = { readonly ok: true; readonly submission: DeclarationSubmission } | { readonly ok: false; readonly faults: readonly FormFault[] };

/** The declaration this form says, ready to travel (R10). */
export function toSubmission(form: DeclarationForm): Assembled {
  const faults = faultsOf(form).filter((fault) => fault.severity === 'error');
  if (faults.length > 0) return { ok: false, faults };
  // A form without faults composes what the schema takes: a property test holds them together, so that the form need not carry the schema's library.
  return { ok: true, submission: compose(form) as DeclarationSubmission };
}
