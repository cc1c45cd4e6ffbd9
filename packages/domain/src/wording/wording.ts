import type { FieldId } from '../declaration/fields.js';
import type { PhotographKind } from '../declaration/submission.js';
import { FAULT_WORDS_EN } from './fault-words.en.js';
import { FAULT_WORDS_VI } from './fault-words.vi.js';
import type { FaultCode } from './fault-words.js';
import { FIELD_LABELS } from './field-labels.js';
import { NAMES, type NamedCodes } from './names.js';

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
  readonly overrides?: WordOverrides | undefined;
}

const FAULT_WORDS = { vi: FAULT_WORDS_VI, en: FAULT_WORDS_EN } as const;
const UNKNOWN = {
  vi: 'Có điều chưa đúng ở “{field}”. Hãy kiểm tra lại mục này.',
  en: 'Something is not right at “{field}”. Check this entry.',
} as const;
const THIS_FIELD = { vi: 'mục này', en: 'this entry' } as const;

/**
 * The sentence for a fault: what is wrong, at which field, and the way out. A code the kit does not know (a newer gateway's) gets a sentence that still names the field.
 */
export function faultMessage(
  code: string,
  facts: Readonly<Record<string, string | number>>,
  locale: Locale,
  { field, overrides = {} }: FaultMessageOptions = {},
): string {
  const words: Readonly<Record<string, string>> = FAULT_WORDS[locale];
  const template = overrides[`fault.${code}`] ?? (Object.hasOwn(words, code) ? words[code] : undefined) ?? UNKNOWN[locale];
  const label = field ? fieldLabel(field, locale, overrides) : THIS_FIELD[locale];
  const kind = typeof facts['kind'] === 'string' ? codeName('photograph', facts['kind'] as PhotographKind, locale, overrides) : label;
  return filled(template, { ...facts, field: label, kind, Kind: kind.charAt(0).toLocaleUpperCase(locale) + kind.slice(1) });
}

/** Whether the kit has a sentence of its own for the code. */
export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULT_WORDS_VI, code);
}

/** The label of a field, as the forms print it. */
export function fieldLabel(field: FieldId, locale: Locale, overrides: WordOverrides = {}): string {
  return overrides[`field.${field}`] ?? FIELD_LABELS[locale][field];
}

/** The name of a code of a list: `codeName('status', 'approved', 'vi')`. A code the kit does not know is shown as it is. */
export function codeName<List extends keyof NamedCodes>(list: List, code: NamedCodes[List], locale: Locale, overrides: WordOverrides = {}): string {
  const names: Readonly<Record<string, string>> = NAMES[locale][list];
  return overrides[`${list}.${code}`] ?? (Object.hasOwn(names, code) ? names[code] : undefined) ?? code;
}

function filled(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (brace, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : brace));
}
