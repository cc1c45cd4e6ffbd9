import type { DeclaredFacts, ReviewCase } from '@bhxh-kit/contract';
import { type FieldId, formatDate, maskNumber, spellDigits } from '@bhxh-kit/domain';
import type { NamedCodes } from '@bhxh-kit/domain/wording';

/** One fact of the declaration: label, value as seen, and where the two differ, as a screen reader says it. */
export interface DeclaredField {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly spoken?: string;
}

/** Facts that are read together, beside the photographs that prove them. */
export interface DeclaredPart {
  readonly id: 'person' | 'identity' | 'contact' | 'transaction' | 'photographs';
  readonly fields: readonly DeclaredField[];
  readonly photographs: readonly string[];
}

/** The words around the facts. */
export interface DeclaredWords {
  label(field: FieldId): string;
  codeName<List extends keyof NamedCodes>(list: List, code: NamedCodes[List]): string;
  readonly address: string;
  readonly certificate: string;
  readonly verified: string;
  verifiedWith(by: string, at: string): string;
  /** What somebody agreed to; one newer than this copy is named in general. */
  consent(id: string): string;
  consented(at: string, version: string | undefined): string;
  /** A masked text aloud, `tail` what is left open of it. */
  hidden(tail: string): string;
}

/** Which photograph proves what: the portrait the name; the sides of the paper its number; the birth certificate the child's date and guardian. */
const PROOFS: Readonly<Partial<Record<DeclaredPart['id'], readonly string[]>>> = {
  person: ['portrait'],
  identity: ['identity-front', 'identity-back', 'birth-certificate'],
};
const PLACED: readonly string[] = Object.values(PROOFS).flat();

/** What was declared, in the reading order of the form (R3), with the photographs beside what they prove. Nothing once the data are deleted. */
export function declaredParts(file: ReviewCase, words: DeclaredWords, contactShown: boolean): readonly DeclaredPart[] {
  const { declared } = file;
  const kinds = file.photographs.map(({ kind }) => kind);
  const proofs = (id: DeclaredPart['id']) => (PROOFS[id] ?? []).filter((kind) => kinds.includes(kind));
  const parts: readonly DeclaredPart[] = [
    { id: 'person', fields: declared ? person(declared, words) : [], photographs: proofs('person') },
    { id: 'identity', fields: declared ? identity(declared, words) : [], photographs: proofs('identity') },
    { id: 'contact', fields: declared ? contact(file, declared, words, contactShown) : [], photographs: [] },
    { id: 'transaction', fields: declared ? [...transaction(declared, words), ...consents(file, words)] : [], photographs: [] },
    { id: 'photographs', fields: [], photographs: kinds.filter((kind) => !PLACED.includes(kind)) },
  ];
  return parts.filter(({ fields, photographs }) => fields.length + photographs.length > 0);
}

const present = (...fields: readonly (DeclaredField | undefined)[]): readonly DeclaredField[] =>
  fields.filter((field): field is DeclaredField => field !== undefined);

function person(declared: DeclaredFacts, words: DeclaredWords): readonly DeclaredField[] {
  return present(plain('fullName', declared.fullName, words), number('bhxhNumber', declared.bhxhNumber, words), number('taxNumber', declared.taxNumber, words));
}

function identity({ identityNumber, birthDate, guardian, identityVerified }: DeclaredFacts, words: DeclaredWords): readonly DeclaredField[] {
  return present(
    number('identityNumber', identityNumber, words),
    plain('birthDate', birthDate && formatDate(birthDate), words),
    number('guardianBhxhNumber', guardian?.bhxhNumber, words),
    number('guardianIdentityNumber', guardian?.identityNumber, words),
    // In the place of the photographs (R15).
    identityVerified && { id: 'identityVerified', label: words.verified, text: words.verifiedWith(identityVerified.by, identityVerified.at) },
  );
}

function contact({ addressText }: ReviewCase, declared: DeclaredFacts, words: DeclaredWords, shown: boolean): readonly DeclaredField[] {
  const { mobilePhone, email, contactName } = declared;
  const address = addressText ?? declared.address?.street;
  return present(
    address ? { id: 'address', label: words.address, text: address } : undefined,
    plain('contactName', contactName, words),
    shown ? number('mobilePhone', mobilePhone, words) : masked('mobilePhone', maskNumber(mobilePhone), spellDigits(mobilePhone.slice(-4)), words),
    shown ? plain('email', email, words) : email ? masked('email', maskedEmail(email), maskedEmail(email).replace(/•+/, '… '), words) : undefined,
  );
}

function transaction(declared: DeclaredFacts, words: DeclaredWords): readonly DeclaredField[] {
  const { certificate, startDate, transactAt, changes, stopDate, stopReason, handIn } = declared;
  const date = (day: string | undefined) => day && formatDate(day);
  return present(
    plain('certificateSerial', certificate?.serial, words),
    plain('certificateIssuer', certificate?.issuer, words),
    plain('certificateValidFrom', date(certificate?.validFrom), words),
    plain('certificateValidTo', date(certificate?.validTo), words),
    plain('startDate', date(startDate), words),
    plain('transactAt', transactAt && words.codeName('transactAt', transactAt.kind as NamedCodes['transactAt']), words),
    plain('ivanName', transactAt?.name, words),
    plain('changes', changes?.map((field) => (field === 'certificate' ? words.certificate : words.label(field as FieldId))).join('; '), words),
    plain('stopDate', date(stopDate), words),
    plain('stopReason', stopReason, words),
    plain('handIn', words.codeName('handIn', handIn as NamedCodes['handIn']), words),
  );
}

/** What was agreed to, when, and in which version of the text (R10, R16). */
function consents(file: ReviewCase, words: DeclaredWords): readonly DeclaredField[] {
  return (file.consents ?? []).map(({ consent, at, textVersion }) => ({
    id: `consent-${consent}`,
    label: words.consent(consent),
    text: words.consented(at, textVersion),
  }));
}

const plain = (id: FieldId, text: string | undefined, { label }: DeclaredWords): DeclaredField | undefined =>
  text ? { id, label: label(id), text } : undefined;

/** Digits are read singly: "không bảy chín…" can be compared with a paper, a number in the billions cannot. */
const number = (id: FieldId, text: string | undefined, { label }: DeclaredWords): DeclaredField | undefined =>
  text ? { id, label: label(id), text, spoken: spellDigits(text) } : undefined;

function masked(id: FieldId, text: string, tail: string, { label, hidden }: DeclaredWords): DeclaredField {
  return { id, label: label(id), text, spoken: hidden(tail) };
}

/** `nguyen.van.a@example.vn` → `n•••••••••••@example.vn`: enough to tell two addresses apart. */
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}${'•'.repeat(Math.max(1, name.length - 1))}@${host}`;
}
