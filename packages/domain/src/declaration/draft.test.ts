import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyRightDeclaration, individual, TODAY } from '../../test-support/declarations.js';
import { formOf, SIGNED_IN } from '../../test-support/forms.js';
import { rulePack } from '../rule-packs/packs.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import { fromDraft } from './draft.js';
import { toDraft } from './drafting.js';
import { applyServerFaults, photographAnswered } from './form.js';
import { normaliseAnswer } from './normalise.js';

const OLD = rulePack('2021');
const NEW = rulePack('2025');

describe('R20 · drafts', () => {
  const reopening = (pack: RulePack, now = 0) => ({ pack, today: TODAY, now, circumstances: SIGNED_IN });

  it('a draft opens to the same form, through JSON', () => {
    fc.assert(
      fc.property(
        everyRightDeclaration,
        fc.constantFrom('subject' as const, 'person' as const, 'photographs' as const, 'agency' as const, 'review' as const),
        ({ pack, declaration }, step) => {
          const read = { scanned: ['fullName' as const], holder: { sex: 'female' as const, birthDate: '1950' } };
          const form = normaliseAnswer({ ...formOf(declaration, pack), step, ...read }, 'bhxhNumber');
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
      fc.property(fc.anything(), (anything) => {
        expect(fromDraft(anything, reopening(OLD))).toMatchObject({ ok: false, code: 'draft.unreadable' });
      }),
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
