import type { TextFieldId } from '../src/declaration/fields.js';
import { TEXT_FIELDS } from '../src/declaration/fields.js';
import { answer, choosePurpose, chooseSubject, createDeclarationForm, type DeclarationForm, photographAnswered } from '../src/declaration/form.js';
import { EVERY_RULE } from '../src/declaration/every-rule.js';
import { knowRules } from '../src/declaration/known-rules.js';
import type { DeclarationSubmission } from '../src/declaration/submission.js';
import { formatDate } from '../src/text/formats.js';
import type { RulePack } from '../src/rule-packs/rule-pack.js';
import { TODAY } from './declarations.js';

knowRules(EVERY_RULE);

/** A guardian's session, under which every pack takes a child. */
export const SIGNED_IN = { guardianSignedIn: true };

/** A form in which a person has answered what the declaration says. */
export function formOf(declaration: DeclarationSubmission, pack: RulePack): DeclarationForm {
  const { address, certificate, guardian, transactAt } = declaration;
  const said: Partial<Record<TextFieldId, string | undefined>> = {
    fullName: declaration.fullName,
    bhxhNumber: declaration.bhxhNumber,
    identityNumber: declaration.identityNumber,
    taxNumber: declaration.taxNumber,
    birthDate: declaration.birthDate && formatDate(declaration.birthDate),
    guardianBhxhNumber: guardian?.bhxhNumber,
    guardianIdentityNumber: guardian?.identityNumber,
    province: address?.provinceCode,
    district: address?.districtCode,
    commune: address?.communeCode,
    street: address?.street,
    contactName: declaration.contactName,
    mobilePhone: declaration.mobilePhone,
    email: declaration.email,
    agency: declaration.agencyCode,
    handIn: declaration.handIn,
    transactAt: transactAt?.kind,
    ivanName: transactAt?.kind === 'ivan' ? transactAt.name : undefined,
    certificateSerial: certificate?.serial,
    certificateIssuer: certificate?.issuer,
    certificateValidFrom: certificate && formatDate(certificate.validFrom),
    certificateValidTo: certificate && formatDate(certificate.validTo),
    startDate: declaration.startDate && formatDate(declaration.startDate),
    changes: declaration.changes?.join(' '),
    stopDate: declaration.stopDate && formatDate(declaration.stopDate),
    stopReason: declaration.stopReason,
    commitment: 'yes',
  };
  const empty = createDeclarationForm({ pack, today: TODAY, locale: declaration.locale, circumstances: SIGNED_IN });
  let form = chooseSubject(choosePurpose(empty, declaration.purpose), declaration.subject);
  for (const field of TEXT_FIELDS) if (said[field] !== undefined) form = answer(form, field, said[field]);
  for (const { kind, id, key } of declaration.photographs) form = photographAnswered(form, kind, { status: 'kept', id, key });
  return form;
}
