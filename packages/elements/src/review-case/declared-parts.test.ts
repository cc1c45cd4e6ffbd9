import type { ReviewCase } from '@bhxh-kit/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeclaredWords, declaredParts, maskedEmail } from './declared-parts.js';

const words: DeclaredWords = {
  label: (field) => field,
  codeName: (_, code) => code,
  address: 'address',
  certificate: 'certificate',
  verified: 'verified',
  verifiedWith: (by, at) => `${by} ${at}`,
  consent: (id) => id,
  consented: (at, version) => `${at} ${version ?? 'own'}`,
  hidden: (tail) => `hidden ${tail}`,
};
const heading = { id: 'a', reference: '00055.GD_2026_001', status: 'in-review', version: 1, agencyCode: '00101', agencyName: 'BHXH', receivedAt: '' };
const around = { ...heading, rulePack: '2025', now: '', allowed: [], history: [], duplicates: [], openBy: [] };
const declared = {
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999901',
  contactName: 'Nguyễn Văn A',
  mobilePhone: '0900000001',
  handIn: 'at-agency',
  locale: 'vi',
};
const file = (more: Partial<ReviewCase> & { kinds?: readonly string[] } = {}): ReviewCase => {
  const { kinds = [], ...rest } = more;
  return { ...around, declared, photographs: kinds.map((kind) => ({ kind })), ...rest };
};
const shape = (parts: ReturnType<typeof declaredParts>) => parts.map(({ id, fields, photographs }) => [id, fields.map((field) => field.id), photographs]);

describe('what an officer compares', () => {
  it('O1 · an adult: the portrait beside the name, both sides of the paper beside its number, in the order of the form', () => {
    const one = file({
      declared: {
        ...declared,
        identityNumber: '079299000001',
        email: 'a@example.vn',
        address: { scheme: '2025', provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' },
      },
      addressText: '12 Đường Mẫu, Phường Ba Đình',
      kinds: ['identity-back', 'identity-front', 'portrait'],
    });
    expect(shape(declaredParts(one, words, false))).toEqual([
      ['person', ['fullName', 'bhxhNumber'], ['portrait']],
      ['identity', ['identityNumber'], ['identity-front', 'identity-back']],
      ['contact', ['address', 'contactName', 'mobilePhone', 'email'], []],
      ['transaction', ['handIn'], []],
    ]);
  });

  it('R15 · in the place of photographs, when and by what the identity was verified', () => {
    const verified = file({ declared: { ...declared, identityNumber: '079299000001', identityVerified: { at: '2026-01-05T02:00:00Z', by: 'CSDL' } } });
    expect(
      declaredParts(verified, words, false)
        .find(({ id }) => id === 'identity')
        ?.fields.at(-1),
    ).toEqual({
      id: 'identityVerified',
      label: 'verified',
      text: 'CSDL 2026-01-05T02:00:00Z',
    });
  });

  it('R16 · what was agreed to, when and in which version of the text', () => {
    const given = { locale: 'vi', channel: 'page', givenBy: 'guardian', inSession: true, at: '2026-01-05T02:00:00Z' };
    const agreed = file({
      consents: [
        { consent: 'guardian', textVersion: '2026-11-21', ...given },
        { consent: 'identity', ...given },
      ],
    });
    expect(
      declaredParts(agreed, words, false)
        .find(({ id }) => id === 'transaction')
        ?.fields.slice(-2),
    ).toEqual([
      { id: 'consent-guardian', label: 'guardian', text: '2026-01-05T02:00:00Z 2026-11-21' },
      { id: 'consent-identity', label: 'identity', text: '2026-01-05T02:00:00Z own' },
    ]);
  });

  it('O1 · a child: the birth certificate beside birth date and guardian', () => {
    const child = file({
      subject: 'child',
      declared: { ...declared, birthDate: '2018-02-01', guardian: { identityNumber: '079299000001' } },
      kinds: ['portrait', 'birth-certificate'],
    });
    const [, papers] = declaredParts(child, words, false);
    expect(papers).toMatchObject({ id: 'identity', photographs: ['birth-certificate'] });
    expect(papers?.fields.map(({ text }) => text)).toEqual(['01/02/2018', '079299000001']);
  });

  it('O1 · an organisation’s certificate and an adjustment’s changes are told', () => {
    const one = file({
      declared: {
        ...declared,
        certificate: { serial: '5409', issuer: 'Tổ chức', validFrom: '2025-01-31', validTo: '2028-01-30' },
        changes: ['certificate', 'email'],
      },
    });
    const fields = declaredParts(one, words, false).find(({ id }) => id === 'transaction')?.fields ?? [];
    expect(fields.map(({ text }) => text)).toEqual(['5409', 'Tổ chức', '31/01/2025', '30/01/2028', 'certificate; email', 'at-agency']);
  });

  it('O1 · phone and e-mail stay masked until they are asked for; numbers are read digit by digit', () => {
    const one = file({ declared: { ...declared, email: 'nguyen@example.vn' } });
    const contact = (shown: boolean) =>
      declaredParts(one, words, shown)
        .find(({ id }) => id === 'contact')
        ?.fields.slice(1);
    expect(contact(false)?.map(({ text, spoken }) => [text, spoken])).toEqual([
      ['••••••0001', 'hidden 0 0 0 1'],
      ['n•••••@example.vn', 'hidden n… @example.vn'],
    ]);
    expect(contact(true)?.map(({ text, spoken }) => [text, spoken])).toEqual([
      ['0900000001', '0 9 0 0 0 0 0 0 0 1'],
      ['nguyen@example.vn', undefined],
    ]);
  });

  it('O1 · a photograph of a kind newer than this copy is shown all the same', () => {
    expect(declaredParts(file({ kinds: ['passport'] }), words, false).at(-1)).toEqual({ id: 'photographs', fields: [], photographs: ['passport'] });
  });

  it('O1 · every photograph is shown exactly once, whatever was declared', () => {
    const kinds = fc.uniqueArray(fc.constantFrom('portrait', 'identity-front', 'identity-back', 'birth-certificate', 'passport', 'other'));
    fc.assert(
      fc.property(kinds, fc.boolean(), (given, deleted) => {
        const one = file({ kinds: given, ...(deleted ? { declared: undefined } : {}) });
        expect(
          declaredParts(one, words, false)
            .flatMap(({ photographs }) => photographs)
            .sort(),
        ).toEqual([...given].sort());
      }),
    );
  });

  it('a masked e-mail address keeps its first letter and its host', () => {
    expect([maskedEmail('a@example.vn'), maskedEmail('nguyen.van.a@example.vn')]).toEqual(['a•@example.vn', 'n•••••••••••@example.vn']);
  });
});
