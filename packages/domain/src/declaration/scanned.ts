import type { Sex } from '../cards/health-card.js';
import type { TextFieldId } from './fields.js';
import { type DeclarationForm, answer } from './form.js';
import { normaliseAnswer, wireText } from './normalise.js';
import { formatDate } from '../text/formats.js';

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

/** A form after a scan: which fields it filled, and which it left alone because the person had answered otherwise. */
export interface Filled {
  readonly form: DeclarationForm;
  readonly filled: readonly TextFieldId[];
  readonly kept: readonly TextFieldId[];
}

/**
 * R19: fills from a scanned paper what the person left empty, or what an earlier scan filled. In a child's form an identity paper is the guardian's; no person's
 * paper says anything of an organisation.
 * What the person wrote stays: `kept` names the fields where the paper says something else.
 */
export function fillFromPaper(form: DeclarationForm, paper: ScannedPaper): Filled {
  if (form.subject === 'organisation') return { form, filled: [], kept: [] };
  const guardians = form.subject === 'child' && paper.paper === 'personal-id';
  const start: Filled = { form: guardians || !paper.sex ? form : { ...form, circumstances: { ...form.circumstances, sex: paper.sex } }, filled: [], kept: [] };
  return Object.entries(guardians ? { guardianIdentityNumber: paper.personalId } : holdersAnswers(form, paper)).reduce(
    (so, [field, text]) => (text ? fill(so, field as TextFieldId, text) : so),
    start,
  );
}

function holdersAnswers({ pack }: DeclarationForm, paper: ScannedPaper): Partial<Record<TextFieldId, string | undefined>> {
  const idIsNumber = pack.bhxhNumberKinds[0] === 'personal-id';
  return {
    fullName: paper.fullName,
    bhxhNumber: paper.cardNumber ?? (idIsNumber ? paper.personalId : undefined),
    identityNumber: paper.personalId,
    birthDate: paper.birthDate && formatDate(paper.birthDate),
  };
}

function fill({ form, filled, kept }: Filled, field: TextFieldId, text: string): Filled {
  const next = normaliseAnswer(answer(form, field, text), field);
  const free = !form.answers[field]?.trim() || form.scanned.includes(field);
  if (free) return { form: { ...next, scanned: [...next.scanned, field] }, filled: [...filled, field], kept };
  return wireText(next, field) === wireText(form, field) ? { form, filled, kept } : { form, filled, kept: [...kept, field] };
}
