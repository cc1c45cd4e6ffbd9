import { addDays, addMonths, monthOfIndex } from '../dates/calendar.js';
import type { BenefitLevel, HealthCard } from '../cards/health-card.js';
import type { Chance } from './chance.js';
import type { Person } from './people.js';

/** Why somebody is insured: the object code of their card and the benefit level it has. */
export type Standing = 'DN' | 'HC' | 'TN' | 'GD' | 'HT' | 'TE' | 'HS';

const LEVELS: Readonly<Record<Standing, BenefitLevel>> = { DN: '4', HC: '4', TN: '4', GD: '4', HT: '3', TE: '1', HS: '4' };

/** Months in a row of one standing; indexes, both ends included. */
export interface Cover {
  readonly standing: Standing;
  readonly from: number;
  readonly to: number;
}

/** Joins what each month is covered by into runs; months without cover are between them. */
export function coversOf(from: number, to: number, standingIn: (month: number) => Standing | undefined): Cover[] {
  const covers: { standing: Standing; from: number; to: number }[] = [];
  for (let month = from; month <= to; month++) {
    const standing = standingIn(month);
    const last = covers.at(-1);
    if (standing === undefined) continue;
    if (last?.standing === standing && last.to === month - 1) last.to = month;
    else covers.push({ standing, from: month, to: month });
  }
  return covers;
}

const firstDay = (month: number): string => `${monthOfIndex(month)}-01`;
const lastDay = (month: number): string => addDays(firstDay(month + 1), -1);
/** Breaks of so many months in all leave five continuous years continuous (Luật BHYT, as amended by Luật 46/2014/QH13; NĐ 146/2018/NĐ-CP, Điều 12). */
const BREAK_MAX = 3;

/** Since when the insurance is continuous, for each cover. */
function continuousSince(covers: readonly Cover[]): number[] {
  let since = covers[0]?.from ?? 0;
  let broken = 0;
  return covers.map((cover, at) => {
    const before = covers[at - 1];
    broken += before ? cover.from - before.to - 1 : 0;
    if (broken > BREAK_MAX) {
      since = cover.from;
      broken = 0;
    }
    return since;
  });
}

interface Issuing {
  readonly person: Person;
  /** The month cards are issued from; earlier ones are not kept. */
  readonly since: number;
  readonly thisMonth: number;
}

/** The cards of covers: one for each year, or for what is left of it; a child under 6 has one for the whole time. A cover that reaches this month has a card to the end of the year. */
export function cardsOf(covers: readonly Cover[], { person, since, thisMonth }: Issuing): HealthCard[] {
  const continuous = continuousSince(covers);
  return covers.flatMap(({ standing, from, to }, at) => {
    if (standing === 'TE') return [cardOf(person, standing, { start: from, end: to, continuous: from })];
    const end = to >= thisMonth ? Math.floor(thisMonth / 12) * 12 + 11 : to;
    const cards: HealthCard[] = [];
    for (let start = Math.max(from, since); start <= end; start = (Math.floor(start / 12) + 1) * 12)
      cards.push(cardOf(person, standing, { start, end: Math.min(end, Math.floor(start / 12) * 12 + 11), continuous: continuous[at] ?? start }));
    return cards;
  });
}

function cardOf({ profile, sex }: Person, standing: Standing, { start, end, continuous }: { start: number; end: number; continuous: number }): HealthCard {
  const level = LEVELS[standing];
  const born = profile.birthDate;
  const validFrom = firstDay(start) < born ? born : firstDay(start);
  return {
    // Cards since 01/04/2021 print the ten digits alone (QĐ 1666/QĐ-BHXH 2020).
    number: validFrom >= '2021-04-01' ? profile.bhxhNumber : `${standing}${level}79${profile.bhxhNumber}`,
    holderName: profile.fullName,
    birthDate: born,
    sex,
    ...(profile.address !== undefined && { address: profile.address }),
    facilityCode: '79 - 000',
    facilityName: 'Bệnh viện Mẫu (thử nghiệm)',
    validFrom,
    validTo: lastDay(end),
    fiveYearsFrom: addMonths(firstDay(continuous), 60),
    objectCode: standing,
    benefitLevel: level,
    issuedOn: validFrom === born ? born : addDays(validFrom, -15),
    issuedAt: 'BHXH Tp. Hồ Chí Minh',
  };
}

/** Whether somebody insures themselves as a household while they do not work, decided once for each such time. */
export function householdIn(chance: Chance, idle: readonly { readonly from: number; readonly to: number }[], share: number): (month: number) => boolean {
  const bought = idle.map((time, at) => ({ ...time, bought: chance.of(`idle ${at}`).happens(share) }));
  return (month) => bought.some(({ from, to, bought }) => bought && from <= month && month <= to);
}
