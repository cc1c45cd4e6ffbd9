import { isUndivided } from '../places/undivided.js';
import { checkAddress } from './address-checks.js';
import { checkNotTooFar } from './ahead-checks.js';
import type { Field } from './asked-fields.js';
import { certificateFields, certificateOf, checkCertificate } from './certificate.js';
import type { CheckContext } from './check-context.js';
import { checkChoice } from './choice-checks.js';
import { emailRequired, photographsWaived } from './circumstances.js';
import { checkDay } from './date-checks.js';
import { type DeclarationFault, error } from './fault.js';
import { PHOTOGRAPHS_OF, photographField } from './fields.js';
import { type DeclarationForm, textOf } from './form.js';
import { HANDING_IN } from './handing-in.js';
import { checkRead } from './number-checks.js';
import { checkPhotographs } from './photograph-checks.js';
import { pruned } from './pruned.js';
import { readEmail } from './readings.js';
import type { PurposeRules } from './rules.js';
import type { SubjectType } from './submission.js';
import { checkText } from './text-checks.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** Đăng ký sử dụng (R3–R8): section 1 of Mẫu 01 and the whole head of the form. */
export const REGISTERING: PurposeRules = {
  steps: ({ subject = 'individual' }) => (PHOTOGRAPHS_OF[subject].length > 0 ? ['person', 'photographs', 'agency'] : ['person', 'agency']),
  fields: (form, step, identity) =>
    step === 'person' ? personFields(form, identity) : step === 'photographs' ? photographFields(form) : step === 'agency' ? agencyFields(form) : [],
  compose: ({ pack }, text) => ({
    address: pruned({
      scheme: pack.addressScheme,
      provinceCode: text('province'),
      districtCode: pack.addressScheme === '2021' ? text('district') : undefined,
      communeCode: text('commune') || undefined,
      street: text('street'),
    }),
    email: text('email') || undefined,
    certificate: certificateOf(text),
    startDate: text('startDate'),
    transactAt: text('transactAt') === 'ivan' ? { kind: 'ivan', name: text('ivanName') } : { kind: text('transactAt') },
  }),
  check: (declaration, subject, context) => [
    ...checkEmail(declaration.email, subject, context),
    ...checkAddress(declaration.address ?? {}, context),
    ...checkPhotographs(
      declaration.photographs ?? [],
      PHOTOGRAPHS_OF[subject],
      photographsWaived(context.pack, context, subject) ? [] : PHOTOGRAPHS_OF[subject],
    ),
    ...checkTransactAt(declaration.transactAt ?? {}),
    ...checkStart(declaration.startDate ?? '', context),
    ...checkCertificate(declaration.certificate, context, certificateRequired(subject)),
  ],
};

/** Mẫu 01 lets only a person go without a certificate: "Cá nhân tôi không có chứng thư số …, đề nghị … cấp mã xác thực". */
function certificateRequired(subject: SubjectType | undefined): boolean {
  return subject === 'organisation';
}

function personFields(form: DeclarationForm, identity: readonly Field[]): readonly Field[] {
  const { pack, circumstances, subject } = form;
  const undivided = isUndivided(pack.addressScheme, textOf(form, 'district'));
  const units = pack.addressScheme === '2021' ? (['province', 'district', 'commune'] as const) : (['province', 'commune'] as const);
  return [
    ...identity,
    ...units.map((id) => ({ id, answeredBy: 'unit', required: id !== 'commune' || !undivided }) as const),
    { id: 'street', answeredBy: 'text', required: true },
    { id: 'contactName', answeredBy: 'text', required: true },
    { id: 'mobilePhone', answeredBy: 'text', required: true },
    { id: 'email', answeredBy: 'text', required: emailRequired(pack, circumstances, subject) },
  ];
}

function photographFields({ pack, circumstances, subject = 'individual' }: DeclarationForm): readonly Field[] {
  if (photographsWaived(pack, circumstances, subject)) return [];
  return PHOTOGRAPHS_OF[subject].map((kind) => ({ id: photographField(kind), answeredBy: 'photograph', required: true }));
}

function agencyFields(form: DeclarationForm): readonly Field[] {
  const ivan = textOf(form, 'transactAt') === 'ivan';
  const begun = certificateFields(false).some(({ id }) => textOf(form, id as 'certificateSerial').trim() !== '');
  return [
    ...HANDING_IN,
    { id: 'transactAt', answeredBy: 'choice', required: true, options: ['portal', 'ivan'] },
    ...(ivan ? [{ id: 'ivanName', answeredBy: 'text', required: true } as const] : []),
    { id: 'startDate', answeredBy: 'date', required: true },
    ...certificateFields(begun || certificateRequired(form.subject)),
  ];
}

function checkEmail(email: string | undefined, subject: SubjectType, context: CheckContext): readonly DeclarationFault[] {
  if (!email?.trim()) return emailRequired(context.pack, context, subject) ? [error('/email', 'required')] : [];
  return checkRead('/email', email, readEmail);
}

function checkTransactAt({ kind, name }: NonNullable<UncheckedDeclaration['transactAt']>): readonly DeclarationFault[] {
  const choice = checkChoice('/transactAt/kind', kind, ['portal', 'ivan']);
  if (choice.length > 0) return choice;
  if (kind === 'ivan') return checkText('/transactAt/name', name, 200);
  return name ? [error('/transactAt/name', 'ivan-name.unasked')] : [];
}

function checkStart(day: string, context: CheckContext): readonly DeclarationFault[] {
  const faults = checkDay('/startDate', day);
  if (faults.length > 0) return faults;
  return day < context.today ? [error('/startDate', 'date.past')] : checkNotTooFar('/startDate', day, context);
}
