import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustment, everyRightDeclaration, PACKS, PURPOSES, SUBJECTS, type Subject, TODAY } from '../../test-support/declarations.js';
import { formOf } from '../../test-support/forms.js';
import { rulePack } from '../rule-packs/packs.js';
import { fieldsOf, stepOf } from './asked-fields.js';
import { changesOf } from './changes.js';
import { checkDeclaration } from './checks.js';
import { paperRequired } from './circumstances.js';
import { fromDraft } from './draft.js';
import { photographKindOf, type TextFieldId } from './fields.js';
import { answer, choosePurpose, chooseSubject, createDeclarationForm, type DeclarationForm, photographAnswered, STEPS } from './form.js';
import { faultsOf } from './form-faults.js';
import { goNext, goTo, stepsOf } from './steps.js';
import { toSubmission } from './submitting.js';

const NEW = rulePack('2025');
const purposes = Object.keys(PURPOSES) as (keyof typeof PURPOSES)[];
const subjects = Object.keys(SUBJECTS) as Subject[];
const every = PACKS.flatMap((pack) => purposes.flatMap((purpose) => subjects.map((subject) => ({ pack, purpose, subject, id: pack.id }))));

const errors = (form: DeclarationForm) => faultsOf(form).filter(({ severity }) => severity === 'error');
const asked = (form: DeclarationForm) => STEPS.flatMap((step) => fieldsOf(form, step));
const begun = (purpose: keyof typeof PURPOSES, subject: Subject) =>
  chooseSubject(choosePurpose(createDeclarationForm({ pack: NEW, today: TODAY }), purpose), subject);

describe.each(every)('R1 R2 · $purpose, $subject, pack $id', ({ pack, purpose, subject }) => {
  const right = PURPOSES[purpose](subject, pack);
  const form = formOf(right, pack);

  it('a filled form submits what was answered and nothing else', () => {
    expect(faultsOf(form)).toEqual([]);
    expect(toSubmission(form)).toEqual({ ok: true, submission: right });
    expect(checkDeclaration(right, { pack, today: TODAY, guardianSignedIn: true })).toEqual([]);
  });

  it('walks through its own steps alone, each asking something', () => {
    const steps = stepsOf(form);
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, at) => at + 1));
    for (const { id } of steps) expect(fieldsOf(form, id), id).not.toEqual([]);
    let walked = form;
    for (const { id } of steps) {
      expect(walked.step).toBe(id);
      walked = goNext(walked).form;
    }
    expect(walked.step).toBe('review');
  });

  it('a field that must be answered is named when it is empty, and keeps the form on its step', () => {
    for (const { id } of asked(form).filter((field) => field.required && field.answeredBy !== 'check' && stepOf(form, field.id) !== 'subject')) {
      const kind = photographKindOf(id);
      const emptied = kind ? photographAnswered(form, kind, undefined) : answer(form, id as TextFieldId, '');
      expect(
        errors(emptied).map(({ field }) => field),
        id,
      ).toContain(id);
      expect(goTo(emptied, 'review').form.step, id).toBe(stepOf(emptied, id));
    }
  });
});

describe('R2 · the purposes of one form', () => {
  it('an adjustment carries the facts that change and no other, whatever else was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...every.filter(({ purpose }) => purpose === 'register')),
        fc.subarray(['certificate', 'email', 'mobilePhone'] as const, { minLength: 1 }),
        ({ pack, subject }, changes) => {
          const facts = adjustment(subject, pack, changes);
          const everything = { ...SUBJECTS[subject](pack), ...adjustment(subject, pack), stopDate: TODAY, stopReason: 'x' };
          const form = answer(formOf(everything, pack), 'changes', changes.join(' '));
          expect(toSubmission(form)).toEqual({ ok: true, submission: facts });
          expect(changesOf(form)).toEqual(changes);
        },
      ),
    );
  });

  it('an adjustment asks only for what is ticked, and for the phone once', () => {
    const fields = (changes: string) => fieldsOf(answer(begun('adjust', 'individual'), 'changes', changes), 'adjustment').map(({ id }) => id);
    expect(fields('')).toEqual(['changes', 'contactName', 'mobilePhone']);
    expect(fields('email')).toEqual(['changes', 'email', 'contactName', 'mobilePhone']);
    expect(fields('mobilePhone email')).toEqual(['changes', 'email', 'mobilePhone', 'contactName']);
    expect(fields('certificate').slice(1, 5)).toEqual(['certificateSerial', 'certificateIssuer', 'certificateValidFrom', 'certificateValidTo']);
  });

  it('another purpose and back again loses nothing', () => {
    fc.assert(
      fc.property(everyRightDeclaration, fc.constantFrom(...purposes), ({ pack, declaration }, other) => {
        const form = formOf(declaration, pack);
        expect(choosePurpose(choosePurpose(form, other), declaration.purpose)).toEqual(form);
      }),
    );
  });

  it('a draft kept before there were purposes opens, and can take another purpose', () => {
    const old = {
      version: 1,
      expiresAt: 1,
      rulePack: '2021',
      today: TODAY,
      locale: 'vi',
      purpose: 'register',
      subject: 'individual',
      step: 'agency',
      answers: { fullName: 'Nguyễn Văn A', transactAt: 'portal', startDate: '21/11/2026' },
      tidied: {},
      photographs: {},
      scanned: [],
    };
    const opened = fromDraft(old, { pack: rulePack('2021'), today: TODAY, now: 0 });
    expect(opened).toMatchObject({ ok: true, value: { step: 'agency', answers: { fullName: 'Nguyễn Văn A' } } });
    if (opened.ok) expect(asked(choosePurpose(opened.value, 'stop')).map(({ id }) => id)).toContain('stopReason');
  });

  it('a step of another purpose is not walked to', () => {
    const form = formOf(PURPOSES.stop('individual', NEW), NEW);
    for (const step of ['photographs', 'adjustment', 'receipt'] as const) expect(goTo(form, step)).toEqual({ form, faults: [] });
  });
});

describe('R1 · organisations', () => {
  it('are asked for unit code, tax number and certificate, and for no photograph or identity paper', () => {
    const form = begun('register', 'organisation');
    const ids = asked(form).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['fullName', 'bhxhNumber', 'taxNumber', 'contactName']));
    expect(ids.filter((id) => id.startsWith('photograph') || id === 'identityNumber' || id === 'birthDate')).toEqual([]);
    expect(asked(form).filter(({ id, required }) => id.startsWith('certificate') && required)).toHaveLength(4);
    expect(stepsOf(form).map(({ id }) => id)).toEqual(['subject', 'person', 'agency', 'review']);
  });

  it('hand in paper, also where a person signed in with VNeID need not', () => {
    expect(paperRequired(NEW, { vneid: true }, 'individual')).toBe(false);
    expect(paperRequired(NEW, { vneid: true }, 'organisation')).toBe(true);
  });

  it('write their code and tax number as they come', () => {
    let form = formOf(PURPOSES.register('organisation', NEW), NEW);
    for (const [field, text] of [
      ['bhxhNumber', 'zz 9999-a'],
      ['taxNumber', '9999999027 001'],
      ['fullName', '  Trường  THPT số 2 '],
    ] as const)
      form = answer(form, field, text);
    expect(toSubmission(form)).toMatchObject({ ok: true, submission: { bhxhNumber: 'ZZ9999A', taxNumber: '9999999027-001', fullName: 'Trường THPT số 2' } });
  });
});
