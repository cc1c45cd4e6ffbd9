import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openTestDatabase, rowsOf, TestClock, testGateway } from '../../test-support/gateway.js';
import { lives, OFFICERS } from '../../test-support/life/acts.js';
import { INVARIANTS } from '../../test-support/life/invariants.js';
import { BEGINNING, live, type Stage } from '../../test-support/life/living.js';
import { SECOND_PERSON_FROM, TOMBSTONE_DAYS } from '../../test-support/life/rules.js';
import type { World } from '../../test-support/life/world.js';
import { newOfficer } from '../../test-support/officers.js';
import type { Database } from '../storage/database.js';

/** Lives to live: few with every change, thousands by `BHXH_LIVES=2000 npx vitest run --project node packages/gateway/src/registration/life.test.ts`. */
const LIVES = Number(process.env['BHXH_LIVES'] ?? 10);
/** Turns of the longest: an act, or a way of several. */
const LONGEST = 25;
/** Milliseconds for a counterexample to be made small; `BHXH_LIFE='{"seed":…,"path":"…"}'` lives one again as it was printed. */
const PATIENCE = 90_000;

let database: Database;
let stage: Stage;
let world: World;

beforeAll(async () => {
  database = await openTestDatabase();
  const clock = new TestClock(BEGINNING);
  const env = { BHXH_SECOND_PERSON_FROM: String(SECOND_PERSON_FROM), BHXH_TOMBSTONE_DAYS: String(TOMBSTONE_DAYS) };
  const carrier = { carry: async (...given: Parameters<World['carrier']['carry']>) => world.carrier.carry(...given) };
  const open = () => testGateway(database, { clock, env, carrier });
  const gateways = [await open(), await open()] as const;
  await newOfficer(gateways[0], 'canbo.angiang', OFFICERS[2]);
  const officers = await rowsOf(database, 'select id, agency_code from officers');
  const officerIds = OFFICERS.map((agency) => String(officers.find((officer) => officer['agency_code'] === agency)?.['id']));
  stage = { gateways, officerIds, clock, enter: (entered) => (world = entered) };
});
afterAll(async () => {
  for (const gateway of stage.gateways) await gateway.close();
  await database.close();
});

describe(`the life of declarations: ${Object.keys(INVARIANTS).join('; ')}`, () => {
  it(
    'R10–R13, R17, O1–O5 · whatever is done, twice, at once, late, or with the carrier away: the gateway answers as the model does, and every invariant holds after every step',
    async () => {
      const again = process.env['BHXH_LIFE'] === undefined ? {} : (JSON.parse(process.env['BHXH_LIFE']) as { seed: number; path: string });
      await fc.assert(
        fc.asyncProperty(lives(LONGEST), (acts) => live(acts, stage)),
        { numRuns: LIVES, ...(LIVES <= 10 && { interruptAfterTimeLimit: PATIENCE }), ...again },
      );
    },
    LIVES > 10 ? 3_600_000 : PATIENCE + 30_000,
  );
});
