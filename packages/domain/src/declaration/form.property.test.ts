import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACKS, TODAY } from '../../test-support/declarations.js';
import '../../test-support/forms.js';
import { fieldsOf, stepOf } from './asked-fields.js';
import { type FieldId, fieldAt, pointerOf, TEXT_FIELDS } from './fields.js';
import { answer, choosePurpose, chooseSubject, createDeclarationForm, photographAnswered, STEPS } from './form.js';
import { faultsOf } from './form-faults.js';
import { normaliseAnswer } from './normalise.js';
import { goBack, goNext, goTo, stepsOf } from './steps.js';
import { DeclarationSubmission, PhotographKind } from './submission.js';
import { toSubmission } from './submitting.js';

describe('any walk through the form', () => {
  const act = fc.oneof(
    fc.record({
      act: fc.constant('answer' as const),
      field: fc.constantFrom(...TEXT_FIELDS),
      text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('yes', 'ivan', '01', '9999999001', 'email mobilePhone', 'certificate')),
    }),
    fc.record({ act: fc.constantFrom('next' as const, 'back' as const) }),
    fc.record({ act: fc.constant('leave' as const), field: fc.constantFrom(...TEXT_FIELDS) }),
    fc.record({ act: fc.constant('subject' as const), subject: fc.constantFrom('individual' as const, 'child' as const, 'organisation' as const) }),
    fc.record({ act: fc.constant('purpose' as const), purpose: fc.constantFrom('register' as const, 'adjust' as const, 'stop' as const) }),
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
          else if (one.act === 'purpose') form = choosePurpose(form, one.purpose);
          else if (one.act === 'photograph') form = photographAnswered(form, one.kind, { status: 'kept', id: 'i', key: 'k' });
          else form = (one.act === 'to' ? goTo(form, one.step) : one.act === 'next' ? goNext(form) : goBack(form)).form;
          if (one.act !== 'answer') expect(form.answers).toEqual(before.answers);
          else expect(form.answers[one.field]).toBe(one.text);
          expect(fieldsOf(form).every((field) => stepOf(form, field.id) === form.step)).toBe(true);
          faultsOf(form);
          const sent = toSubmission(form);
          if (sent.ok) expect(DeclarationSubmission.safeParse(sent.submission).error?.issues).toBeUndefined();
          expect(stepsOf(form).filter((step) => step.current)).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every field is found again from its pointer', () => {
    const kinds = PhotographKind.options;
    const fields: readonly FieldId[] = ['purpose', 'subject', ...TEXT_FIELDS];
    for (const field of fields) expect(fieldAt(pointerOf(field))).toBe(field);
    kinds.forEach((kind, at) => {
      expect(fieldAt(`/photographs/${at}/id`, kinds)).toBe(`photograph-${kind}`);
      expect(fieldAt('/photographs', kinds, kind)).toBe(`photograph-${kind}`);
    });
    fc.assert(fc.property(fc.string(), (text) => fieldAt(text) === undefined || text.startsWith('/')));
  });
});
