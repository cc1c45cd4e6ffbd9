import { addDays, addMonths, monthIndex } from '../dates/calendar.js';
import type { Chance } from './chance.js';
import { cardsOf, coversOf } from './coverage.js';
import { type LifeRecord, newestFirst, YEARS_TOLD } from './life-record.js';
import { participationOf } from './participation-of-life.js';
import { familyNameOf, passwordOf, type Person, personOf } from './people.js';
import { visitsOf } from './visits-of-life.js';

/** Birth days of the children: from the parent’s twenties on, two to four years apart. */
export function birthsOf(chance: Chance, birthDate: string, today: string, count = chance.whole(0, 3)): string[] {
  const births: string[] = [];
  let day = addMonths(birthDate, 12 * chance.whole(20, 26) + chance.whole(0, 11));
  for (let at = 0; at < count; at++) {
    if (day <= today) births.push(day);
    day = addDays(addMonths(day, chance.whole(24, 48)), chance.whole(0, 28));
  }
  return births;
}

/** What the registers know of a child: a card until six, and then as a pupil; visits. */
export function childRecord(chance: Chance, { born, serial, parent, today }: { born: string; serial: number; parent: Person; today: string }): LifeRecord {
  const sex = chance.of('sex').pick(['male', 'female'] as const);
  const made = personOf(chance.of('person'), serial, { birthDate: born, sex, familyName: familyNameOf(parent) });
  const person = { ...made, profile: { ...made.profile, address: parent.profile.address } };
  const thisMonth = monthIndex(today);
  const first = monthIndex(born);
  // To the end of the month in which the child is 72 months old, and to the end of September where school begins after (Luật BHYT, as amended by Luật 46/2014/QH13, Điều 12, 16).
  const six = Math.max(first + 72, Math.floor((first + 72) / 12) * 12 + 8);
  const grown = first + 12 * 18 - 1;
  const covers = coversOf(first, Math.max(six, Math.min(thisMonth, grown)), (month) => (month <= six ? 'TE' : 'HS'));
  const cards = cardsOf(covers, { person, since: thisMonth - 12 * YEARS_TOLD, thisMonth });
  return {
    password: passwordOf(person),
    profile: person.profile,
    cards: newestFirst(cards, ({ validFrom }) => validFrom),
    participation: participationOf({ jobs: [], covers, thisMonth }),
    benefits: [],
    visits: visitsOf(chance.of('visits'), { cards, birthDate: born, today, births: [] }),
  };
}
