import { emailRequired, photographsWaived } from './circumstances.js';
import { type FieldId, PHOTOGRAPHS_OF, photographField } from './fields.js';
import { type DeclarationForm, STEPS, type StepId, textOf } from './form.js';

/** How a field is answered: `unit` and `agency` by their pickers, `check` by a tick, `choice` by one of `options`. */
export interface Field {
  readonly id: FieldId;
  readonly answeredBy: 'text' | 'date' | 'partial-date' | 'choice' | 'check' | 'unit' | 'agency' | 'photograph';
  readonly required: boolean;
  readonly options?: readonly string[];
}

/** The fields a step asks just now, in reading order. */
export function fieldsOf(form: DeclarationForm, step: StepId = form.step): readonly Field[] {
  switch (step) {
    case 'subject':
      return [{ id: 'subject', answeredBy: 'choice', required: true, options: ['individual', 'child'] }];
    case 'person':
      return personFields(form);
    case 'photographs':
      return photographsWaived(form.pack, form.circumstances)
        ? []
        : PHOTOGRAPHS_OF[form.subject ?? 'individual'].map((kind) => ({ id: photographField(kind), answeredBy: 'photograph', required: true }) as const);
    case 'agency':
      return agencyFields(form);
    case 'review':
      return [{ id: 'commitment', answeredBy: 'check', required: true }];
    case 'receipt':
      return [];
  }
}

/** The step that asks a field. */
export function stepOf(form: DeclarationForm, field: FieldId): StepId | undefined {
  return STEPS.find((step) => fieldsOf(form, step).some(({ id }) => id === field));
}

function personFields({ pack, circumstances, subject }: DeclarationForm): readonly Field[] {
  const child = subject === 'child';
  const own: readonly Field[] = child
    ? [
        { id: 'birthDate', answeredBy: 'partial-date', required: true },
        { id: 'guardianBhxhNumber', answeredBy: 'text', required: false },
        { id: 'guardianIdentityNumber', answeredBy: 'text', required: true },
      ]
    : [{ id: 'identityNumber', answeredBy: 'text', required: true }];
  const units: readonly Field[] = (pack.addressScheme === '2021' ? (['province', 'district', 'commune'] as const) : (['province', 'commune'] as const)).map(
    (id) => ({
      id,
      answeredBy: 'unit',
      required: true,
    }),
  );
  return [
    { id: 'fullName', answeredBy: 'text', required: true },
    { id: 'bhxhNumber', answeredBy: 'text', required: true },
    ...own,
    ...units,
    { id: 'street', answeredBy: 'text', required: true },
    { id: 'contactName', answeredBy: 'text', required: true },
    { id: 'mobilePhone', answeredBy: 'text', required: true },
    { id: 'email', answeredBy: 'text', required: emailRequired(pack, circumstances) },
  ];
}

const CERTIFICATE = ['certificateSerial', 'certificateIssuer', 'certificateValidFrom', 'certificateValidTo'] as const;

function agencyFields(form: DeclarationForm): readonly Field[] {
  const ivan = textOf(form, 'transactAt') === 'ivan';
  const certificate = CERTIFICATE.some((field) => textOf(form, field).trim() !== '');
  return [
    { id: 'agency', answeredBy: 'agency', required: true },
    { id: 'handIn', answeredBy: 'choice', required: true, options: ['at-agency', 'by-post'] },
    { id: 'transactAt', answeredBy: 'choice', required: true, options: ['portal', 'ivan'] },
    ...(ivan ? [{ id: 'ivanName', answeredBy: 'text', required: true } as const] : []),
    { id: 'startDate', answeredBy: 'date', required: true },
    ...CERTIFICATE.map((id) => ({ id, answeredBy: id.includes('Valid') ? 'date' : 'text', required: certificate }) as const),
  ];
}
