import { daysBetween } from '../dates/calendar.js';
import type { HealthCard } from './health-card.js';

/** How a person stands on a day (C4). `days` is whole days: left until the last valid day, since it, or until the first. */
export type CardState =
  | { readonly state: 'valid'; readonly card: HealthCard /** Absent where the card has no last day. 0: today is the last. */; readonly days?: number }
  | { readonly state: 'expired' | 'not-yet-valid'; readonly card: HealthCard; readonly days: number }
  | { readonly state: 'none' };

const covers = (card: HealthCard, day: string): boolean => card.validFrom <= day && (card.validTo === undefined || day <= card.validTo);

/** The later start wins, because a new card replaces the old one from its first day; of two with one start, the one that lasts longer. */
function newerFirst(a: HealthCard, b: HealthCard): number {
  const end = (card: HealthCard): string => card.validTo ?? '9999-12-31';
  return b.validFrom.localeCompare(a.validFrom) || end(b).localeCompare(end(a));
}

/**
 * Which of a person's cards applies on a day, and how it stands. First and last day are both valid. Where none covers the day, the one that ended last is told,
 * or else the one that begins next. Cards with a last day before their first are passed over.
 * @param day ISO date
 */
export function cardOn(cards: readonly HealthCard[], day: string): CardState {
  const sound = cards.filter((card) => card.validTo === undefined || card.validFrom <= card.validTo).sort(newerFirst);
  const current = sound.find((card) => covers(card, day));
  if (current) return { state: 'valid', card: current, ...(current.validTo === undefined ? {} : { days: daysBetween(day, current.validTo) }) };
  const ended = sound.filter((card) => card.validTo !== undefined && card.validTo < day).sort((a, b) => (b.validTo ?? '').localeCompare(a.validTo ?? ''))[0];
  if (ended) return { state: 'expired', card: ended, days: daysBetween(ended.validTo ?? day, day) };
  const coming = sound.at(-1);
  return coming ? { state: 'not-yet-valid', card: coming, days: daysBetween(day, coming.validFrom) } : { state: 'none' };
}
