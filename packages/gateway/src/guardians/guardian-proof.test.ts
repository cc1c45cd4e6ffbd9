import type { Profile } from '@bhxh-kit/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptDeclaration } from '../registration/registration.js';
import { guardianIn, isGuardian, isProvenGuardian, type NamedGuardian } from './guardian-proof.js';

const PROFILE: Profile = {
  bhxhNumber: '9999999002',
  personalId: '001399000002',
  identityNumber: '001399000002',
  fullName: 'Lê Thị Hòa',
  mobilePhone: '0900000002',
  email: 'lethimau@example.vn',
};
const ALL: NamedGuardian = {
  bhxhNumber: '9999999002',
  identityNumber: '001399000002',
  contactName: ' LÊ THỊ  HOÀ',
  mobilePhone: '+84 900 000 002',
  email: 'LeThiMau@example.vn',
};
const ANOTHER = { contactName: 'Trần Thử Nghiệm', mobilePhone: '0900000009', email: 'khac@example.vn' };

describe('the proof of a guardian', () => {
  it('R16 · is every number that was given and two facts besides, however they are written', () => {
    const proven: Partial<NamedGuardian>[] = [
      {},
      { contactName: ANOTHER.contactName },
      { mobilePhone: ANOTHER.mobilePhone },
      { mobilePhone: ANOTHER.mobilePhone, email: ANOTHER.email },
      { bhxhNumber: undefined },
      { bhxhNumber: undefined, mobilePhone: ANOTHER.mobilePhone },
      { bhxhNumber: undefined, email: ANOTHER.email },
    ];
    for (const change of proven) expect(isProvenGuardian(PROFILE, { ...ALL, ...change }), JSON.stringify(change)).toBe(true);
    const unproven: Partial<NamedGuardian>[] = [
      { identityNumber: '001399000003' },
      { bhxhNumber: '9999999003' },
      ANOTHER,
      { ...ANOTHER, bhxhNumber: undefined },
      { bhxhNumber: undefined, contactName: ANOTHER.contactName },
      { bhxhNumber: undefined, mobilePhone: ANOTHER.mobilePhone, email: undefined },
    ];
    for (const change of unproven) expect(isProvenGuardian(PROFILE, { ...ALL, ...change }), JSON.stringify(change)).toBe(false);
  });

  it('R16 · counts one number given twice as one', () => {
    const one = { ...ALL, bhxhNumber: ALL.identityNumber, ...ANOTHER };
    expect(isProvenGuardian(PROFILE, { ...one, contactName: PROFILE.fullName })).toBe(false);
    expect(isProvenGuardian({ ...PROFILE, bhxhNumber: ALL.identityNumber }, one)).toBe(false);
  });

  it('R16 · is never that of somebody else’s number, whatever else agrees, nor of what is not known', () => {
    const digits = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(digits, digits, (typed, own) => {
        fc.pre(typed !== own);
        const named = { ...ALL, identityNumber: typed, bhxhNumber: undefined };
        return !isProvenGuardian({ ...PROFILE, personalId: own, identityNumber: own }, named);
      }),
    );
    const empty: Profile = { bhxhNumber: '9999999002', identityNumber: '', fullName: '' };
    const unreached = { ...ALL, ...ANOTHER, contactName: ALL.contactName, bhxhNumber: undefined, email: undefined };
    expect(isProvenGuardian({ ...PROFILE, email: undefined }, unreached)).toBe(false);
    expect(isGuardian(empty, { identityNumber: '' })).toBe(false);
    expect(isProvenGuardian(empty, { identityNumber: '', bhxhNumber: '', contactName: '', mobilePhone: '', email: '' })).toBe(false);
  });
  it('R16 · is asked of a child’s declaration alone', () => {
    const { contactName, mobilePhone, email, ...guardian } = ALL;
    const of = (subject: KeptDeclaration['subject']) => guardianIn({ subject, guardian, contactName, mobilePhone, email } as KeptDeclaration);
    expect([of('child'), of('individual')]).toEqual([ALL, undefined]);
  });
});
