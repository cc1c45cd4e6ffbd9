import { daysBetween, isRealDate } from '../dates/calendar.js';
import type { HealthCard } from './health-card.js';

/** How a person stands on a day (C4). `days` is whole days: left until the last valid day, since it, or until the first. */
export type CardState =
  | { readonly state: 'valid'; readonly card: HealthCard /** Absent where the card has no last day. 0: today is the last. */; readonly days?: number }
  | { readonly state: 'expired' | 'not-yet-valid'; readonly card: HealthCard; readonly days: number }
  | { readonly state: 'none' };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const covers = (card: HealthCard, day: string): boolean => card.validFrom <= day && (card.validTo === undefined || day <= card.validTo);

/** The later start wins, because a new card replaces the old one from its first day; of two with one start, the one that lasts longer. */
function newerFirst(a: HealthCard, b: HealthCard): number {
  const end = (card: HealthCard): string => card.validTo ?? '9999-12-31';
  return byText(b.validFrom, a.validFrom) || byText(end(b), end(a));
}

/** Its days are real ones, and in order. A scanned card may lack a first day that could be read: nothing is promised of it. */
function isSound({ validFrom, validTo }: HealthCard): boolean {
  return isRealDate(validFrom) && (validTo === undefined || (isRealDate(validTo) && validFrom <= validTo));
}

/**
 * Which of a person's cards applies on a day, and how it stands. First and last day are both valid. Where none covers the day, the one that ended last is told,
 * or else the one that begins next. Cards without a readable first day, or with a last day before it, are passed over.
 * @param day ISO date
 */
export function cardOn(cards: readonly HealthCard[], day: string): CardState {
  const sound = cards.filter(isSound).sort(newerFirst);
  const current = sound.find((card) => covers(card, day));
  if (current) return { state: 'valid', card: current, ...(current.validTo === undefined ? {} : { days: daysBetween(day, current.validTo) }) };
  const ended = sound.filter((card) => card.validTo !== undefined && card.validTo < day).sort((a, b) => byText(b.validTo ?? '', a.validTo ?? ''))[0];
  if (ended) return { state: 'expired', card: ended, days: daysBetween(ended.validTo ?? day, day) };
  const coming = sound.at(-1);
  return coming ? { state: 'not-yet-valid', card: coming, days: daysBetween(day, coming.validFrom) } : { state: 'none' };
}
