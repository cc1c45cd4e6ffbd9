import type { Sex } from '../cards/health-card.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import type { Circumstances } from './circumstances.js';
import type { DeclarationFault } from './fault.js';
import { type FieldId, type TextFieldId, fieldAt, photographField } from './fields.js';
import type { DeclarationPurpose, DeclarationReceipt, PhotographKind, SubjectType } from './submission.js';
import { formatDate } from '../text/formats.js';

/** Steps of the form in their order; which of them apply is said by `stepsOf`. */
export const STEPS = ['subject', 'person', 'adjustment', 'stopping', 'photographs', 'agency', 'review', 'receipt'] as const;
export type StepId = (typeof STEPS)[number];

/** Where a photograph of the form stands. `progress` runs from 0 to 1; `code` is the reason of the upload's failure. */
export type PhotographState =
  | { readonly status: 'uploading'; readonly progress: number }
  | { readonly status: 'failed'; readonly code: string }
  | { readonly status: 'kept'; readonly id: string; readonly key: string };

/** Texts by field. */
export type Answers = Readonly<Partial<Record<TextFieldId, string>>>;

/**
 * The form of Mẫu 01 as a value. Every act on it is a pure function that answers a new form; the element only renders it.
 * Nothing a person wrote is ever dropped: answers of fields that do not apply just now stay, and only what applies is submitted.
 */
export interface DeclarationForm {
  readonly pack: RulePack;
  /** Today in Asia/Ho_Chi_Minh, ISO date. */
  readonly today: string;
  readonly locale: 'vi' | 'en';
  readonly purpose: DeclarationPurpose;
  readonly subject: SubjectType | undefined;
  readonly step: StepId;
  /** What the person typed or chose, letter by letter. */
  readonly answers: Answers;
  /** The tidy form of an answer, where leaving the field made one that differs (`normaliseAnswer`). */
  readonly tidied: Answers;
  readonly photographs: Readonly<Partial<Record<PhotographKind, PhotographState>>>;
  /** Fields a scan filled and the person has not changed since. */
  readonly scanned: readonly TextFieldId[];
  /** What a scanned paper says of the declarant and the form does not ask; the personal ID is compared with it. */
  readonly holder?: { readonly sex?: Sex | undefined; readonly birthDate?: string | undefined } | undefined;
  readonly circumstances: Circumstances;
  /** Of the rejected declaration that this form corrects (`correctedForm`). */
  readonly correctionKey?: string | undefined;
  /** What the gateway said, until the field is answered anew. */
  readonly serverFaults: readonly DeclarationFault[];
  readonly receipt?: DeclarationReceipt | undefined;
}

/** What a form begins with. */
export interface NewForm {
  readonly pack: RulePack;
  readonly today: string;
  readonly locale?: 'vi' | 'en';
  readonly purpose?: DeclarationPurpose;
  readonly subject?: SubjectType;
  readonly circumstances?: Circumstances;
}

/** An empty form. Only what is no statement of the person is chosen ahead: the portal as the place of transactions and today as the first day. */
export function createDeclarationForm({ pack, today, locale = 'vi', purpose = 'register', subject, circumstances = {} }: NewForm): DeclarationForm {
  return {
    pack,
    today,
    locale,
    purpose,
    subject,
    step: 'subject',
    answers: { transactAt: 'portal', startDate: formatDate(today) },
    tidied: {},
    photographs: {},
    scanned: [],
    circumstances,
    serverFaults: [],
  };
}

/** What a field shows: the tidy form of the answer, or the answer as it was typed. */
export function textOf(form: DeclarationForm, field: TextFieldId): string {
  return form.tidied[field] ?? form.answers[field] ?? '';
}

/**
 * The form with one answer changed. `text` is kept as it is; a tick is `yes` or empty, a choice its code.
 * A new province empties the district and commune below it, because a unit belongs to one parent.
 */
export function answer(form: DeclarationForm, field: TextFieldId, text: string): DeclarationForm {
  if (form.answers[field] === text && form.tidied[field] === undefined) return form;
  const changed = [field, ...(text === textOf(form, field) ? [] : (BELOW[field] ?? []))];
  const answers = { ...form.answers, [field]: text };
  for (const below of changed.slice(1)) delete answers[below];
  return {
    ...form,
    answers,
    tidied: without(form.tidied, changed),
    scanned: form.scanned.filter((scanned) => !changed.includes(scanned)),
    serverFaults: unsaid(form, changed),
  };
}

/**
 * The form for another purpose (R2). Answers stay: what the other purpose is not asked is kept and not submitted. What other purposes than registering ask must be
 * known first (`knowRules`).
 */
export function choosePurpose(form: DeclarationForm, purpose: DeclarationPurpose): DeclarationForm {
  return { ...form, purpose, serverFaults: unsaid(form, ['purpose']) };
}

/** The form for another subject. Answers stay: what the other subject is not asked is kept and not submitted. */
export function chooseSubject(form: DeclarationForm, subject: SubjectType): DeclarationForm {
  return { ...form, subject, serverFaults: unsaid(form, ['subject']) };
}

/** The form with a photograph's new state, or without that photograph. */
export function photographAnswered(form: DeclarationForm, kind: PhotographKind, state: PhotographState | undefined): DeclarationForm {
  const { [kind]: _, ...others } = form.photographs;
  return { ...form, photographs: state ? { ...others, [kind]: state } : others, serverFaults: unsaid(form, [photographField(kind)]) };
}

/** The form under other circumstances: a session began or ended, the language changed. What the gateway said of the subject was said of the session before (R16). */
export function underCircumstances(
  form: DeclarationForm,
  { locale = form.locale, circumstances = form.circumstances }: Pick<NewForm, 'locale' | 'circumstances'>,
): DeclarationForm {
  return { ...form, locale, circumstances, serverFaults: unsaid(form, ['subject']) };
}

/** The form on another day. A first day that was chosen ahead, not by the person, moves along, because a day that has passed is refused. */
export function onDay(form: DeclarationForm, today: string): DeclarationForm {
  const chosenAhead = form.answers.startDate === formatDate(form.today);
  return { ...form, today, answers: chosenAhead ? { ...form.answers, startDate: formatDate(today) } : form.answers };
}

/**
 * The form under another rule pack. What still applies is kept; the place of an address is not, where the map of administrative units is another one,
 * because codes were reused with a new meaning.
 */
export function underPack(form: DeclarationForm, pack: RulePack): DeclarationForm {
  if (pack.addressScheme === form.pack.addressScheme) return { ...form, pack };
  const places = ['province', 'district', 'commune'] as const;
  const step = STEPS.indexOf(form.step) > STEPS.indexOf('person') && form.step !== 'receipt' ? 'person' : form.step;
  return { ...form, pack, step, answers: without(form.answers, places), tidied: without(form.tidied, places), serverFaults: unsaid(form, places) };
}

/** The form after "Ghi nhận": the last step, with what the gateway answered. */
export function received(form: DeclarationForm, receipt: DeclarationReceipt): DeclarationForm {
  return { ...form, step: 'receipt', receipt, serverFaults: [] };
}

/** The form with what the gateway found. Faults of fields stand until the field is answered anew. */
export function applyServerFaults(form: DeclarationForm, faults: readonly DeclarationFault[]): DeclarationForm {
  return { ...form, serverFaults: faults };
}

/** The kinds of the photographs that will be submitted, in that order. */
export function keptPhotographs(form: DeclarationForm, kinds: readonly PhotographKind[]): readonly PhotographKind[] {
  return kinds.filter((kind) => form.photographs[kind]?.status === 'kept');
}

const BELOW: Partial<Record<TextFieldId, readonly TextFieldId[]>> = { province: ['district', 'commune'], district: ['commune'] };

function without(answers: Answers, fields: readonly TextFieldId[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => !fields.includes(field as TextFieldId)));
}

function unsaid(form: DeclarationForm, fields: readonly FieldId[]): readonly DeclarationFault[] {
  const kinds = Object.keys(form.photographs) as PhotographKind[];
  return form.serverFaults.filter((fault) => {
    const field = fieldAt(fault.pointer, kinds, fault.facts['kind'] as PhotographKind | undefined);
    return !field || !fields.includes(field);
  });
}
