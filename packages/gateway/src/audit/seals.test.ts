import { randomUUID } from 'node:crypto';
import { operations } from '@bhxh-kit/contract';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, rowsOf, SECRET, TestClock, testGateway } from '../../test-support/gateway.js';
import { hearStatements } from '../../test-support/statements.js';
import { Secrets } from '../secrets/secrets.js';
import { audit, auditSeals } from '../storage/audit-schema.js';
import type { Database, Queries } from '../storage/database.js';
import { type Entry, hashOf, openSealing, type Seal } from './seals.js';
import { type Broken, verifyAudit } from './verification.js';

const secrets = new Secrets(SECRET);
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** As the owner of the tables can, and the gateway's own role cannot. */
async function besideTheGateway(...statements: string[]): Promise<void> {
  for (const table of ['audit', 'audit_seals']) await database.queries.execute(sql.raw(`alter table ${table} disable trigger user`));
  for (const statement of statements) await database.queries.execute(sql.raw(statement));
  for (const table of ['audit', 'audit_seals']) await database.queries.execute(sql.raw(`alter table ${table} enable trigger user`));
}

interface Trail {
  readonly clock: TestClock;
  readonly entries: readonly Entry[];
  readonly seals: readonly Seal[];
}

/** Entries written with gaps between their numbers, as given-up transactions leave them, and sealed in runs some seconds or hours apart. */
async function trail(runs: readonly { readonly size: number; readonly seconds: number }[]): Promise<Trail> {
  await besideTheGateway('truncate audit restart identity', 'truncate audit_seals');
  const clock = new TestClock();
  const seal = openSealing({ db: database.queries, clock, secrets });
  for (const { size, seconds } of runs) {
    for (let at = 0; at < size; at++) {
      await database.queries.execute(sql`select nextval('audit_id_seq')`);
      await database.queries
        .insert(audit)
        .values({ at: clock.now(), act: 'declared', subject: randomUUID(), actor: 'person', agencyCode: at % 2 ? '00106' : null });
    }
    clock.advance({ seconds: 5 });
    expect(await seal()).toBe(size);
    clock.advance({ seconds });
  }
  clock.advance({ minutes: 11 });
  return {
    clock,
    entries: await database.queries.select().from(audit).orderBy(audit.id),
    seals: await database.queries.select().from(auditSeals).orderBy(auditSeals.sequence),
  };
}

/** So many entries, their numbers ten apart. */
const written = (entries: number, clock: TestClock) =>
  database.queries.execute(
    sql`insert into audit (id, at, act, subject, actor) select 10 * n, ${clock.now().toISOString()}::timestamptz, 'declared', n::text, 'person' from generate_series(1, ${entries}::int) n`,
  );

const verdict = (clock: TestClock, head?: Seal) => verifyAudit(database.queries, { clock, secrets, head });

it('O1 · a seal is of everything before it, of its place and of its whole entry: with the secret, too, none is made anew alone', () => {
  const at = new Date('2026-11-21T03:00:00.000Z');
  const entry: Entry = { id: 7, at, act: 'declared', subject: 'a', actor: 'person', agencyCode: '00106' };
  const hashed = ({ previous = 'hash', sequence = 3, sealedAt = at, ...change }: Partial<Entry> & { previous?: string; sequence?: number; sealedAt?: Date }) =>
    hashOf(previous, { sequence, sealedAt }, { ...entry, ...change }, secrets);
  const later = new Date(at.getTime() + 1);
  const changes = [
    { previous: 'other' },
    { sequence: 4 },
    { sealedAt: later },
    { id: 8 },
    { at: later },
    { act: 'reminded' },
    { subject: 'b' },
    { actor: 'clock' },
  ];
  const hashes = [{}, ...changes, { agencyCode: null }].map(hashed);
  expect([new Set(hashes).size, hashed({})]).toEqual([hashes.length, hashes[0]]);
});

/** A deed and the row it must be named by. `first` and `second` are places in the chain, from 1. */
interface Tampering {
  readonly name: string;
  readonly statements: (given: Given) => string[];
  readonly found: (given: Given) => Broken;
}
interface Given {
  readonly trail: Trail;
  readonly first: number;
  readonly second: number;
  readonly entry: Entry;
  readonly other: Entry;
}

const changed = ({ first, entry }: Given): Broken => ({ what: 'changed', sequence: first, auditId: entry.id });
const FORGED = (id: string, at: string) => `insert into audit (id, at, act, subject, actor) values (${id}, '${at}', 'approved', 'x', 'y')`;
const CONTENT = ['at', 'act', 'subject', 'actor', 'agency_code'].map((column) => `${column} = other.${column}`).join(', ');

const tamperings: readonly Tampering[] = [
  ...[
    `at = at + interval '1 millisecond'`,
    `act = 'approved'`,
    `subject = subject || 'x'`,
    `actor = 'clock'`,
    `agency_code = coalesce(agency_code, '') || '1'`,
  ].map((change) => ({
    name: `an entry changed: ${change}`,
    statements: ({ entry }: Given) => [`update audit set ${change} where id = ${entry.id}`],
    found: changed,
  })),
  {
    name: 'an entry deleted',
    statements: ({ entry }) => [`delete from audit where id = ${entry.id}`],
    found: ({ first, entry }) => ({ what: 'deleted', sequence: first, auditId: entry.id }),
  },
  {
    name: 'an entry moved to another number',
    statements: ({ entry }) => [`update audit set id = id - 1 where id = ${entry.id}`],
    found: ({ first, entry }) => ({ what: 'deleted', sequence: first, auditId: entry.id }),
  },
  {
    name: 'two entries swapped',
    statements: ({ entry, other }) => [
      `update audit set ${CONTENT} from audit other where audit.id in (${entry.id}, ${other.id}) and other.id in (${entry.id}, ${other.id}) and other.id <> audit.id`,
    ],
    found: changed,
  },
  {
    name: 'an entry put in between, of any time',
    statements: ({ entry, trail: { clock }, second }) => [FORGED(String(entry.id - 1), second % 2 ? entry.at.toISOString() : clock.now().toISOString())],
    found: ({ entry }) => ({ what: 'inserted', auditId: entry.id - 1 }),
  },
  {
    name: 'an entry of long ago put in at the end',
    statements: ({ entry }) => [FORGED('1000000', entry.at.toISOString())],
    found: () => ({ what: 'unsealed', auditId: 1_000_000 }),
  },
  {
    name: 'an entry put in at the end with a seal of its own',
    statements: ({ trail: { clock, seals } }) => [
      FORGED('1000000', clock.now().toISOString()),
      `insert into audit_seals values (${seals.length + 1}, 1000000, '${'ab'.repeat(32)}', '${clock.now().toISOString()}')`,
    ],
    found: ({ trail: { seals } }) => ({ what: 'changed', sequence: seals.length + 1, auditId: 1_000_000 }),
  },
  ...[`hash = reverse(hash) || ''`, `sealed_at = sealed_at + interval '1 millisecond'`].map((change) => ({
    name: `a seal changed: ${change}`,
    statements: ({ first }: Given) => [`update audit_seals set ${change} where sequence = ${first}`],
    found: changed,
  })),
  {
    name: 'a seal deleted',
    statements: ({ first }) => [`delete from audit_seals where sequence = ${first}`],
    found: ({ first, entry, trail: { seals } }) =>
      first === seals.length ? { what: 'unsealed', auditId: entry.id } : { what: 'seal-missing', sequence: first },
  },
  {
    name: 'an entry deleted together with its seal, in the middle',
    statements: ({ first, entry }) => [`delete from audit where id = ${entry.id}`, `delete from audit_seals where sequence = ${first}`],
    found: ({ first }) => ({ what: 'seal-missing', sequence: first }),
  },
  {
    name: 'two seals that changed their entries',
    statements: ({ first, second, entry, other }) => [
      `update audit_seals set audit_id = -1 where sequence = ${first}`,
      `update audit_seals set audit_id = ${entry.id} where sequence = ${second}`,
      `update audit_seals set audit_id = ${other.id} where sequence = ${first}`,
    ],
    found: ({ first, other }) => ({ what: 'changed', sequence: first, auditId: other.id }),
  },
];

const someRuns = fc
  .array(fc.record({ size: fc.integer({ min: 1, max: 4 }), seconds: fc.constantFrom(0, 5, 700, 90_000) }), { minLength: 1, maxLength: 4 })
  .filter((runs) => runs.reduce((sum, { size }) => sum + size, 0) >= 3);

describe('the audit trail', () => {
  it('O1 · is whole when nothing was done to it, however it was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(someRuns, async (runs) => {
        const { clock, entries, seals } = await trail(runs);
        expect(await verdict(clock, seals.at(-1))).toEqual({ sealed: entries.length, waiting: 0 });
      }),
      { numRuns: 15 },
    );
  });

  it.each(tamperings.map((each) => [each.name, each] as const))('O1 · %s: is found, and the first broken row is named', async (name, { statements, found }) => {
    await fc.assert(
      fc.asyncProperty(someRuns, fc.nat(), fc.nat(), async (runs, one, two) => {
        const given = await trail(runs);
        const { entries, seals } = given;
        // The last place is left out of those that need one after it.
        const first = 1 + (one % entries.length);
        const later = first + 1 + (two % entries.length);
        const [low, high] = later <= entries.length ? [first, later] : [1, 2 + (two % (entries.length - 1))];
        const inMiddle = name.includes('in the middle') && low === entries.length ? 1 : low;
        const entryAt = (place: number) => entries.find(({ id }) => id === seals[place - 1]?.auditId) as Entry;
        const what: Given = { trail: given, first: inMiddle, second: high, entry: entryAt(inMiddle), other: entryAt(high) };
        await besideTheGateway(...statements(what));
        expect((await verdict(given.clock)).broken).toEqual(found(what));
      }),
      { numRuns: 10 },
    );
  });

  it('O1 · an entry put in between that the job sealed meanwhile is named all the same', async () => {
    const { clock, entries } = await trail([
      { size: 3, seconds: 700 },
      { size: 2, seconds: 5 },
    ]);
    const forged = (entries[1] as Entry).id - 1;
    await besideTheGateway(FORGED(String(forged), clock.now().toISOString()));
    await openSealing({ db: database.queries, clock, secrets })();
    expect((await verdict(clock)).broken).toEqual({ what: 'inserted', sequence: 6, auditId: forged });
  });

  it('O1 · cut off at its end is found by a seal that was kept elsewhere; so is a chain made anew', async () => {
    const { clock, entries, seals } = await trail([{ size: 5, seconds: 0 }]);
    const [last, fourth] = [seals[4] as Seal, seals[3] as Seal];
    await besideTheGateway(`delete from audit where id = ${(entries[4] as Entry).id}`, 'delete from audit_seals where sequence = 5');
    expect(await verdict(clock, fourth)).toEqual({ sealed: 4, waiting: 0 });
    expect(await verdict(clock)).toEqual({ sealed: 4, waiting: 0 });
    expect((await verdict(clock, last)).broken).toEqual({ what: 'cut-off', sequence: 5 });

    await besideTheGateway(`update audit set act = 'approved' where id = ${(entries[0] as Entry).id}`, 'truncate audit_seals');
    await openSealing({ db: database.queries, clock, secrets })();
    expect((await verdict(clock)).broken).toBeUndefined();
    expect((await verdict(clock, fourth)).broken).toEqual({ what: 'other-chain', sequence: 4, auditId: fourth.auditId });
  });

  it('O1 · sealed under another secret is no chain of this installation', async () => {
    const { clock, entries } = await trail([{ size: 3, seconds: 0 }]);
    const other = new Secrets('another secret of the tests, longer than 32 bytes');
    const found = await verifyAudit(database.queries, { clock, secrets: other });
    expect(found).toMatchObject({ sealed: 0, broken: { what: 'changed', sequence: 1, auditId: entries[0]?.id } });
  });

  it('O1 · entries of moments ago wait for their seal, and nothing is wrong with that', async () => {
    const { clock } = await trail([{ size: 2, seconds: 0 }]);
    await database.queries.insert(audit).values({ at: clock.now(), act: 'declared', subject: 'x', actor: 'person' });
    expect(await verdict(clock)).toEqual({ sealed: 2, waiting: 1 });
    clock.advance({ minutes: 11 });
    expect((await verdict(clock)).broken?.what).toBe('unsealed');
  });

  it('O1 · more than one batch is sealed in one run, and more than one page is walked', async () => {
    const { clock } = await trail([{ size: 1, seconds: 0 }]);
    await database.queries.execute(
      sql`insert into audit (at, act, subject, actor) select ${clock.now().toISOString()}::timestamptz, 'declared', n::text, 'person' from generate_series(1, 6000) n`,
    );
    expect(await openSealing({ db: database.queries, clock, secrets })()).toBe(6000);
    expect(await verdict(clock)).toEqual({ sealed: 6001, waiting: 0 });
    await besideTheGateway(`update audit set subject = 'y' where subject = '5500'`);
    const [row] = await rowsOf(database, `select id from audit where subject = 'y'`);
    expect((await verdict(clock)).broken).toEqual({ what: 'changed', sequence: 5501, auditId: Number(row?.['id']) });
  });

  it('O1 · a run looks through each entry once; what came late among them, the next run seals', async () => {
    const { clock } = await trail([]);
    await written(12_500, clock);
    // Its number was given before, and it is committed while the run is at its second page.
    let pages = 0;
    const transaction: Queries['transaction'] = async (...given) => {
      if (++pages === 2) await besideTheGateway(FORGED('55', clock.now().toISOString()));
      return database.queries.transaction(...given);
    };
    const db = new Proxy(database.queries, { get: (queries, name) => (name === 'transaction' ? transaction : (Reflect.get(queries, name) as unknown)) });
    const seal = openSealing({ db, clock, secrets });
    const heard = hearStatements();
    expect(await seal()).toBe(12_500);
    const looks = heard.filter(({ sql }) => sql.includes('from "audit" where "audit"."id" > $1'));
    vi.restoreAllMocks();
    expect(looks.map(({ values }) => values)).toEqual([0, 50_000, 100_000].map((from) => [from, 5000]));
    expect([await seal(), await seal()]).toEqual([1, 0]);
    expect(await verdict(clock)).toEqual({ sealed: 12_501, waiting: 0 });
  });

  it('O1 · a run that has sealed much leaves the rest to the next, and none of it is lost', async () => {
    const { clock } = await trail([]);
    await written(12_500, clock);
    const seal = openSealing({ db: database.queries, clock, secrets, settledAfter: 0, mostInRun: 1 });
    expect([await seal(), await seal(), await seal(), await seal()]).toEqual([5000, 5000, 2500, 0]);
    expect(await verdict(clock)).toEqual({ sealed: 12_500, waiting: 0 });
  });

  it('O1 · is sealed to its end when the gateway stops', async () => {
    await trail([{ size: 1, seconds: 0 }]);
    const gateway = await testGateway(database);
    await gateway.call(operations.session.signIn, { bhxhNumber: '9999999001', password: 'sai' });
    expect((await verdict(gateway.clock)).waiting).toBeGreaterThan(0);
    await gateway.close();
    expect(await verdict(gateway.clock)).toMatchObject({ waiting: 0 });
  });

  it('O1 · a process that starts later goes on where the chain ends, and leaves nothing out that came late', async () => {
    const { clock } = await trail([
      { size: 3, seconds: 90_000 },
      { size: 2, seconds: 0 },
    ]);
    // Taken before the last one sealed, committed after.
    const [last] = await rowsOf(database, 'select max(id)::int as id from audit');
    await besideTheGateway(
      FORGED(String(Number(last?.['id']) - 1), clock.now().toISOString()),
      FORGED(String(Number(last?.['id']) + 5), clock.now().toISOString()),
    );
    const seal = openSealing({ db: database.queries, clock, secrets });
    expect([await seal(), await seal()]).toEqual([2, 0]);
  });

  it('O1 · neither the trail nor its seals can be changed, emptied or thinned through the gateway’s connection', async () => {
    for (const table of ['audit', 'audit_seals'])
      for (const statement of [`update ${table} set ${table === 'audit' ? 'act = act' : 'hash = hash'}`, `delete from ${table}`, `truncate ${table}`])
        await expect(database.queries.execute(sql.raw(statement)), statement).rejects.toThrow();
  });
});
