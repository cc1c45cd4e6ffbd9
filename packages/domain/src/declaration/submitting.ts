import { compose } from './assembly.js';
import type { FormFault } from './fault.js';
import { faultsOf } from './form-faults.js';
import type { DeclarationForm } from './form.js';
import { DeclarationSubmission } from './submission.js';

/** What "Ghi nhận" sends, or the errors that keep it from being sent. */
export type Assembled = { readonly ok: true; readonly submission: DeclarationSubmission } | { readonly ok: false; readonly faults: readonly FormFault[] };

/** The declaration this form says, ready to travel (R10). */
export function toSubmission(form: DeclarationForm): Assembled {
  const faults = faultsOf(form).filter((fault) => fault.severity === 'error');
  if (faults.length > 0) return { ok: false, faults };
  const parsed = DeclarationSubmission.safeParse(compose(form));
  if (parsed.success) return { ok: true, submission: parsed.data };
  const pointers = parsed.error.issues.map((issue) => issue.path.map((part) => `/${String(part)}`).join(''));
  return { ok: false, faults: [...new Set(pointers)].map((pointer) => ({ pointer, code: 'declaration.shape', facts: {}, severity: 'error' as const })) };
}
