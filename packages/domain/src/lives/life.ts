import type { Sex } from '../cards/health-card.js';
import { addDays, addMonths, isRealDate } from '../dates/calendar.js';
import { adultRecord, type LifeSize } from './adult.js';
import { chanceOf } from './chance.js';
import { birthsOf, childRecord } from './children.js';
import type { LifeRecord } from './life-record.js';
import { personOf } from './people.js';

/** A synthetic life: its histories are the newest first, and agree with each other. */
export interface Life extends LifeRecord {
  /** What an account of theirs is signed in to with. */
  readonly password: string;
  /** The youngest last. */
  readonly children: readonly LifeRecord[];
}

/** What a life is to be like; what is left out, the seed decides. */
export interface LifeOptions {
  /** The day it is told on, ISO date from 2010 on: nothing comes after it but the end of a card. Default 2026-01-05, when the clock of a test gateway begins. */
  readonly today?: string;
  /** Full years, 18–90; 30–70 of a life of a size. */
  readonly age?: number;
  readonly sex?: Sex;
  /** How many, 0–4; those that would be born after today are left out. */
  readonly children?: number;
  /** Exact numbers of rows: periods of BHXH, benefits, visits. To try how much a page bears. */
  readonly size?: LifeSize;
}

/** A life of a size is long enough for much to happen in it. */
const AGE_OF_SIZE = 57;

/**
 * Makes up a life: jobs with rises, overlaps and gaps, children, benefits that fit the jobs, cards by interval, visits whose costs add up and are paid by the level of the
 * card of the day. The same seed and options give the same life. Nobody real has any of its numbers.
 * @param seed a whole number; seeds that differ by a multiple of 155 give people with the same numbers
 * @throws RangeError when an option is outside what it says
 */
export function generateLife(seed: number, options: LifeOptions = {}): Life {
  const { today = '2026-01-05', size = {} } = options;
  const sized = Object.values(size).some((rows: number | undefined) => rows !== undefined);
  check(options, today, sized);
  const chance = chanceOf(String(seed));
  const sex = options.sex ?? chance.of('sex').pick(['male', 'female']);
  const age = options.age ?? (sized ? AGE_OF_SIZE : chance.of('age').whole(22, 68));
  const birthDate = addDays(addMonths(today, -12 * age), -chance.of('birthday').whole(0, 364));
  const serial = 100 + (((seed % 155) + 155) % 155) * 5;
  const person = personOf(chance.of('person'), serial, { birthDate, sex });
  const births = birthsOf(chance.of('children'), birthDate, today, options.children);
  return {
    ...adultRecord(chance, { person, births, today, size }),
    children: births.map((born, at) => childRecord(chance.of(`child ${at}`), { born, serial: serial + at + 1, parent: person, today })),
  };
}

function check({ age, children, size = {} }: LifeOptions, today: string, sized: boolean): void {
  const within = (name: string, value: number | undefined, from: number, to: number): void => {
    if (value !== undefined && !(Number.isInteger(value) && value >= from && value <= to))
      throw new RangeError(`generateLife: ${name} is a whole number from ${from} to ${to}`);
  };
  if (!isRealDate(today) || today < '2010-01-01') throw new RangeError('generateLife: today is an ISO date from 2010 on');
  within('age', age, sized ? 30 : 18, sized ? 70 : 90);
  within('children', children, 0, 4);
  for (const name of ['participation', 'benefits', 'visits'] as const) within(`size.${name}`, size[name], 0, 20_000);
}
