import type { PhotographKind, SubjectType } from './submission.js';

/** Fields of the form whose answer is a text: typed, chosen (the code of the choice, of several with spaces between) or ticked (`yes` or empty). */
export const TEXT_FIELDS = [
  'fullName',
  'bhxhNumber',
  'identityNumber',
  'taxNumber',
  'birthDate',
  'guardianBhxhNumber',
  'guardianIdentityNumber',
  'province',
  'district',
  'commune',
  'street',
  'contactName',
  'mobilePhone',
  'email',
  'agency',
  'handIn',
  'transactAt',
  'ivanName',
  'certificateSerial',
  'certificateIssuer',
  'certificateValidFrom',
  'certificateValidTo',
  'startDate',
  'changes',
  'stopDate',
  'stopReason',
  'commitment',
] as const;
export type TextFieldId = (typeof TEXT_FIELDS)[number];

/** Fields whose answer is an uploaded photograph. */
export type PhotographFieldId = `photograph-${PhotographKind}`;

/** Every field of the form, in the form's own words. */
export type FieldId = 'purpose' | 'subject' | TextFieldId | PhotographFieldId;

/** Where a field's answer stands in the submission, as JSON Pointer (RFC 6901). A photograph is an element of a list: its pointer names the list, the kind is a fact. */
const POINTERS: Readonly<Record<'purpose' | 'subject' | TextFieldId, string>> = {
  purpose: '/purpose',
  subject: '/subject',
  fullName: '/fullName',
  bhxhNumber: '/bhxhNumber',
  identityNumber: '/identityNumber',
  taxNumber: '/taxNumber',
  birthDate: '/birthDate',
  guardianBhxhNumber: '/guardian/bhxhNumber',
  guardianIdentityNumber: '/guardian/identityNumber',
  province: '/address/provinceCode',
  district: '/address/districtCode',
  commune: '/address/communeCode',
  street: '/address/street',
  contactName: '/contactName',
  mobilePhone: '/mobilePhone',
  email: '/email',
  agency: '/agencyCode',
  handIn: '/handIn',
  transactAt: '/transactAt/kind',
  ivanName: '/transactAt/name',
  certificateSerial: '/certificate/serial',
  certificateIssuer: '/certificate/issuer',
  certificateValidFrom: '/certificate/validFrom',
  certificateValidTo: '/certificate/validTo',
  startDate: '/startDate',
  changes: '/changes',
  stopDate: '/stopDate',
  stopReason: '/stopReason',
  commitment: '/commitment',
};

/** A pointer to a whole block belongs to the field that starts the block. */
const BLOCKS: Readonly<Record<string, FieldId>> = {
  '/guardian': 'guardianIdentityNumber',
  '/address': 'province',
  '/address/scheme': 'province',
  '/transactAt': 'transactAt',
  '/certificate': 'certificateSerial',
};

const FIELDS = new Map<string, FieldId>([
  ...Object.entries(BLOCKS),
  ...Object.entries(POINTERS).map(([field, pointer]) => [pointer, field as FieldId] as const),
]);

/** The field of a photograph kind. */
export function photographField(kind: PhotographKind): PhotographFieldId {
  return `photograph-${kind}`;
}

/** The photograph kind of a field, or nothing for a field of another sort. */
export function photographKindOf(field: FieldId): PhotographKind | undefined {
  return field.startsWith('photograph-') ? (field.slice('photograph-'.length) as PhotographKind) : undefined;
}

/** The pointer of a field into the submission. */
export function pointerOf(field: FieldId): string {
  return field in POINTERS ? POINTERS[field as TextFieldId] : '/photographs';
}

/**
 * The field a pointer into the submission belongs to. `kinds` are the photographs of the submission in their order; a missing one is named by the fact `kind`.
 * Nothing for pointers the form has no field for (`/rulePack`).
 */
export function fieldAt(pointer: string, kinds: readonly PhotographKind[] = [], missing?: PhotographKind): FieldId | undefined {
  const position = /^\/photographs(?:\/(\d+))?(?:\/|$)/.exec(pointer);
  if (!position) return FIELDS.get(pointer);
  const kind = missing ?? kinds[Number(position[1] ?? 0)];
  return kind && photographField(kind);
}

/** Ảnh by subject (R5, R16): a child has no identity paper, so its birth certificate stands for it. An organisation is asked for none: its certificate and the representative's paper at the desk stand for them. */
export const PHOTOGRAPHS_OF: Readonly<Record<SubjectType, readonly PhotographKind[]>> = {
  individual: ['portrait', 'identity-front', 'identity-back'],
  child: ['portrait', 'birth-certificate'],
  organisation: [],
};
