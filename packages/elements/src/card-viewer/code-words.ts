import type { BenefitLevel } from '@bhxh-kit/domain';
import { benefitOf } from '@bhxh-kit/domain/cards/benefits.js';
import { livingAreaWords } from '@bhxh-kit/domain/cards/card-words.js';
import { OBJECT_CODES } from '@bhxh-kit/domain/cards/object-codes.js';
import type { Words } from '../foundation/words.js';
import type { SayActs } from './acts-words.js';
import type { Speak } from './card-acts.js';

/** Says a code of the fact `objectCode`, `level` or `area`. */
export type SayCode = (code: string, key: string) => string;

/** The codes a card may bear, as a catalogue: a host words `card-code.DN` anew like every other text. No object code is named like an area. */
const codes: Words = { name: 'card-code', vi: codesIn('vi'), en: codesIn('en') };

/** What the codes of a card mean (C4): whom the object code names, what the level pays, which area it is. */
export function codeWords(t: SayActs, speak: Speak): SayCode {
  const meaning = speak(codes);
  return (code, key) => {
    if (key === 'level') return benefitWords(code, t);
    if (!Object.hasOwn(codes.vi, code)) return code;
    return key === 'area' ? meaning(code) : `${code} · ${meaning(code)}`;
  };
}

function benefitWords(level: string, t: SayActs): string {
  const benefit = benefitOf(level as BenefitLevel);
  if (!benefit) return level;
  const bounds = (['ceilings', 'fullForSmall', 'beyondScope'] as const).filter((bound) => benefit[bound]);
  return [t('pays', { level, percent: benefit.percent }), ...bounds.map((bound) => t(bound))].join(' ');
}

function codesIn(locale: 'vi' | 'en'): Record<string, string> {
  const objects = Object.entries(OBJECT_CODES).map(([code, label]) => [code, label[locale]]);
  return Object.fromEntries([...objects, ...['K1', 'K2', 'K3'].map((area) => [area, livingAreaWords(area, locale).text])]) as Record<string, string>;
}
