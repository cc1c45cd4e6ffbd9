import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyRightDeclaration, individual, TODAY } from '../../test-support/declarations.js';
import { formOf, SIGNED_IN } from '../../test-support/forms.js';
import { concernedBy, REJECTION_REASONS } from '../review/rejection-reasons.js';
import { rulePack } from '../rule-packs/packs.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import { formatDate } from '../text/format-date.js';
import { correctedForm as corrected, type GivenBack } from './correcting.js';
import { answer, createDeclarationForm, type DeclarationForm } from './form.js';
import { faultsOf, faultsOfField } from './form-faults.js';
import type { DeclarationSubmission } from './submission.js';
import { toSubmission } from './submitting.js';

const correctedForm = (form: DeclarationForm, given: GivenBack) => corrected(form, given, formatDate);
const OLD = rulePack('2021');
const NEW = rulePack('2025');
const empty = (pack: RulePack, today = TODAY) => createDeclarationForm({ pack, today, circumstances: SIGNED_IN });
const givenBack = ({ purpose, subject, agencyCode, photographs, ...declared }: DeclarationSubmission, ...reasons: string[]): GivenBack => ({
  purpose,
  subject,
  agencyCode,
  declared,
  photographs,
  reasons,
});

describe('R17, O4 · a rejected declaration', () => {
  it('comes back whole: with the commitment alone it is the declaration that was sent', () => {
    fc.assert(
      fc.property(everyRightDeclaration, ({ pack, declaration }) => {
        const form = correctedForm(empty(pack), givenBack(declaration, 'form-unsigned'));
        expect(form.step).toBe('review');
        expect(toSubmission(form).ok).toBe(false);
        const sent = toSubmission(answer({ ...form, locale: declaration.locale }, 'commitment', 'yes'));
        expect(sent).toEqual(toSubmission(formOf(declaration, pack)));
      }),
    );
  });

  it('carries what says which one it corrects, whatever is changed of it', () => {
    const form = correctedForm(empty(OLD), { ...givenBack(individual(OLD)), correctionKey: 'K7QM2XHD' });
    expect(toSubmission(answer(answer(form, 'fullName', 'Nguyễn Văn Á'), 'commitment', 'yes'))).toMatchObject({
      ok: true,
      submission: { correctionKey: 'K7QM2XHD' },
    });
  });

  it('is marked where a reason is about it, until the field is answered anew; a mark stops nobody', () => {
    const form = correctedForm(empty(OLD), givenBack(individual(OLD), 'identity-differs', 'other-agency', 'form-unsigned'));
    const marked = () => faultsOf(form).filter(({ code }) => code === 'correction.look-again');
    expect(marked().map(({ field, severity }) => [field, severity])).toEqual([
      ['fullName', 'warning'],
      ['identityNumber', 'warning'],
      ['agency', 'warning'],
    ]);
    expect(faultsOfField(answer(form, 'fullName', 'Nguyễn Văn Á'), 'fullName')).toEqual([]);
    expect(toSubmission(answer(form, 'commitment', 'yes')).ok).toBe(true);
  });

  it('keeps the photographs, but for those a reason asks for anew', () => {
    const kinds = (...reasons: string[]) => Object.keys(correctedForm(empty(OLD), givenBack(individual(OLD), ...reasons)).photographs);
    expect(kinds('identity-differs')).toEqual(['portrait', 'identity-front', 'identity-back']);
    expect(kinds('identity-expired')).toEqual(['portrait']);
    expect(kinds('photograph-unusable')).toEqual([]);
    const form = correctedForm(empty(OLD), givenBack(individual(OLD), 'identity-expired'));
    expect(faultsOfField(form, 'photograph-identity-back').map(({ code }) => code)).toEqual(['photograph.missing', 'correction.look-again']);
    expect(faultsOfField(form, 'photograph-portrait')).toEqual([]);
  });

  it('opened under another map of places and on a later day, it keeps what still applies', () => {
    const form = correctedForm(empty(NEW, '2027-01-02'), givenBack(individual(OLD)));
    expect([form.answers.province, form.answers.commune, form.answers.startDate]).toEqual([undefined, undefined, '02/01/2027']);
    expect(form.answers.street).toBe(individual(OLD).address?.street);
  });

  it('has a place for every reason of the list, and for one newer than this copy', () => {
    for (const reason of [...REJECTION_REASONS, 'newer', 'toString']) {
      const { serverFaults } = correctedForm(empty(OLD), givenBack(individual(OLD), reason));
      expect(new Set(serverFaults.map(({ pointer }) => pointer))).toEqual(new Set(concernedBy(reason)));
    }
  });
});
