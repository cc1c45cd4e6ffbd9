import { formatDate, parseDate } from '../text/formats.js';
import { normaliseText } from '../text/normalise.js';
import type { TextFieldId } from './fields.js';
import { type DeclarationForm, textOf } from './form.js';
import { knownRules } from './known-rules.js';
import { type ReadingResult, readBhxhNumber, readEmail, readIdentityNumber, readName, readPhone } from './readings.js';

const READERS: Partial<Record<TextFieldId, (text: string) => ReadingResult>> = {
  fullName: readName,
  bhxhNumber: readBhxhNumber,
  identityNumber: readIdentityNumber,
  guardianBhxhNumber: readBhxhNumber,
  guardianIdentityNumber: readIdentityNumber,
  contactName: readName,
  mobilePhone: readPhone,
  email: readEmail,
};

const DATES: readonly TextFieldId[] = ['birthDate', 'startDate', 'certificateValidFrom', 'certificateValidTo', 'stopDate'];

/** The answer of a field as it travels: understood where a parser understands it, else only cleaned of stray spaces and decomposed letters. */
export function wireText(form: DeclarationForm, field: TextFieldId): string {
  const text = normaliseText(form.answers[field] ?? '');
  if (DATES.includes(field)) {
    const date = parseDate(text, { partial: field === 'birthDate' });
    return date.ok ? date.value : text;
  }
  const { readers } = knownRules().subjects[form.subject ?? 'individual'] ?? {};
  const reading = (readers?.[field] ?? READERS[field])?.(text);
  return reading?.ok ? reading.value.wire : text;
}

/**
 * The form after a person left a field: a pasted card number shows its mã số BHXH (R18), `+84` shows `0`, `1/2/2010` shows `01/02/2010`, letters are composed.
 * What was typed stays in `answers`; an answer nobody understands is shown as it was typed.
 */
export function normaliseAnswer(form: DeclarationForm, field: TextFieldId): DeclarationForm {
  const shown = DATES.includes(field) ? formatDate(wireText(form, field)) : wireText(form, field);
  if (shown === textOf(form, field)) return form;
  return { ...form, tidied: { ...form.tidied, [field]: shown } };
}
