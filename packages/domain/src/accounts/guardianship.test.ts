import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn } from '../dates/calendar.js';
import { grownUpOn } from './guardianship.js';

const AGES = [15, 18] as const;

describe('the end of a guardian’s sight of a child', () => {
  it.each([
    ['2015-03-17', 15, '2030-03-17'],
    ['2015-03-17', 18, '2033-03-17'],
    ['2016-02-29', 15, '2031-03-01'],
    ['2015-03', 15, '2030-03-01'],
    ['2015', 18, '2033-01-01'],
  ] as const)('R16 · a child born %s is grown up at %i on %s', (birthDate, childBelowAge, day) => expect(grownUpOn(birthDate, { childBelowAge })).toBe(day));

  it('R16 · is the first day on which the child may have the age, whatever the date says', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom(4, 7, 10), fc.constantFrom(...AGES), (day, length, childBelowAge) => {
        const birthDate = day.slice(0, length);
        const grown = grownUpOn(birthDate, { childBelowAge });
        expect(ageOn(birthDate, grown).most).toBe(childBelowAge);
        expect(ageOn(birthDate, addDays(grown, -1)).most).toBe(childBelowAge - 1);
      }),
      { numRuns: 200 },
    );
  });
});
