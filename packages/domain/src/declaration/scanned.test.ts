import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TODAY } from '../../test-support/declarations.js';
import { rulePack } from '../rule-packs/packs.js';
import { faultsOfField } from './form-faults.js';
import { answer, createDeclarationForm, textOf } from './form.js';
import { EVERY_RULE } from './every-rule.js';
import { knowRules } from './known-rules.js';
import { fillFromPaper, takeFromPaper } from './scanned.js';

const OLD = rulePack('2021');
const NEW = rulePack('2025');

describe('R19 · filling from a paper', () => {
  beforeAll(() => knowRules(EVERY_RULE));
  const paper = { paper: 'personal-id', fullName: 'Nguyễn Văn A', personalId: '079299000001', birthDate: '2099-02-01', sex: 'male' } as const;

  it('fills what is empty, and under the 2025 pack the personal ID is the number too', () => {
    const form = createDeclarationForm({ pack: NEW, today: TODAY, subject: 'individual' });
    const { form: after, filled } = fillFromPaper(form, paper);
    expect(filled).toEqual(['fullName', 'bhxhNumber', 'identityNumber', 'contactName']);
    expect(after.scanned).toEqual(filled);
    expect(answer(after, 'fullName', 'Lê Thị Mẫu').scanned).not.toContain('fullName');
  });

  it('leaves alone what the person wrote, and tells where the paper says something else', () => {
    const form = answer(
      answer(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }), 'fullName', 'Lê Thị Mẫu'),
      'identityNumber',
      '079 299 000 001',
    );
    const { form: after, differing, same, filled } = fillFromPaper(form, paper);
    expect([after.answers.fullName, same, filled]).toEqual(['Lê Thị Mẫu', ['identityNumber'], ['contactName']]);
    expect(differing).toEqual([{ field: 'fullName', text: 'Nguyễn Văn A' }]);
    const taken = takeFromPaper(after, differing[0]!);
    expect([textOf(taken, 'fullName'), taken.scanned]).toEqual(['Nguyễn Văn A', ['contactName', 'fullName']]);
  });

  it('asks nothing where the person wrote the same in other letters', () => {
    const form = answer(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }), 'fullName', ' nguyễn văn  a');
    const { differing, same, form: after } = fillFromPaper(form, paper);
    expect([differing, same, after.answers.fullName]).toEqual([[], ['fullName'], ' nguyễn văn  a']);
  });

  const child = createDeclarationForm({ pack: OLD, today: TODAY, subject: 'child' });
  const card = { paper: 'health-card', fullName: 'Trần Thử Nghiệm', cardNumber: 'TE1799999999902', sex: 'female' } as const;
  it.each([
    ['an identity paper of no age', paper, 'guardian', { guardianIdentityNumber: '079299000001', contactName: 'Nguyễn Văn A' }],
    ['an adult’s identity paper', { ...paper, birthDate: '1990-02-01' }, 'guardian', { guardianIdentityNumber: '079299000001', contactName: 'Nguyễn Văn A' }],
    ['a child’s căn cước', { ...paper, birthDate: '2018-02-01' }, 'declarant', { fullName: 'Nguyễn Văn A', birthDate: '01/02/2018' }],
    ['a health card of no age', card, 'declarant', { fullName: 'Trần Thử Nghiệm', bhxhNumber: '9999999902' }],
    ['an adult’s health card', { ...card, birthDate: '1990' }, 'guardian', { guardianBhxhNumber: '9999999902', contactName: 'Trần Thử Nghiệm' }],
    ['a child’s health card', { ...card, birthDate: '2018' }, 'declarant', { fullName: 'Trần Thử Nghiệm', bhxhNumber: '9999999902', birthDate: '2018' }],
  ] as const)('R16 · in a child’s form, %s', (_, scanned, whose, answers) => {
    const { form, holder, filled } = fillFromPaper(child, scanned);
    expect([holder, Object.fromEntries(filled.map((field) => [field, textOf(form, field)]))]).toEqual([whose, answers]);
    expect(form.holder === undefined).toBe(whose === 'guardian');
  });

  it('R1 · an identity paper in an organisation’s form is its legal representative’s; a health card says nothing of it', () => {
    const form = createDeclarationForm({ pack: OLD, today: TODAY, subject: 'organisation' });
    const { form: after, filled } = fillFromPaper(form, paper);
    expect([filled, after.answers.contactName]).toEqual([['contactName'], 'Nguyễn Văn A']);
    expect(fillFromPaper(form, card)).toEqual({ form, holder: 'representative', filled: [], same: [], differing: [] });
  });

  it.each([
    ['another sex and birth year', { birthDate: '1950', sex: 'female' }, ['identity.other-birth-year', 'identity.other-sex']],
    ['the same', { birthDate: '2099-12-31', sex: 'male' }, []],
    ['nothing', {}, []],
  ] as const)('a paper that says %s of who has this personal ID is a warning or none, and stops nobody', (_, says, codes) => {
    const typed = answer(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }), 'identityNumber', '079299000001');
    const { form } = fillFromPaper(typed, { paper: 'health-card', ...says });
    const told = faultsOfField(form, 'identityNumber');
    expect(told.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'warning']));
  });

  it('whatever was written and scanned, no letter of the person is lost and every filled field is marked', () => {
    const text = fc.constantFrom('', ' ', 'Lê Thị Mẫu', 'nguyễn văn a', '079299000002', '9999999901', '01/02/2010');
    const fields = ['fullName', 'bhxhNumber', 'identityNumber', 'birthDate', 'contactName', 'guardianIdentityNumber', 'guardianBhxhNumber'] as const;
    const says = fc.record(
      {
        paper: fc.constantFrom('health-card' as const, 'personal-id' as const),
        fullName: fc.constantFrom('Nguyễn Văn A', 'Trần Thử Nghiệm'),
        birthDate: fc.constantFrom('1950', '2018-02-01', '2099'),
        sex: fc.constantFrom('male' as const, 'female' as const),
        cardNumber: fc.constantFrom('9999999901', 'TE1799999999902'),
        personalId: fc.constantFrom('079299000001', '079399000002'),
      },
      { requiredKeys: ['paper'] },
    );
    const subject = fc.constantFrom('individual' as const, 'child' as const, 'organisation' as const);
    fc.assert(
      fc.property(fc.tuple(...fields.map(() => text)), says, subject, fc.constantFrom(OLD, NEW), (texts, scanned, who, pack) => {
        const before = fields.reduce((so, field, at) => answer(so, field, texts[at]!), createDeclarationForm({ pack, today: TODAY, subject: who }));
        const { form, filled, same, differing } = fillFromPaper(before, scanned);
        expect(form.scanned).toEqual(filled);
        for (const field of fields) if (!filled.includes(field)) expect(textOf(form, field)).toBe(textOf(before, field));
        for (const field of filled) expect(textOf(before, field).trim()).toBe('');
        expect(new Set([...filled, ...same, ...differing.map(({ field }) => field)]).size).toBe(filled.length + same.length + differing.length);
        // The same paper once more changes nothing.
        const again = fillFromPaper(form, scanned);
        expect([again.form.answers, again.differing]).toEqual([form.answers, differing]);
      }),
      { numRuns: 300 },
    );
  });

  it('a second paper replaces what the first one filled', () => {
    const first = fillFromPaper(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }), paper).form;
    const second = fillFromPaper(first, { ...paper, fullName: 'Trần Thử Nghiệm' });
    expect([second.form.answers.fullName, second.form.scanned, second.differing]).toEqual(['Trần Thử Nghiệm', first.scanned, []]);
  });
});
