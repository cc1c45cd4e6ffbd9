import type { FieldId } from '../declaration/fields.js';
import type { PhotographKind, SubjectType } from '../declaration/submission.js';
import type { FaultCode } from './fault-words.js';
import type { Language } from './language.js';
import type { NamedCodes } from './names.js';
import { VIETNAMESE } from './vietnamese.js';

export type { FaultCode, FaultWords } from './fault-words.js';
export type { NamedCodes, Names } from './names.js';

/** The languages the kit speaks. */
export type Locale = 'vi' | 'en';

/** A host's own words by key: `fault.<code>`, `field.<field>`, `<list>.<code>` (`status.approved`). Braces work as in the kit's own. */
export type WordOverrides = Readonly<Record<string, string>>;

/** What a sentence may need besides the fault. */
export interface FaultMessageOptions {
  /** The field at fault, for its label. */
  readonly field?: FieldId | undefined;
  /** Whose declaration it is: an organisation's fields have labels of their own (R1). */
  readonly subject?: SubjectType | undefined;
  readonly overrides?: WordOverrides | undefined;
}

let english: Language | undefined;
let vietnamese = VIETNAMESE;

/** Fetches the English words, of which pages in Vietnamese have no need. Until it is fulfilled English is said in Vietnamese; it rejects when they cannot be loaded. */
export async function loadEnglish(): Promise<void> {
  english ??= (await import('./english.js')).ENGLISH;
}

/**
 * Fetches the Vietnamese words the first steps of a form never say where somebody registers themselves by hand: of certificates, children, organisations, adjusting and stopping (`knowRules` brings their rules), of
 * card numbers, scans, numbers and drafts, and of faults that only a gateway finds. Until it is fulfilled their faults get the sentence of an unknown code and their fields the field's own name; it
 * rejects when they cannot be loaded. English holds them from the start.
 */
export async function loadEveryWord(): Promise<void> {
  if (vietnamese !== VIETNAMESE) return;
  const { LATER_FAULT_WORDS_VI, LATER_FIELD_LABELS_VI } = await import('./later-words.vi.js');
  vietnamese = { ...VIETNAMESE, faults: { ...VIETNAMESE.faults, ...LATER_FAULT_WORDS_VI }, labels: { ...VIETNAMESE.labels, ...LATER_FIELD_LABELS_VI } };
}

const languageOf = (locale: Locale): Language => (locale === 'en' && english) || vietnamese;

/**
 * The sentence for a fault: what is wrong, at which field, and the way out. For English, `loadEnglish` must be done. A code the kit does not know (a newer gateway's) gets a sentence that still names the field.
 */
export function faultMessage(
  code: string,
  facts: Readonly<Record<string, string | number>>,
  locale: Locale,
  { field, subject, overrides = {} }: FaultMessageOptions = {},
): string {
  const { faults, unknown, thisField } = languageOf(locale);
  const words: Readonly<Record<string, string>> = faults;
  const template = overrides[`fault.${code}`] ?? (Object.hasOwn(words, code) ? words[code] : undefined) ?? unknown;
  const label = field ? fieldLabel(field, locale, overrides, subject) : thisField;
  const kind = typeof facts['kind'] === 'string' ? codeName('photograph', facts['kind'] as PhotographKind, locale, overrides) : label;
  return filled(template, { ...facts, field: label, kind, Kind: kind.charAt(0).toLocaleUpperCase(locale) + kind.slice(1) });
}

/** Whether the kit has a sentence of its own for the code. */
export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(vietnamese.faults, code);
}

/** The label of a field, as the forms print it; of an organisation's in its own words. A host overrides `field.<field>`, or `field.<field>.<subject>`. */
export function fieldLabel(field: FieldId, locale: Locale, overrides: WordOverrides = {}, subject?: SubjectType): string {
  const labels: Readonly<Record<string, string>> = languageOf(locale).labels;
  const own = `${field}.${subject ?? ''}`;
  return overrides[`field.${own}`] ?? labels[own] ?? overrides[`field.${field}`] ?? labels[field] ?? field;
}

/** The name of a code of a list: `codeName('status', 'approved', 'vi')`. A code the kit does not know is shown as it is. */
export function codeName<List extends keyof NamedCodes>(list: List, code: NamedCodes[List], locale: Locale, overrides: WordOverrides = {}): string {
  const names: Readonly<Record<string, string>> = languageOf(locale).names[list];
  return overrides[`${list}.${code}`] ?? (Object.hasOwn(names, code) ? names[code] : undefined) ?? code;
}

function filled(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (brace, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : brace));
}
