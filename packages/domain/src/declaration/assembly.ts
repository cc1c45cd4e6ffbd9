import { photographsWaived } from './circumstances.js';
import { PHOTOGRAPHS_OF, type TextFieldId } from './fields.js';
import { type DeclarationForm, keptPhotographs } from './form.js';
import { wireText } from './normalise.js';
import type { PhotographKind } from './submission.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** What the form says so far, in the shape of a submission and with nothing that does not apply. */
export function compose(form: DeclarationForm): UncheckedDeclaration {
  const text = (field: TextFieldId) => wireText(form, field);
  const given = (field: TextFieldId) => text(field) || undefined;
  const child = form.subject === 'child';
  return pruned({
    rulePack: form.pack.id,
    purpose: form.purpose,
    subject: form.subject,
    fullName: text('fullName'),
    bhxhNumber: text('bhxhNumber'),
    identityNumber: child ? undefined : given('identityNumber'),
    birthDate: child ? given('birthDate') : undefined,
    guardian: child ? pruned({ bhxhNumber: given('guardianBhxhNumber'), identityNumber: text('guardianIdentityNumber') }) : undefined,
    address: pruned({
      scheme: form.pack.addressScheme,
      provinceCode: text('province'),
      districtCode: form.pack.addressScheme === '2021' ? text('district') : undefined,
      communeCode: text('commune'),
      street: text('street'),
    }),
    contactName: text('contactName'),
    email: given('email'),
    mobilePhone: text('mobilePhone'),
    certificate: certificate(text),
    startDate: text('startDate'),
    transactAt: text('transactAt') === 'ivan' ? { kind: 'ivan', name: text('ivanName') } : { kind: text('transactAt') },
    agencyCode: text('agency'),
    handIn: text('handIn'),
    commitment: text('commitment') === 'yes',
    photographs: submittedPhotographs(form).map((kind) => ({ kind, ...reference(form, kind) })),
    locale: form.locale,
  });
}

/** The photographs that travel with the declaration, in their order; none where none are asked. */
export function submittedPhotographs(form: DeclarationForm): readonly PhotographKind[] {
  if (!form.subject || photographsWaived(form.pack, form.circumstances)) return [];
  return keptPhotographs(form, PHOTOGRAPHS_OF[form.subject]);
}

function reference(form: DeclarationForm, kind: PhotographKind) {
  const photograph = form.photographs[kind];
  return photograph?.status === 'kept' ? { id: photograph.id, key: photograph.key } : {};
}

function certificate(text: (field: TextFieldId) => string) {
  const block = {
    serial: text('certificateSerial'),
    issuer: text('certificateIssuer'),
    validFrom: text('certificateValidFrom'),
    validTo: text('certificateValidTo'),
  };
  return Object.values(block).some((part) => part !== '') ? block : undefined;
}

function pruned<Whole extends object>(whole: Whole): Whole {
  return Object.fromEntries(Object.entries(whole).filter(([, part]) => part !== undefined)) as Whole;
}
