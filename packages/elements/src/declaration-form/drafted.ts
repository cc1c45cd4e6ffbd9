import type { DeclarationDraft, DeclarationForm, PhotographKind } from '@bhxh-kit/domain';
// By its own file: through the first entry a bundler that splits would cut the form's rules off into a chunk of their own.
import { DRAFT_VERSION, formOfDraft, toDraft } from '@bhxh-kit/domain/declaration/drafting.js';
import type { CheckTools } from './check-tools.js';
import type { FormSession } from './form-session.js';
import type { Attempt } from './submission-attempt.js';
import { wasSent } from './submission-attempt.js';

/** How long a gateway can tell that it took a declaration: it keeps answers by their key for 24 hours, and clocks differ. */
const ANSWERED_FOR = 23 * 3_600_000;

/** What is kept of a filling, beside its pictures. */
export interface Drafted {
  readonly draft: DeclarationDraft;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** What was sent without an answer; `unchanged` while the form still says the same. */
  readonly attempt?: Pick<Attempt, 'key' | 'body' | 'sentAt'> & { readonly unchanged: boolean };
  /** The identity was proven (R15). The proof itself is not kept: whoever opens the draft could file with it in the place of photographs. */
  readonly proven?: true;
}

/** What is to be said of a form that was taken up again. */
export type DraftRemark = 'draftRules' | 'draftPlaces' | 'draftProof' | 'draftSent' | 'draftSentLongAgo';

/** A draft as a form of today. */
export interface Reopened {
  readonly form: DeclarationForm;
  readonly remarks: readonly DraftRemark[];
  readonly attempt?: Attempt;
}

/** The filling as it is kept; nothing once it was received. */
export function drafted(session: FormSession, now: number, expiresAt: number, { toSubmission }: CheckTools): Drafted | undefined {
  const draft = toDraft(session.form, expiresAt);
  if (!draft) return undefined;
  const { attempt, proof } = session;
  const kept: Drafted = { draft, savedAt: now, ...(proof && { proven: true }) };
  if (!attempt) return kept;
  const { key, body, sentAt } = attempt;
  // What was sent with a proof cannot go again without it: then only that it was sent is kept.
  if (body.includes('"identityVerification"')) return { ...kept, attempt: { key, body: '', sentAt, unchanged: false } };
  const assembled = toSubmission(session.form);
  return { ...kept, attempt: { key, body, sentAt, unchanged: assembled.ok && wasSent(session, assembled.submission) } };
}

/**
 * The form of a draft under the rules of today, or nothing where it is too old or nobody can read it. A picture whose upload was cut off is there and waits to be sent.
 * A declaration that was sent without an answer goes under its old key while the form says the same, even where day or language changed meanwhile.
 */
export function reopened(
  kept: Drafted,
  pictures: ReadonlyMap<PhotographKind, Blob>,
  around: DeclarationForm,
  now: number,
  tools: CheckTools,
): Reopened | undefined {
  const { version, expiresAt, rulePack } = kept.draft;
  // The seal says that this kit wrote it, not which version of it.
  if (version !== DRAFT_VERSION || expiresAt <= now || !tools.rulePack(rulePack)) return undefined;
  const opened = formOfDraft(kept.draft, { ...around, serverFaults: [] }, tools);
  const form: DeclarationForm = { ...opened, locale: around.locale, photographs: { ...cutOff(pictures), ...opened.photographs } };
  const remarks: DraftRemark[] = [];
  if (rulePack !== around.pack.id) remarks.push('draftRules');
  if (kept.draft.answers.province && !form.answers.province) remarks.push('draftPlaces');
  if (kept.proven) remarks.push('draftProof');
  if (!kept.attempt) return { form, remarks };
  const { key, body, sentAt, unchanged } = kept.attempt;
  const assembled = unchanged && now - sentAt < ANSWERED_FOR ? tools.toSubmission(form) : undefined;
  // Empty, it is no declaration that can go again under its key, but still one that may have been recorded.
  const declaration = assembled?.ok ? JSON.stringify(assembled.submission) : '';
  return { form, remarks: [...remarks, declaration ? 'draftSent' : 'draftSentLongAgo'], attempt: { key, body, sentAt, declaration } };
}

function cutOff(pictures: ReadonlyMap<PhotographKind, Blob>): DeclarationForm['photographs'] {
  return Object.fromEntries([...pictures.keys()].map((kind) => [kind, { status: 'failed', code: 'upload.interrupted' }]));
}

/** The pictures that are to be written anew, and as `undefined` those that are gone. */
export function changedSince(before: ReadonlyMap<PhotographKind, Blob>, now: ReadonlyMap<PhotographKind, Blob>): ReadonlyMap<PhotographKind, Blob | undefined> {
  const kinds = new Set([...before.keys(), ...now.keys()]);
  return new Map([...kinds].filter((kind) => before.get(kind) !== now.get(kind)).map((kind) => [kind, now.get(kind)]));
}
