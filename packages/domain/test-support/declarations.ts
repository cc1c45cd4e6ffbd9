import fc from 'fast-check';
import type { AdjustedFact, ContactAddress, DeclarationSubmission, RulePack } from '../src/index.js';
import { RULE_PACKS, rulePack } from '../src/rule-packs/packs.js';

/** Synthetic declarations for tests: serials from 9999999, personal IDs of the birth year 2099, phones 0900 000 00x. */
export const TODAY = '2026-11-21';
export const PACKS = RULE_PACKS;

/** A declaration of an individual that is right under the pack. */
export function individual(pack: RulePack): DeclarationSubmission {
  return {
    rulePack: pack.id,
    purpose: 'register',
    subject: 'individual',
    fullName: 'Nguyễn Văn A',
    bhxhNumber: '9999999001',
    identityNumber: '079299000001',
    address: {
      scheme: pack.addressScheme,
      provinceCode: '01',
      ...(pack.addressScheme === '2021' && { districtCode: '001' }),
      communeCode: '00001',
      street: 'Số 12, ngõ 3, tổ 4',
    },
    contactName: 'Nguyễn Văn A',
    email: 'nguyen.van.a@example.vn',
    mobilePhone: '0900000001',
    startDate: TODAY,
    transactAt: { kind: 'portal' },
    agencyCode: '00106',
    handIn: 'at-agency',
    commitment: true,
    photographs: [
      { kind: 'portrait', id: 'p1', key: 'k1' },
      { kind: 'identity-front', id: 'p2', key: 'k2' },
      { kind: 'identity-back', id: 'p3', key: 'k3' },
    ],
    locale: 'vi',
  };
}

/** A declaration of a child of six that is right under the pack, with its guardian signed in. */
export function child(pack: RulePack): DeclarationSubmission {
  const { identityNumber: _, ...rest } = individual(pack);
  return {
    ...rest,
    subject: 'child',
    fullName: 'Trần Thử Nghiệm',
    bhxhNumber: '9999999002',
    birthDate: '2020-05-01',
    guardian: { bhxhNumber: '9999999001', identityNumber: '079299000001' },
    photographs: [
      { kind: 'portrait', id: 'p1', key: 'k1' },
      { kind: 'birth-certificate', id: 'p2', key: 'k2' },
    ],
  };
}

/** A declaration of an organisation that is right under the pack. */
export function organisation(pack: RulePack): DeclarationSubmission {
  const { identityNumber: _, ...rest } = individual(pack);
  return {
    ...rest,
    subject: 'organisation',
    fullName: 'Trường THPT Mẫu số 2',
    bhxhNumber: 'ZZ9999A',
    taxNumber: '9999999027',
    contactName: 'Trần Thử Nghiệm',
    certificate: CERTIFICATE,
    photographs: [],
  };
}

const CERTIFICATE = { serial: '540999999901', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2026-01-31', validTo: '2029-01-30' };

/** The subjects with a right registration of each. */
export const SUBJECTS = { individual, child, organisation };
export type Subject = keyof typeof SUBJECTS;

/** Who declares, and to which agency, without what only a registration has. */
function declarant(subject: Subject, pack: RulePack): DeclarationSubmission {
  const { address, email, certificate, startDate, transactAt, ...rest } = SUBJECTS[subject](pack);
  return { ...rest, photographs: [] };
}

/** An adjustment of these facts that is right under the pack. */
export function adjustment(subject: Subject, pack: RulePack, changes: readonly AdjustedFact[] = ['certificate', 'email', 'mobilePhone']): DeclarationSubmission {
  return {
    ...declarant(subject, pack),
    purpose: 'adjust',
    changes: [...changes],
    ...(changes.includes('certificate') && { certificate: CERTIFICATE }),
    ...(changes.includes('email') && { email: 'moi@example.vn' }),
  };
}

/** A declaration to stop that is right under the pack. */
export function stop(subject: Subject, pack: RulePack): DeclarationSubmission {
  return { ...declarant(subject, pack), purpose: 'stop', stopDate: TODAY, stopReason: 'Chuyển sang nộp trực tiếp' };
}

/** A right declaration of every purpose, by the subject and the pack. */
export const PURPOSES = {
  register: (subject: Subject, pack: RulePack) => SUBJECTS[subject](pack),
  adjust: (subject: Subject, pack: RulePack) => adjustment(subject, pack),
  stop,
};

const names = fc.constantFrom('Nguyễn Văn A', 'Lê Thị Mẫu', 'Trần Thử Nghiệm', "H'Mẫu Niê", 'Y', 'Đỗ-Thử Mẫu');
const legacyNumber = fc.integer({ min: 0, max: 999 }).map((serial) => `9999999${String(serial).padStart(3, '0')}`);
const personalId = fc.tuple(fc.constantFrom('001', '079'), fc.constantFrom('2', '3'), fc.integer({ min: 0, max: 999 })).map(([province, sex, serial]) => `${province}${sex}99000${String(serial).padStart(3, '0')}`);
const words = fc.array(fc.constantFrom("Số 12", "ngõ 3", "đường Mẫu", "tổ 4,", "Thử", "ấp Đông"), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" "));
const daysAhead = fc.integer({ min: 0, max: 365 }).map((days) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10));

/** Any right declaration under any pack, of an individual or of a child whose guardian is signed in, with its pack. */
export const rightDeclarations: fc.Arbitrary<{ pack: RulePack; declaration: DeclarationSubmission }> = fc
  .record({
    id: fc.constantFrom('2021' as const, '2023' as const, '2025' as const),
    isChild: fc.boolean(),
    fullName: names,
    contactName: names,
    legacyNumber,
    personalId,
    guardianId: personalId,
    street: words,
    twelveDigits: fc.boolean(),
    nineDigits: fc.boolean(),
    phone: fc.integer({ min: 0, max: 9 }).map((digit) => `090000000${digit}`),
    withoutEmail: fc.boolean(),
    startDate: daysAhead,
    ivan: fc.option(words),
    certificate: fc.option(fc.record({ serial: fc.constant('540999999901'), issuer: words, validFrom: fc.constant('2025-01-31'), validTo: fc.constant('2028-02-29') })),
    handIn: fc.constantFrom('at-agency' as const, 'by-post' as const),
    agencyCode: fc.constantFrom('089', '00106'),
    birthDate: fc.constantFrom('2013-02-28', '2020-02-29', '2019-07', '2018'),
    locale: fc.constantFrom('vi' as const, 'en' as const),
  })
  .map((draw) => {
    const pack = rulePack(draw.id);
    const base = draw.isChild ? child(pack) : individual(pack);
    const { email, ...withoutEmail } = base;
    const identityNumber = draw.nineDigits && pack.acceptsNineDigitIdentity ? '999999901' : draw.personalId;
    const taken = draw.twelveDigits && pack.bhxhNumberKinds.includes('personal-id') && !draw.isChild;
    return {
      pack,
      declaration: {
        ...(draw.withoutEmail && pack.email === 'optional' ? withoutEmail : { ...withoutEmail, email: email ?? '' }),
        fullName: draw.fullName,
        contactName: draw.contactName,
        bhxhNumber: taken ? draw.personalId : draw.legacyNumber,
        ...(draw.isChild ? { birthDate: draw.birthDate, guardian: { identityNumber: draw.guardianId } } : { identityNumber }),
        address: { ...(base.address as ContactAddress), street: draw.street },
        mobilePhone: draw.phone,
        startDate: draw.startDate,
        transactAt: draw.ivan === null ? { kind: 'portal' as const } : { kind: 'ivan' as const, name: draw.ivan },
        ...(draw.certificate && { certificate: draw.certificate }),
        handIn: draw.handIn,
        agencyCode: draw.agencyCode,
        locale: draw.locale,
      },
    };
  });

/** Any right declaration of any purpose and subject under any pack: of an adjustment, of any facts that change. */
export const everyRightDeclaration: fc.Arbitrary<{ pack: RulePack; declaration: DeclarationSubmission }> = fc.oneof(
  rightDeclarations,
  fc
    .record({
      id: fc.constantFrom('2021' as const, '2023' as const, '2025' as const),
      subject: fc.constantFrom('individual' as const, 'child' as const, 'organisation' as const),
      purpose: fc.constantFrom('register' as const, 'adjust' as const, 'stop' as const),
      changes: fc.subarray(['certificate', 'email', 'mobilePhone'] as const, { minLength: 1 }),
      stopDate: fc.integer({ min: 0, max: 365 }).map((days) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10)),
      stopReason: words,
      phone: fc.integer({ min: 0, max: 9 }).map((digit) => `090000000${digit}`),
      locale: fc.constantFrom('vi' as const, 'en' as const),
    })
    .map(({ id, subject, purpose, changes, stopDate, stopReason, phone, locale }) => {
      const pack = rulePack(id);
      const right = purpose === 'register' ? SUBJECTS[subject](pack) : purpose === 'adjust' ? adjustment(subject, pack, changes) : { ...stop(subject, pack), stopDate, stopReason };
      return { pack, declaration: { ...right, mobilePhone: phone, locale } };
    }),
);
