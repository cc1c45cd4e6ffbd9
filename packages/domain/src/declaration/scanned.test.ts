import { describe, expect, it } from 'vitest';
import { TODAY } from '../../test-support/declarations.js';
import { rulePack } from '../rule-packs/packs.js';
import { answer, createDeclarationForm } from './form.js';
import { fillFromPaper } from './scanned.js';

const OLD = rulePack('2021');
const NEW = rulePack('2025');

describe('R19 · filling from a paper', () => {
  const paper = { paper: 'personal-id', fullName: 'Nguyễn Văn A', personalId: '079299000001', birthDate: '2099-02-01', sex: 'male' } as const;

  it('fills what is empty, and under the 2025 pack the personal ID is the number too', () => {
    const form = createDeclarationForm({ pack: NEW, today: TODAY, subject: 'individual' });
    const { form: after, filled } = fillFromPaper(form, paper);
    expect(filled).toEqual(['fullName', 'bhxhNumber', 'identityNumber', 'birthDate']);
    expect(after.scanned).toEqual(filled);
    expect(answer(after, 'fullName', 'Lê Thị Mẫu').scanned).not.toContain('fullName');
  });

  it('leaves alone what the person wrote, and tells where the paper says something else', () => {
    const form = answer(
      answer(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }), 'fullName', 'Lê Thị Mẫu'),
      'identityNumber',
      '079 299 000 001',
    );
    const { form: after, kept, filled } = fillFromPaper(form, paper);
    expect([after.answers.fullName, kept, filled]).toEqual(['Lê Thị Mẫu', ['fullName'], ['birthDate']]);
  });

  it('R16 · an identity paper in a child’s form is the guardian’s', () => {
    const { form } = fillFromPaper(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'child' }), paper);
    expect([form.answers.guardianIdentityNumber, form.answers.fullName, form.circumstances.sex]).toEqual(['079299000001', undefined, undefined]);
  });

  it('R1 · a person’s paper says nothing of an organisation', () => {
    const form = createDeclarationForm({ pack: OLD, today: TODAY, subject: 'organisation' });
    expect(fillFromPaper(form, paper)).toEqual({ form, filled: [], kept: [] });
  });

  it('a second paper replaces what the first one filled', () => {
    const first = fillFromPaper(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }), paper).form;
    const second = fillFromPaper(first, { ...paper, fullName: 'Trần Thử Nghiệm' });
    expect([second.form.answers.fullName, second.kept]).toEqual(['Trần Thử Nghiệm', []]);
  });
});
