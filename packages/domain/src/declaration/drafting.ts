import type { rulePack } from '../rule-packs/packs.js';
import type { DeclarationDraft } from './draft.js';
import type { DeclarationForm, onDay, underPack } from './form.js';
import type { PhotographKind } from './submission.js';

/** The shape of a draft; another shape takes another number. */
export const DRAFT_VERSION = 1;

/** What gives a form its rules and its day. Lent and not imported: a page that loads drafts later has these already, and a bundler that splits would cut them off. */
export interface FormTurns {
  readonly rulePack: typeof rulePack;
  readonly onDay: typeof onDay;
  readonly underPack: typeof underPack;
}

/** The draft of a form, good until `expiresAt` (milliseconds). A form that was received leaves no draft. */
export function toDraft(form: DeclarationForm, expiresAt: number): DeclarationDraft | undefined {
  if (form.step === 'receipt') return undefined;
  const { pack, today, locale, purpose, subject, step, answers, tidied, scanned, holder } = form;
  const photographs: DeclarationDraft['photographs'] = {};
  for (const [kind, photograph] of Object.entries(form.photographs)) if (photograph.status === 'kept') photographs[kind as PhotographKind] = photograph;
  return {
    version: DRAFT_VERSION,
    expiresAt,
    rulePack: pack.id,
    today,
    locale,
    purpose,
    ...(subject && { subject }),
    step,
    answers: { ...answers },
    tidied: { ...tidied },
    photographs,
    scanned: [...scanned],
    ...(holder && { holder }),
  };
}

/** The form of a draft that `toDraft` made, under the rules and on the day of `now`, an empty form: what still applies is kept. */
export function formOfDraft(draft: DeclarationDraft, now: DeclarationForm, { rulePack, onDay, underPack }: FormTurns): DeclarationForm {
  const { version: _, expiresAt: __, rulePack: id, subject, holder, ...kept } = draft;
  const then: DeclarationForm = { ...now, ...kept, subject, ...(holder && { holder }), pack: rulePack(id) };
  return underPack(onDay(then, now.today), now.pack);
}
