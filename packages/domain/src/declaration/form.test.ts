import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { child, everyRightDeclaration, individual, PACKS, TODAY } from '../../test-support/declarations.js';
import { formOf, SIGNED_IN } from '../../test-support/forms.js';
import { rulePack } from '../rule-packs/packs.js';
import { fieldsOf } from './asked-fields.js';
import { photographKindOf, type TextFieldId } from './fields.js';
import {
  answer,
  applyServerFaults,
  chooseSubject,
  createDeclarationForm,
  type DeclarationForm,
  onDay,
  photographAnswered,
  received,
  STEPS,
  textOf,
  underCircumstances,
  underPack,
} from './form.js';
import { faultsOf, faultsOfField } from './form-faults.js';
import { normaliseAnswer } from './normalise.js';
import { goBack, goNext, goTo, stepsOf } from './steps.js';
import { toSubmission } from './submitting.js';

const OLD = rulePack('2021');
const NEW = rulePack('2025');

const errors = (form: DeclarationForm) => faultsOf(form).filter((fault) => fault.severity === 'error');

describe('the form of Mẫu 01', () => {
  it('R10 · what is answered is what is sent, under every pack', () => {
    fc.assert(
      fc.property(everyRightDeclaration, ({ pack, declaration }) => {
        expect(toSubmission(formOf(declaration, pack))).toEqual({ ok: true, submission: declaration });
      }),
    );
  });

  it.each(['318', '471', '498', '536', '755'])('R4 · in the island district %s the address ends there, under the packs of the 2021 map', (districtCode) => {
    for (const pack of [OLD, rulePack('2023')]) {
      const address = { scheme: '2021', provinceCode: '77', districtCode, street: 'Khu 1' } as const;
      const declaration = { ...individual(pack), address };
      const form = formOf(declaration, pack);
      expect(fieldsOf(form, 'person').find(({ id }) => id === 'commune')?.required).toBe(false);
      expect(toSubmission(form)).toEqual({ ok: true, submission: declaration });
    }
  });

  it('R4 · a commune is required anew in a district that has some', () => {
    const pack = rulePack('2023');
    const island = { scheme: '2021', provinceCode: '77', districtCode: '755', street: 'Khu 1' } as const;
    const moved = answer(formOf({ ...individual(pack), address: island }, pack), 'district', '754');
    expect(errors(moved).map(({ field, code }) => [field, code])).toEqual([['commune', 'required']]);
  });

  it('R10 · an incomplete form is not sent and names its fields', () => {
    const sent = toSubmission(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }));
    const fields = sent.ok ? [] : sent.faults.map((fault) => fault.field);
    expect(fields).toEqual([
      'fullName',
      'bhxhNumber',
      'identityNumber',
      'province',
      'district',
      'commune',
      'street',
      'contactName',
      'mobilePhone',
      'photograph-portrait',
      'photograph-identity-front',
      'photograph-identity-back',
      'agency',
      'handIn',
      'commitment',
    ]);
  });

  it.each(PACKS)('R3 · every field that must be answered is told when it is empty, under the pack $id', (pack) => {
    for (const right of [individual(pack), child(pack)]) {
      const form = formOf(right, pack);
      for (const { id } of STEPS.flatMap((step) => fieldsOf(form, step)).filter((field) => field.required && !['purpose', 'subject'].includes(field.id))) {
        const kind = photographKindOf(id);
        const emptied = kind ? photographAnswered(form, kind, undefined) : answer(form, id as TextFieldId, '');
        expect(
          errors(emptied).map((fault) => fault.field),
          id,
        ).toContain(id);
        expect(goTo(emptied, 'review').form.step === 'review', id).toBe(id === 'commitment');
      }
    }
  });

  it('R1–R10 · a right form walks through every step to the review, and back', () => {
    for (const pack of PACKS) {
      let form = formOf(individual(pack), pack);
      const walked = [form.step];
      for (let steps = 0; steps < 4; steps++) walked.push((form = goNext(form).form).step);
      expect(walked).toEqual(['subject', 'person', 'photographs', 'agency', 'review']);
      expect(goTo(form, 'person')).toMatchObject({ form: { step: 'person' }, faults: [] });
      expect(goNext(form).form.step).toBe('review');
    }
  });

  it('R1 · next stays where something is missing and says what', () => {
    const form = createDeclarationForm({ pack: OLD, today: TODAY });
    expect(goNext(form)).toMatchObject({ form, faults: [{ field: 'subject', code: 'required' }] });
    const chosen = goNext(chooseSubject(form, 'individual')).form;
    expect(goNext(chosen).faults.map((fault) => fault.field)).not.toContain('agency');
    expect(goNext(chosen).form).toBe(chosen);
  });

  it('R16 · a child is asked birth date and guardian, not an identity number', () => {
    const asked = fieldsOf(chooseSubject(createDeclarationForm({ pack: OLD, today: TODAY }), 'child'), 'person').map((field) => field.id);
    expect(asked).toEqual(expect.arrayContaining(['birthDate', 'guardianBhxhNumber', 'guardianIdentityNumber']));
    expect(asked).not.toContain('identityNumber');
  });

  it('R16 · without the guardian signed in, the 2023 pack says so at the first step', () => {
    const form = chooseSubject(createDeclarationForm({ pack: rulePack('2023'), today: TODAY }), 'child');
    expect(goNext(form).faults).toMatchObject([{ field: 'subject', code: 'child.guardian-first' }]);
    expect(goNext(underCircumstances(form, { circumstances: SIGNED_IN })).form.step).toBe('person');
  });

  it('R16 · what the gateway said of the subject ends with the session it was said of; what it said of another field stays', () => {
    const fault = (pointer: string) => ({ pointer, code: 'child.guardian-first' as const, facts: {}, severity: 'error' as const });
    const form = chooseSubject(createDeclarationForm({ pack: rulePack('2023'), today: TODAY, circumstances: SIGNED_IN }), 'child');
    const refused = applyServerFaults(form, [fault('/subject'), fault('/bhxhNumber')]);
    expect(goNext(refused).form.step).toBe('subject');
    const again = underCircumstances(refused, { circumstances: SIGNED_IN });
    expect([goNext(again).form.step, again.serverFaults.map(({ pointer }) => pointer)]).toEqual(['person', ['/bhxhNumber']]);
  });

  it('R15 · a confirmed identity owes no photographs, and its step stays, to take the confirmation back', () => {
    const form = underCircumstances(formOf(individual(NEW), NEW), { circumstances: { identityVerified: true } });
    expect(stepsOf(form).map((step) => step.number)).toEqual([1, 2, 3, 4, 5]);
    const atPhotographs = goTo(form, 'photographs').form;
    expect(atPhotographs.step).toBe('photographs');
    expect(fieldsOf(atPhotographs)).toEqual([]);
    expect(goNext(atPhotographs).form.step).toBe('agency');
    expect(toSubmission(form)).toMatchObject({ ok: true, submission: { photographs: [] } });
    expect(fieldsOf(underCircumstances(atPhotographs, { circumstances: {} })).map(({ id }) => id)).toContain('photograph-portrait');
  });

  it('R15 · no verification stands for photographs under the pack of 2021, nor for a child’s birth certificate', () => {
    const asked = (pack: typeof OLD, subject: 'individual' | 'child') => {
      const form = createDeclarationForm({ pack, today: TODAY, subject, circumstances: { identityVerified: true } });
      return fieldsOf(form, 'photographs').length;
    };
    expect([asked(OLD, 'individual'), asked(NEW, 'individual'), asked(rulePack('2023'), 'individual')]).toEqual([3, 0, 0]);
    expect([asked(NEW, 'child'), asked(rulePack('2023'), 'child')]).toEqual([2, 2]);
  });

  it('A10 · the photographs are skipped, with the reason, for who signed in with VNeID', () => {
    const form = underCircumstances(formOf(individual(NEW), NEW), { circumstances: { vneid: true } });
    expect(stepsOf(form).find((step) => step.id === 'photographs')).toEqual({ id: 'photographs', skipped: 'vneid', current: false });
    expect(stepsOf(form).map((step) => step.number)).toEqual([1, 2, undefined, 3, 4]);
    expect(goNext(goNext(form).form).form.step).toBe('agency');
    expect(goBack(goNext(goNext(form).form).form).form.step).toBe('person');
    expect(goTo(form, 'photographs').form.step).toBe('subject');
  });

  it('R3 · the district is asked in the old map only, the name of the I-VAN organisation only there', () => {
    const asked = (form: DeclarationForm) => STEPS.flatMap((step) => fieldsOf(form, step)).map((field) => field.id);
    const before = createDeclarationForm({ pack: OLD, today: TODAY });
    expect(asked(before)).toContain('district');
    expect(asked(createDeclarationForm({ pack: NEW, today: TODAY }))).not.toContain('district');
    expect(asked(before)).not.toContain('ivanName');
    expect(asked(answer(before, 'transactAt', 'ivan'))).toContain('ivanName');
  });

  it('R5 · a photograph on its way, or one whose upload failed, is said so', () => {
    const form = formOf(individual(OLD), OLD);
    const code = (state: Parameters<typeof photographAnswered>[2]) =>
      faultsOfField(photographAnswered(form, 'portrait', state), 'photograph-portrait').map((fault) => fault.code);
    expect(code({ status: 'uploading', progress: 0.5 })).toEqual(['photograph.uploading']);
    expect(code({ status: 'failed', code: 'network' })).toEqual(['photograph.not-uploaded']);
    expect(code(undefined)).toEqual(['photograph.missing']);
    expect(code({ status: 'kept', id: 'a', key: 'b' })).toEqual([]);
  });

  it('R4 · another province empties what was chosen below it, the same province does not', () => {
    const form = formOf(individual(OLD), OLD);
    expect(answer(form, 'province', '01')).toBe(form);
    const moved = answer(form, 'province', '79');
    expect([moved.answers.province, moved.answers.district, moved.answers.commune]).toEqual(['79', undefined, undefined]);
  });

  it('R18 · leaving a field tidies what it shows and keeps what was typed', () => {
    const rows: readonly (readonly [TextFieldId, string, string])[] = [
      ['bhxhNumber', 'GD 4 79 999999 9001', '9999999001'],
      ['fullName', '  Nguyễn  Văn A '.normalize('NFD'), 'Nguyễn Văn A'],
      ['mobilePhone', '+84 900 000 001', '0900000001'],
      ['startDate', '1.12.2026', '01/12/2026'],
      ['birthDate', '2/2010', '02/2010'],
      ['mobilePhone', '0123', '0123'],
      ['startDate', 'mai', 'mai'],
    ];
    for (const [field, typed, shown] of rows) {
      const left = normaliseAnswer(answer(createDeclarationForm({ pack: OLD, today: TODAY }), field, typed), field);
      expect([textOf(left, field), left.answers[field]]).toEqual([shown, typed]);
      expect(normaliseAnswer(left, field)).toBe(left);
    }
  });

  it('a fault of the gateway stands at its field until that is answered anew', () => {
    const form = applyServerFaults({ ...formOf(individual(OLD), OLD), step: 'review' }, [
      { pointer: '/email', code: 'email.taken', facts: {}, severity: 'error' },
      { pointer: '/photographs/1', code: 'photograph.unasked', facts: {}, severity: 'error' },
      { pointer: '/rulePack', code: 'rule-pack.other', facts: {}, severity: 'error' },
    ]);
    expect(faultsOf(form).map((fault) => fault.field)).toEqual(['email', 'photograph-identity-front', undefined]);
    expect(faultsOf(form, 'review').map((fault) => fault.code)).toEqual(['rule-pack.other']);
    const mended = photographAnswered(answer(form, 'email', 'le.thi.mau@example.vn'), 'identity-front', { status: 'kept', id: 'n', key: 'k' });
    expect(faultsOf(mended).map((fault) => fault.code)).toEqual(['rule-pack.other']);
    expect(
      received(mended, {
        reference: '00055.GD_2026_001',
        status: 'waiting-for-paper',
        rulePack: '2021',
        agencyCode: '001',
        agencyName: 'BHXH',
        receivedAt: '2026-11-21T00:00:00Z',
      }),
    ).toMatchObject({ step: 'receipt', serverFaults: [] });
  });

  it('a newer pack keeps every answer but the place in the old map', () => {
    const form: DeclarationForm = { ...formOf(individual(OLD), OLD), step: 'review' };
    const later = underPack(form, NEW);
    expect(later.step).toBe('person');
    expect(errors(later).map((fault) => fault.field)).toEqual(['province', 'commune']);
    const again = answer(answer(later, 'province', '01'), 'commune', '00001');
    expect(toSubmission(again)).toMatchObject({ ok: true, submission: { rulePack: '2025', address: { scheme: '2025' }, fullName: 'Nguyễn Văn A' } });
  });

  it('a first day chosen ahead moves with midnight, one the person chose does not', () => {
    const form = createDeclarationForm({ pack: OLD, today: TODAY });
    expect(onDay(form, '2026-11-22').answers.startDate).toBe('22/11/2026');
    expect(onDay(answer(form, 'startDate', '01/12/2026'), '2026-11-22').answers.startDate).toBe('01/12/2026');
  });

  it('R3 · a first day in a year that was mistyped is told where it is typed', () => {
    const told = (day: string) => faultsOfField(answer(formOf(individual(OLD), OLD), 'startDate', day), 'startDate').map(({ code }) => code);
    expect([told('01/12/2026'), told('01/12/2062')]).toEqual([[], ['date.too-far']]);
  });

  it('R1 · another subject and back again loses nothing', () => {
    const form = formOf(individual(OLD), OLD);
    expect(chooseSubject(chooseSubject(form, 'child'), 'individual')).toEqual(form);
    expect(toSubmission(chooseSubject(form, 'child'))).toMatchObject({ ok: false });
  });
});
