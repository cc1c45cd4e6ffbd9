import type { BhxhClient } from '@bhxh-kit/client';
import { answer, type DeclarationForm, type TextFieldId, textOf } from '@bhxh-kit/domain';

/**
 * R2: who is signed in need not write again who they are. Answers what fills the empty fields from the profile; what the person wrote stays. In a child's form
 * the one signed in is the guardian, in an organisation's nobody. Never rejects: without a profile the person writes.
 */
export async function withProfile(client: BhxhClient): Promise<(form: DeclarationForm) => DeclarationForm> {
  const profile = await client.profile.read().catch(() => undefined);
  if (!profile) return (form) => form;
  const { fullName, bhxhNumber, personalId } = profile;
  const paper = profile.identityNumber ?? personalId;
  const own = { fullName, bhxhNumber, identityNumber: paper, contactName: fullName };
  const guardians = { guardianBhxhNumber: bhxhNumber, guardianIdentityNumber: paper, contactName: fullName };
  return (form) => filled(form, form.subject === 'individual' ? own : form.subject === 'child' ? guardians : {});
}

function filled(form: DeclarationForm, known: Partial<Record<TextFieldId, string | undefined>>): DeclarationForm {
  const fields = Object.keys(known) as TextFieldId[];
  return fields.reduce((so, field) => (textOf(so, field) === '' ? answer(so, field, known[field] ?? '') : so), form);
}
