import type { BhxhClient } from '@bhxh-kit/client';
import { type AdjustedFact, answer, type DeclarationForm, type Profile, type TextFieldId, textOf } from '@bhxh-kit/domain';
import { maskNumber } from '@bhxh-kit/domain/numbers/masking.js';

/** What the session tells of who declares. */
export interface KnownPerson {
  /** Fills what is empty; what the person wrote stays. */
  fill(form: DeclarationForm): DeclarationForm;
  /** What is registered now, masked as it may be seen over a shoulder. */
  readonly present: Readonly<Partial<Record<AdjustedFact, string>>>;
}

/**
 * R2: who is signed in need not write again who they are. In a child's form the one signed in is the guardian, in an organisation's nobody.
 * Never rejects: without a profile the person writes.
 */
export async function withProfile(client: BhxhClient): Promise<KnownPerson | undefined> {
  const profile = await client.profile.read().catch(() => undefined);
  return profile && { fill: (form) => filled(form, answersOf(profile, form)), present: presentOf(profile) };
}

function answersOf(
  { fullName, bhxhNumber, identityNumber, personalId }: Profile,
  { subject }: DeclarationForm,
): Partial<Record<TextFieldId, string | undefined>> {
  const paper = identityNumber ?? personalId;
  if (subject === 'individual') return { fullName, bhxhNumber, identityNumber: paper, contactName: fullName };
  return subject === 'child' ? { guardianBhxhNumber: bhxhNumber, guardianIdentityNumber: paper, contactName: fullName } : {};
}

function filled(form: DeclarationForm, known: Partial<Record<TextFieldId, string | undefined>>): DeclarationForm {
  const fields = Object.keys(known) as TextFieldId[];
  return fields.reduce((so, field) => (textOf(so, field) === '' ? answer(so, field, known[field] ?? '') : so), form);
}

function presentOf({ mobilePhone, email }: Profile): KnownPerson['present'] {
  return { ...(mobilePhone && { mobilePhone: maskNumber(mobilePhone) }), ...(email && { email: email.replace(/(?<=^.)[^@]+/, '•••') }) };
}
