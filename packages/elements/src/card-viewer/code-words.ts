import type { BenefitLevel } from '@bhxh-kit/domain';
import { benefitOf } from '@bhxh-kit/domain/cards/benefits.js';
import { livingAreaWords } from '@bhxh-kit/domain/cards/card-words.js';
import { OBJECT_CODES } from '@bhxh-kit/domain/cards/object-codes.js';
import type { Words } from '../foundation/words.js';
import type { SayActs } from './acts-words.js';
import type { Speak } from './card-acts.js';

/** Says a code of the fact `objectCode`, `level` or `area`. */
export type SayCode = (code: string, key: string) => string;

/** The codes a card may bear, as a catalogue: a host words `card-code.DN` anew like every other text. */
const objectWords: Words = { name: 'card-code', vi: objectsIn('vi'), en: objectsIn('en') };
const areaWords: Words = { name: 'card-code', vi: areasIn('vi'), en: areasIn('en') };

/** What the codes of a card mean (C4): whom the object code names, what the level pays, which area it is. */
export function codeWords(t: SayActs, speak: Speak): SayCode {
  const [objects, areas] = [speak(objectWords), speak(areaWords)];
  const inWords = (known: Words, code: string, say: (code: string) => string) => (Object.hasOwn(known.vi, code) ? say(code) : '');
  return (code, key) => {
    if (key === 'level') return benefitWords(code, t);
    if (key === 'area') return inWords(areaWords, code, areas) || code;
    const meaning = inWords(objectWords, code, objects);
    return meaning ? `${code} · ${meaning}` : code;
  };
}

function benefitWords(level: string, t: SayActs): string {
  const benefit = benefitOf(level as BenefitLevel);
  if (!benefit) return level;
  const bounds = (['ceilings', 'fullForSmall', 'beyondScope'] as const).filter((bound) => benefit[bound]);
  return [t('pays', { level, percent: benefit.percent }), ...bounds.map((bound) => t(bound))].join(' ');
}

function objectsIn(locale: 'vi' | 'en'): Record<string, string> {
  return Object.fromEntries(Object.entries(OBJECT_CODES).map(([code, label]) => [code, label[locale]]));
}

function areasIn(locale: 'vi' | 'en'): Record<string, string> {
  return Object.fromEntries(['K1', 'K2', 'K3'].map((area) => [area, livingAreaWords(area, locale).text]));
}
