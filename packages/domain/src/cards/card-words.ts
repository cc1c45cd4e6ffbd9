import { benefitOf } from './benefits.js';
import type { BenefitLevel, HealthCard } from './health-card.js';
import { type Label, OBJECT_CODES } from './object-codes.js';

type Locale = keyof Label;

/** A code of a card in words; `known` is false where the kit has no words for it: then `text` is the code, to be shown with a word of caution. */
export interface CodeInWords {
  readonly text: string;
  readonly known: boolean;
}

/** Mã đối tượng in words (C4). Sensitive: it can reveal poverty or disability, so it is masked with the number (C6). Either case is understood. */
export function objectCodeWords(code: string, locale: Locale): CodeInWords {
  return inWords(OBJECT_CODES, code, locale);
}

const AREAS: Readonly<Record<NonNullable<HealthCard['livingArea']>, Label>> = {
  K1: {
    vi: 'Vùng dân tộc thiểu số hoặc khó khăn (K1)',
    en: 'Ethnic minority or difficult area (K1)',
  },
  K2: {
    vi: 'Vùng đặc biệt khó khăn (K2)',
    en: 'Especially difficult area (K2)',
  },
  K3: {
    vi: 'Xã đảo, huyện đảo (K3)',
    en: 'Island commune or district (K3)',
  },
};

/** Khu vực sinh sống in words: K1, K2, K3 (Luật BHYT, điều 22). */
export function livingAreaWords(area: string, locale: Locale): CodeInWords {
  return inWords(AREAS, area, locale);
}

const BOUNDS = {
  vi: {
    pays: 'Quỹ BHYT trả {percent}% chi phí trong phạm vi được hưởng.',
    ceilings: 'Một số dịch vụ có giới hạn tỷ lệ.',
    fullForSmall: 'Trả 100% tại trạm y tế xã hoặc khi chi phí thấp hơn 15% lương cơ sở.',
    beyondScope: 'Cả chi phí ngoài phạm vi được hưởng.',
  },
  en: {
    pays: 'The fund pays {percent}% of the costs within the scope.',
    ceilings: 'Some services have rate ceilings.',
    fullForSmall: '100% at a commune health station or below 15% of the base salary.',
    beyondScope: 'Also costs outside the scope.',
  },
} as const;

/** Mức hưởng in words: what the level pays and what bounds it (C1). A level the kit does not know is shown as it is. */
export function benefitWords(level: string, locale: Locale): CodeInWords {
  if (!/^[1-5]$/.test(level)) return { text: level, known: false };
  const benefit = benefitOf(level as BenefitLevel);
  const words = BOUNDS[locale];
  const bounds = (['ceilings', 'fullForSmall', 'beyondScope'] as const).filter((bound) => benefit[bound]).map((bound) => words[bound]);
  return { text: [words.pays.replace('{percent}', String(benefit.percent)), ...bounds].join(' '), known: true };
}

function inWords(labels: Readonly<Record<string, Label>>, code: string, locale: Locale): CodeInWords {
  const key = code.toUpperCase();
  const known = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return { text: known?.[locale] ?? code, known: known !== undefined };
}
