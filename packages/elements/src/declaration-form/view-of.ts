import { type FieldId, type StepId, textOf } from '@bhxh-kit/domain';
import { codeName, faultMessage, fieldLabel, type NamedCodes, type WordOverrides } from '@bhxh-kit/domain/wording';
import type { Catalogue } from '../foundation/words.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import type { PlaceNames } from './place-names.js';

/** What the element adds to the session for the templates. */
export interface ViewSurroundings extends Pick<FormView, 't' | 'client' | 'agencies' | 'units' | 'language'> {
  readonly overrides: readonly (Catalogue | undefined)[];
  goTo(step: StepId, field?: FieldId): void;
}

/** The session as the templates read it, in the language and the host's wording. */
export function viewOf(session: FormSession, names: PlaceNames, { overrides, ...around }: ViewSurroundings): FormView {
  const { form } = session;
  const locale = around.language === 'en' ? 'en' : 'vi';
  const words = wholeSentences(overrides);
  const place = names.unit(form.pack.addressScheme, textOf(form, 'commune'));
  return {
    ...around,
    form,
    address: session.address,
    pictures: session.pictures,
    photographRound: session.photographRound,
    asked: (step) => session.asked(step),
    label: (field) => fieldLabel(field, locale, words),
    codeName: <List extends keyof NamedCodes>(list: List, code: NamedCodes[List]) => codeName(list, code, locale, words),
    told: (field) => session.told(field),
    sentence: ({ code, facts, field }) => faultMessage(code, facts, locale, { field, overrides: words }),
    addressText: [textOf(form, 'street'), place].filter(Boolean).join(', '),
    agencyText: names.agencyText(textOf(form, 'agency'), around.agencies),
    answer: (field, text) => session.answer(field, text),
    leave: (field) => session.leave(field),
    choose: (subject) => session.choose(subject),
    photographed: (kind, state, picture) => session.photographed(kind, state, picture),
  };
}

/** The host's wording in the domain's terms, the closest catalogue last, so that it wins. */
function wholeSentences(overrides: readonly (Catalogue | undefined)[]): WordOverrides {
  // Copied and turned: `toReversed` came with Chrome 110.
  const pairs = [...overrides].reverse().flatMap((catalogue) => Object.entries(catalogue ?? {}));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
