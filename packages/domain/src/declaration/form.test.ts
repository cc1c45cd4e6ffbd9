import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { child, individual, PACKS, rightDeclarations, TODAY } from '../../test-support/declarations.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import { rulePack } from '../rule-packs/packs.js';
import { fieldsOf, stepOf } from './asked-fields.js';
import { toSubmission } from './assembly.js';
import { fromDraft, toDraft } from './draft.js';
import { type FieldId, fieldAt, photographKindOf, pointerOf, TEXT_FIELDS, type TextFieldId } from './fields.js';
import { faultsOf, faultsOfField } from './form-faults.js';
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
import { normaliseAnswer } from './normalise.js';
import { fillFromPaper } from './scanned.js';
import { goBack, goNext, goTo, stepsOf } from './steps.js';
import { type DeclarationSubmission, PhotographKind } from './submission.js';
import { typedDateOfIso } from './typed-date.js';

const SIGNED_IN = { guardianSignedIn: true };
const OLD = rulePack('2021');
const NEW = rulePack('2025');

/** A form in which a person has answered what the declaration says. */
function formOf(declaration: DeclarationSubmission, pack: RulePack): DeclarationForm {
  const { address, certificate, guardian, transactAt } = declaration;
  const said: Partial<Record<TextFieldId, string | undefined>> = {
    fullName: declaration.fullName,
    bhxhNumber: declaration.bhxhNumber,
    identityNumber: declaration.identityNumber,
    birthDate: declaration.birthDate && typedDateOfIso(declaration.birthDate),
    guardianBhxhNumber: guardian?.bhxhNumber,
    guardianIdentityNumber: guardian?.identityNumber,
    province: address.provinceCode,
    district: address.districtCode,
    commune: address.communeCode,
    street: address.street,
    contactName: declaration.contactName,
    mobilePhone: declaration.mobilePhone,
    email: declaration.email,
    agency: declaration.agencyCode,
    handIn: declaration.handIn,
    transactAt: transactAt.kind,
    ivanName: transactAt.kind === 'ivan' ? transactAt.name : undefined,
    certificateSerial: certificate?.serial,
    certificateIssuer: certificate?.issuer,
    certificateValidFrom: certificate && typedDateOfIso(certificate.validFrom),
    certificateValidTo: certificate && typedDateOfIso(certificate.validTo),
    startDate: typedDateOfIso(declaration.startDate),
    commitment: 'yes',
  };
  let form = chooseSubject(createDeclarationForm({ pack, today: TODAY, locale: declaration.locale, circumstances: SIGNED_IN }), declaration.subject);
  for (const field of TEXT_FIELDS) if (said[field] !== undefined) form = answer(form, field, said[field]);
  for (const { kind, id, key } of declaration.photographs) form = photographAnswered(form, kind, { status: 'kept', id, key });
  return form;
}

const errors = (form: DeclarationForm) => faultsOf(form).filter((fault) => fault.severity === 'error');

describe('the form of Mẫu 01', () => {
  it('R10 · what is answered is what is sent, under every pack', () => {
    fc.assert(
      fc.property(rightDeclarations, ({ pack, declaration }) => {
        expect(toSubmission(formOf(declaration, pack))).toEqual({ ok: true, submission: declaration });
      }),
    );
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
      for (const { id } of STEPS.flatMap((step) => fieldsOf(form, step)).filter((field) => field.required && field.id !== 'subject')) {
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

  it('R15 · the photographs are skipped, with the reason, for a verified identity', () => {
    const form = underCircumstances(formOf(individual(NEW), NEW), { circumstances: { identityVerified: true } });
    expect(stepsOf(form).find((step) => step.id === 'photographs')).toEqual({ id: 'photographs', skipped: 'identity-verified', current: false });
    expect(stepsOf(form).map((step) => step.number)).toEqual([1, 2, undefined, 3, 4]);
    expect(goNext(goNext(form).form).form.step).toBe('agency');
    expect(goBack(goNext(goNext(form).form).form).form.step).toBe('person');
    expect(goTo(form, 'photographs').form.step).toBe('subject');
    expect(toSubmission(form)).toMatchObject({ ok: true, submission: { photographs: [] } });
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

  it('R1 · another subject and back again loses nothing', () => {
    const form = formOf(individual(OLD), OLD);
    expect(chooseSubject(chooseSubject(form, 'child'), 'individual')).toEqual(form);
    expect(toSubmission(chooseSubject(form, 'child'))).toMatchObject({ ok: false });
  });
});

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

  it('a second paper replaces what the first one filled', () => {
    const first = fillFromPaper(createDeclarationForm({ pack: OLD, today: TODAY, subject: 'individual' }), paper).form;
    const second = fillFromPaper(first, { ...paper, fullName: 'Trần Thử Nghiệm' });
    expect([second.form.answers.fullName, second.kept]).toEqual(['Trần Thử Nghiệm', []]);
  });
});

describe('R20 · drafts', () => {
  const reopening = (pack: RulePack, now = 0) => ({ pack, today: TODAY, now, circumstances: SIGNED_IN });

  it('a draft opens to the same form, through JSON', () => {
    fc.assert(
      fc.property(
        rightDeclarations,
        fc.constantFrom('subject' as const, 'person' as const, 'photographs' as const, 'agency' as const, 'review' as const),
        ({ pack, declaration }, step) => {
          const form = normaliseAnswer({ ...formOf(declaration, pack), step }, 'bhxhNumber');
          const opened = fromDraft(JSON.parse(JSON.stringify(toDraft(form, 1))), reopening(pack));
          expect(opened).toEqual({ ok: true, value: form });
        },
      ),
    );
  });

  it('an expired draft and one nobody can read are refused by code', () => {
    const draft = toDraft(formOf(individual(OLD), OLD), 1000);
    expect(fromDraft(draft, reopening(OLD, 999)).ok).toBe(true);
    expect(fromDraft(draft, reopening(OLD, 1000))).toMatchObject({ ok: false, code: 'draft.expired' });
    fc.assert(
      fc.property(fc.anything(), (anything) => void expect(fromDraft(anything, reopening(OLD))).toMatchObject({ ok: false, code: 'draft.unreadable' })),
    );
  });

  it('holds no session, no word of the gateway and no upload under way', () => {
    const form = photographAnswered(formOf(individual(OLD), OLD), 'portrait', { status: 'uploading', progress: 0.2 });
    const draft = toDraft(applyServerFaults(form, [{ pointer: '/email', code: 'x', facts: {}, severity: 'error' }]), 1);
    expect(JSON.stringify(draft)).not.toMatch(/serverFaults|circumstances|uploading/);
    expect(toDraft({ ...form, step: 'receipt' }, 1)).toBeUndefined();
  });

  it('opened under a newer pack on a later day, it keeps what still applies', () => {
    const opened = fromDraft(toDraft(formOf(individual(OLD), OLD), 1), { ...reopening(NEW), today: '2026-12-01' });
    expect(opened).toMatchObject({ ok: true, value: { pack: NEW, answers: { fullName: 'Nguyễn Văn A', startDate: '01/12/2026' } } });
    expect(opened.ok && opened.value.answers.province).toBeUndefined();
  });
});

describe('any walk through the form', () => {
  const act = fc.oneof(
    fc.record({
      act: fc.constant('answer' as const),
      field: fc.constantFrom(...TEXT_FIELDS),
      text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('yes', 'ivan', '01', '9999999001')),
    }),
    fc.record({ act: fc.constantFrom('next' as const, 'back' as const) }),
    fc.record({ act: fc.constant('leave' as const), field: fc.constantFrom(...TEXT_FIELDS) }),
    fc.record({ act: fc.constant('subject' as const), subject: fc.constantFrom('individual' as const, 'child' as const, 'organisation' as const) }),
    fc.record({ act: fc.constant('photograph' as const), kind: fc.constantFrom(...PhotographKind.options) }),
    fc.record({ act: fc.constant('to' as const), step: fc.constantFrom(...STEPS) }),
  );

  it('never throws, and going on or back never loses an answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PACKS), fc.array(act, { maxLength: 40 }), (pack, acts) => {
        let form = createDeclarationForm({ pack, today: TODAY });
        for (const one of acts) {
          const before = form;
          if (one.act === 'answer') form = answer(form, one.field, one.text);
          else if (one.act === 'leave') form = normaliseAnswer(form, one.field);
          else if (one.act === 'subject') form = chooseSubject(form, one.subject);
          else if (one.act === 'photograph') form = photographAnswered(form, one.kind, { status: 'kept', id: 'i', key: 'k' });
          else form = (one.act === 'to' ? goTo(form, one.step) : one.act === 'next' ? goNext(form) : goBack(form)).form;
          if (one.act !== 'answer') expect(form.answers).toEqual(before.answers);
          else expect(form.answers[one.field]).toBe(one.text);
          expect(fieldsOf(form).every((field) => stepOf(form, field.id) === form.step)).toBe(true);
          faultsOf(form);
          toSubmission(form);
          expect(stepsOf(form).filter((step) => step.current)).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every field is found again from its pointer', () => {
    const kinds = PhotographKind.options;
    const fields: readonly FieldId[] = ['subject', ...TEXT_FIELDS];
    for (const field of fields) expect(fieldAt(pointerOf(field))).toBe(field);
    kinds.forEach((kind, at) => {
      expect(fieldAt(`/photographs/${at}/id`, kinds)).toBe(`photograph-${kind}`);
      expect(fieldAt('/photographs', kinds, kind)).toBe(`photograph-${kind}`);
    });
    fc.assert(fc.property(fc.string(), (text) => fieldAt(text) === undefined || text.startsWith('/')));
  });
});
