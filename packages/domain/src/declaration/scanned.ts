import type { Sex } from '../cards/health-card.js';
import { ageOn } from '../dates/calendar.js';
import { formatDate, parseDate } from '../text/formats.js';
import type { TextFieldId } from './fields.js';
import { type DeclarationForm, answer, textOf } from './form.js';
import { type ReadingResult, readBhxhNumber, readIdentityNumber, readName } from './readings.js';

/** What a scanned paper says about its holder. Dates are partial ISO dates. */
export interface ScannedPaper {
  readonly paper: 'health-card' | 'personal-id';
  readonly fullName?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly sex?: Sex | undefined;
  /** Of a BHYT card: the number on it, 10 or 15 characters. */
  readonly cardNumber?: string | undefined;
  /** Of a CCCD or căn cước: its 12 digits. */
  readonly personalId?: string | undefined;
}

/** A field where the paper says something else than the person; `text` as the field would show it. */
export interface Differing {
  readonly field: TextFieldId;
  readonly text: string;
}

/** A form after a scan: whose paper it was taken for, which fields it filled, which it found as the paper says, and which it left alone because the person had answered otherwise. */
export interface Filled {
  readonly form: DeclarationForm;
  readonly holder: PaperHolder;
  readonly filled: readonly TextFieldId[];
  readonly same: readonly TextFieldId[];
  readonly differing: readonly Differing[];
}

/** Whose paper it is to this form. */
export type PaperHolder = 'declarant' | 'guardian' | 'representative';

/**
 * R19: fills from a scanned paper what the person left empty, or what an earlier scan filled. What the person wrote stays: `differing` tells where the paper says
 * something else, and `takeFromPaper` takes it where they want so. Of the declarant also sex and birth date are kept, to be compared with the personal ID.
 */
export function fillFromPaper(form: DeclarationForm, paper: ScannedPaper): Filled {
  const holder = holderOf(form, paper);
  const start: Filled = { form: holder === 'declarant' ? { ...form, holder: known(paper) } : form, holder, filled: [], same: [], differing: [] };
  return Object.entries(ANSWERS[holder](form, paper)).reduce((so, [field, text]) => (text ? fill(so, field as TextFieldId, text) : so), start);
}

/** The form with what the paper says in one field, marked as read, whatever stood there. */
export function takeFromPaper(form: DeclarationForm, { field, text }: Differing): DeclarationForm {
  const next = answer(form, field, text);
  return { ...next, scanned: [...next.scanned.filter((other) => other !== field), field] };
}

/**
 * In an organisation's form a paper can only be its legal representative's. In a child's form the holder's age tells: children have a căn cước since 2024, and a guardian has a
 * health card too. Where no age is known, a health card is the child's and an identity paper the guardian's.
 */
function holderOf({ subject, pack, today }: DeclarationForm, { paper, birthDate }: ScannedPaper): PaperHolder {
  if (subject === 'organisation') return 'representative';
  if (subject !== 'child') return 'declarant';
  if (!birthDate || birthDate > today) return paper === 'personal-id' ? 'guardian' : 'declarant';
  return ageOn(birthDate, today).least < pack.childBelowAge ? 'declarant' : 'guardian';
}

function known({ sex, birthDate }: ScannedPaper): DeclarationForm['holder'] {
  return { ...(sex && { sex }), ...(birthDate && { birthDate }) };
}

type PaperAnswers = Partial<Record<TextFieldId, string | undefined>>;

const ANSWERS: Readonly<Record<PaperHolder, (form: DeclarationForm, paper: ScannedPaper) => PaperAnswers>> = {
  declarant: ({ pack, subject }, { fullName, birthDate, cardNumber, personalId }) => {
    const idIsNumber = pack.bhxhNumberKinds[0] === 'personal-id';
    const number = { fullName, bhxhNumber: cardNumber ?? (idIsNumber ? personalId : undefined) };
    return subject === 'child'
      ? { ...number, birthDate: birthDate && formatDate(birthDate) }
      : { ...number, identityNumber: personalId, contactName: fullName };
  },
  guardian: (_, { fullName, cardNumber, personalId }) => ({ guardianBhxhNumber: cardNumber, guardianIdentityNumber: personalId, contactName: fullName }),
  // Its own name is no person's; a card's number says nothing of it.
  representative: (_, { paper, fullName }) => (paper === 'personal-id' ? { contactName: fullName } : {}),
};

function fill(so: Filled, field: TextFieldId, said: string): Filled {
  const { form, filled, same, differing } = so;
  const text = understood(field, said);
  const present = textOf(form, field).trim();
  if (!present || form.scanned.includes(field)) return { ...so, form: takeFromPaper(form, { field, text }), filled: [...filled, field] };
  const alike = understood(field, present).toLocaleLowerCase('vi') === text.toLocaleLowerCase('vi');
  return alike ? { ...so, same: [...same, field] } : { ...so, differing: [...differing, { field, text }] };
}

const READERS: Partial<Record<TextFieldId, (text: string) => ReadingResult>> = {
  fullName: readName,
  contactName: readName,
  bhxhNumber: readBhxhNumber,
  guardianBhxhNumber: readBhxhNumber,
  identityNumber: readIdentityNumber,
  guardianIdentityNumber: readIdentityNumber,
};

/** A text as its field shows it once left; one nobody understands as it is. */
function understood(field: TextFieldId, text: string): string {
  if (field === 'birthDate') {
    const date = parseDate(text, { partial: true });
    return date.ok ? formatDate(date.value) : text;
  }
  const reading = READERS[field]?.(text);
  return reading?.ok ? reading.value.wire : text;
}
