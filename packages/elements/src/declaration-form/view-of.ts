import type { FieldId, StepId } from '@bhxh-kit/domain';
import { textOf } from '@bhxh-kit/domain/declaration/form.js';
import { codeName, faultMessage, fieldLabel, type NamedCodes } from '@bhxh-kit/domain/wording';
import { hostSentences, type Listener } from '../foundation/words.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import { lowestUnit, type PlaceNames } from './place-names.js';

/** What the element adds to the session for the templates. */
export interface ViewSurroundings extends Pick<FormView, 't' | 'client' | 'agencies' | 'units' | 'identityVerifier' | 'scan'>, Listener {
  goTo(step: StepId, field?: FieldId): void;
}

/** The session as the templates read it, in the language and the host's wording. */
export function viewOf(session: FormSession, names: PlaceNames, { overrides, ...around }: ViewSurroundings): FormView {
  const { form } = session;
  const locale = around.language === 'en' ? 'en' : 'vi';
  const ofOrganisation = form.subject === 'organisation' && { 'step.person': around.t('identitySection') };
  const words = { ...ofOrganisation, ...hostSentences({ language: around.language, overrides }) };
  const unit = lowestUnit(form);
  const place = names.unit(form.pack.addressScheme, unit);
  return {
    ...around,
    form,
    address: session.address,
    pictures: session.pictures,
    photographRound: session.photographRound,
    asked: (step) => session.asked(step),
    label: (field) => fieldLabel(field, locale, words, form.subject),
    codeName: <List extends keyof NamedCodes>(list: List, code: NamedCodes[List]) => codeName(list, code, locale, words),
    told: (field) => session.told(field),
    sentence: ({ code, facts, field }) => faultMessage(code, facts, locale, { field, subject: form.subject, overrides: words }),
    addressText: [textOf(form, 'street'), place ?? (unit && `[${unit}]`)].filter(Boolean).join(', '),
    placeNamed: place !== undefined,
    agencyText: names.agencyText(textOf(form, 'agency'), around.agencies),
    answer: (field, text) => session.answer(field, text),
    leave: (field) => session.leave(field),
    choose: (subject) => {
      around.scan.prepare();
      session.choose(subject);
    },
    choosePurpose: (purpose) => session.choosePurpose(purpose),
    factName: (fact) => (fact === 'certificate' ? around.t('certificateSection') : fieldLabel(fact as 'email', locale, words)),
    proof: session.proof,
    prove: (proof) => session.prove(proof),
    text: (field) => textOf(form, field),
    photographed: (kind, state, picture) => session.photographed(kind, state, picture),
  };
}
