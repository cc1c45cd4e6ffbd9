import type { ConsentAct, ConsentTexts, InputOf, MyConsents, operations } from '@bhxh-kit/contract';
import { rulePack } from '@bhxh-kit/domain';
import { checkConsents, type ConsentGiver, giverOf, isAsked, purposesAsked, recordsOf, standingOf } from '@bhxh-kit/domain/consent/first-use.js';
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  FIRST_USE_INTRODUCTION,
  FIRST_USE_TERMS,
  FIRST_USE_VERSION,
  isNecessary,
  PURPOSE_TEXTS,
} from '@bhxh-kit/domain/consent/first-use-texts.js';
import type { TestCall } from './handlers.js';
import { Refusal } from './refusal.js';

type Language = 'vi' | 'en';
type Given = InputOf<typeof operations.consents.give>;
type Withdrawn = InputOf<typeof operations.consents.withdraw>;

const ASKED = purposesAsked(CONSENT_PURPOSES);
/** As a gateway says unless it is set. */
const DEVICE_COPY_DAYS = 30;

const textOf = (purpose: ConsentPurpose, language: Language) => {
  const { title, words, withdrawing } = PURPOSE_TEXTS[purpose];
  return { purpose, necessary: isNecessary(purpose), title: title[language], words: words[language], withdrawing: withdrawing[language] };
};

/** What the persons of a test gateway agreed to (A9), by their number. */
export class TestConsents {
  readonly #acts = new Map<string, readonly ConsentAct[]>();

  texts(language: Language): ConsentTexts {
    const [introduction, terms] = [FIRST_USE_INTRODUCTION[language], FIRST_USE_TERMS[language]];
    return { textVersion: FIRST_USE_VERSION, introduction, terms, purposes: ASKED.map((purpose) => textOf(purpose, language)) };
  }

  mine(call: TestCall, language: Language): MyConsents {
    const acts = this.#acts.get(numberOf(call)) ?? [];
    const standing = standingOf(acts);
    return {
      asked: isAsked(acts, FIRST_USE_VERSION),
      givenBy: giverIn(call),
      textVersion: FIRST_USE_VERSION,
      purposes: ASKED.map((purpose) => {
        const act = standing.get(purpose);
        return { ...textOf(purpose, language), given: act?.given ?? false, ...(act?.given && { since: act.at, agreedVersion: act.textVersion }) };
      }),
      history: acts.toReversed(),
      deviceCopyDays: DEVICE_COPY_DAYS,
    };
  }

  give(call: TestCall): MyConsents {
    const answer = call.input as unknown as Given;
    if (answer.textVersion !== FIRST_USE_VERSION) throw new Refusal('consent.text-changed');
    const faults = checkConsents(answer, ASKED, giverIn(call));
    if (faults.length > 0)
      throw new Refusal(
        'consent.incomplete',
        faults.map(({ facts, ...fault }) => ({ ...fault, facts: { ...facts } })),
      );
    return this.#add(call, recordsOf(answer.purposes, ASKED, this.#acts.get(numberOf(call)) ?? [], FIRST_USE_VERSION), answer);
  }

  withdraw(call: TestCall): MyConsents {
    const answer = call.input as unknown as Withdrawn;
    const before = standingOf(this.#acts.get(numberOf(call)) ?? []).get(answer.purpose);
    return this.#add(call, before?.given ? [{ purpose: before.purpose, given: false, textVersion: before.textVersion }] : [], answer);
  }

  #add(
    call: TestCall,
    added: readonly Pick<ConsentAct, 'purpose' | 'given' | 'textVersion'>[],
    { locale, channel }: Pick<Given, 'locale' | 'channel'>,
  ): MyConsents {
    const acts = added.map((act) => ({ ...act, locale, channel, givenBy: giverIn(call), at: call.memory.now }));
    this.#acts.set(numberOf(call), [...(this.#acts.get(numberOf(call)) ?? []), ...acts]);
    return this.mine(call, locale);
  }
}

const numberOf = ({ memory, headers }: TestCall): string => memory.person(headers).profile.bhxhNumber;

const giverIn = ({ memory, headers }: TestCall): ConsentGiver =>
  giverOf(memory.person(headers).profile.birthDate, memory.now.slice(0, 10), rulePack(memory.beginning.rulePack));
