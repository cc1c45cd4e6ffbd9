import type { HealthCard } from './health-card.js';

/** Mẫu thẻ: which layout a card is printed in. */
export type CardLayout = '2014' | '2020';

/** Cards issued from this day on print the ten digits alone (QĐ 1666/QĐ-BHXH 2020). */
const TEN_DIGITS_SINCE = '2021-04-01';

/** The layout of a card, by its day of issue, or by its number where that is all it says. */
export function cardLayout({ number, issuedOn = '' }: Pick<HealthCard, 'number' | 'issuedOn'>): CardLayout {
  return number.length === 10 || issuedOn >= TEN_DIGITS_SINCE ? '2020' : '2014';
}
