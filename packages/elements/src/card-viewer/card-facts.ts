import type { CardState, HealthCard } from '@bhxh-kit/domain';
import { cardOn } from '@bhxh-kit/domain/cards/card-on.js';
import { formatCardNumber } from '@bhxh-kit/domain/numbers/format-card-number.js';
import { maskNumber, spellDigits } from '@bhxh-kit/domain/numbers/masking.js';
import { formatDate } from '@bhxh-kit/domain/text/format-date.js';
import type { Translate } from '../foundation/words.js';
import type { CardWords } from './words.js';

export type SayCard = Translate<CardWords>;

/** One fact of C1: label, value as seen, and where the two differ, as a screen reader says it. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly spoken?: string;
}

/** Days before the end from which the remaining days are counted aloud. */
const SOON = 30;

/** The facts of a card, in the order of the paper one. What the card does not say is left out. `inWords` says what a code means, else the code stands there. */
export function factsOf(card: HealthCard, revealed: boolean, t: SayCard, inWords: (code: string, key: string) => string = String): readonly Fact[] {
  const { number, objectCode, benefitLevel } = card;
  const tail = number.slice(-4);
  const facts: (Fact | undefined)[] = [
    {
      key: 'number',
      label: t('number'),
      // Grouped, or with all but its last four characters hidden, the object code with them.
      text: revealed ? formatCardNumber(number) : maskNumber(formatCardNumber(number)),
      spoken: revealed ? spellDigits(number) : t('hidden', { digits: tail.length, tail: spellDigits(tail) }),
    },
    fact('objectCode', t('objectCode'), objectCode && (revealed ? inWords(objectCode, 'objectCode') : '••'), revealed ? undefined : t('hiddenCode')),
    fact('name', t('name'), card.holderName),
    fact('birthDate', t('birthDate'), formatDate(card.birthDate)),
    fact('sex', t('sex'), card.sex && t(card.sex)),
    fact('address', t('address'), card.address),
    fact('facility', t('facility'), [card.facilityCode, card.facilityName].filter(Boolean).join(' · ')),
    fact('validFrom', t('validFrom'), card.validFrom && formatDate(card.validFrom)),
    fact('validTo', t('validTo'), card.validTo && formatDate(card.validTo)),
    fact('fiveYears', t('fiveYears'), card.fiveYearsFrom && formatDate(card.fiveYearsFrom)),
    // The third character of the number: levels 2 and 3 hint at the group the object code names, so it is masked with them (C6).
    fact('level', t('level'), benefitLevel && (revealed ? inWords(benefitLevel, 'level') : '•'), revealed ? undefined : t('hiddenCode')),
    fact('area', t('area'), card.livingArea && inWords(card.livingArea, 'area')),
    fact('issued', t('issued'), card.issuedAt),
  ];
  return facts.filter((one): one is Fact => one !== undefined);
}

const fact = (key: string, label: string, text: string | undefined, spoken?: string): Fact | undefined =>
  text ? { key, label, text, ...(spoken ? { spoken } : {}) } : undefined;

/** A sentence on validity, and how it is painted. */
export interface Validity {
  readonly tone: 'valid' | 'soon' | 'invalid';
  readonly text: string;
}

/** C4 in words, for one card on a day. */
export function validityOf(card: HealthCard, day: string, t: SayCard): Validity {
  if (!card.validFrom) return { tone: 'soon', text: t('undated') };
  const state: CardState = cardOn([card], day);
  const end = card.validTo ? formatDate(card.validTo) : '';
  if (state.state === 'expired') return { tone: 'invalid', text: t('expired', { date: end }) };
  if (state.state !== 'valid') return { tone: 'invalid', text: t('notYet', { date: formatDate(card.validFrom) }) };
  if (state.days === undefined) return { tone: 'valid', text: t('valid') };
  if (state.days === 0) return { tone: 'soon', text: t('lastDay') };
  return state.days <= SOON ? { tone: 'soon', text: t('expiring', { count: state.days, date: end }) } : { tone: 'valid', text: t('validUntil', { date: end }) };
}
