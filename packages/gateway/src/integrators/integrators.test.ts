import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '@bhxh-kit/client/backend';
import { CHALLENGED, INTEGRATOR_KEY_HEADER, isBytes, type Operation, operationList, operations } from '@bhxh-kit/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inShapeOf } from '../../test-support/from-schema.js';
import { type Answer, dump, openTestDatabase, requestFor, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { putMigrated } from '../../test-support/migrated-folder.js';
import { asOfficer } from '../../test-support/officers.js';
import { newPerson } from '../../test-support/persons.js';
import { beginTryBy, FREE_TRIES_OF_ADDRESS, FREE_TRIES_OF_KEY } from '../accounts/lockout.js';
import { run } from '../cli/cli.js';
import { Secrets, tokenHash } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import { addKey, type KeyKeeping, revokeKey } from './integrator-keys.js';
import { SCOPES, type Scope } from './integrators.js';
import { keysCommand } from './key-commands.js';

const { challenges, declarations, health, session } = operations;
let database: Database;
/** Asks a challenge of everybody it can. */
let asking: TestGateway;
/** The same, without. */
let open: TestGateway;
/** Few calls are enough for each rate. */
let narrow: TestGateway;
let keeping: KeyKeeping;

beforeAll(async () => {
  database = await openTestDatabase();
  asking = await testGateway(database, { env: { BHXH_CHALLENGE: 'proof-of-work', BHXH_CHALLENGE_FOLLOW: '1', BHXH_CHALLENGE_SIGN_IN: 'always' } });
  const { clock } = asking;
  open = await testGateway(database, { clock });
  narrow = await testGateway(database, { env: { BHXH_RATE_FOLLOW: '3/60', BHXH_RATE_KEY_TIMES: '3' }, clock });
  keeping = { db: database.queries, clock };
});
afterAll(async () => {
  for (const gateway of [asking, open, narrow]) await gateway.close();
  await database.close();
});

const newKey = async (...scopes: Scope[]) => addKey({ name: 'Trường Thử Nghiệm', scopes }, keeping);
const by = (key: string, more: Record<string, string> = {}) => ({ [INTEGRATOR_KEY_HEADER]: key, 'X-Forwarded-For': '203.0.113.7', ...more });

/** One key of each sort there is. */
async function refusedKeys(): Promise<Record<string, Record<string, string>>> {
  const [revoked, alive] = [await newKey(...SCOPES), await newKey(...SCOPES)];
  await revokeKey(revoked.id, keeping);
  const over = await addKey({ name: 'Trường Thử Nghiệm', scopes: SCOPES, expiresAt: keeping.clock.now() }, keeping);
  return {
    'one nobody has': by(`bhxh-key_${'A'.repeat(43)}`),
    'an empty one': by(''),
    'the id of one': by(alive.id),
    'one with a letter left out': by(alive.key.slice(0, -1)),
    'a revoked one': by(revoked.key),
    'one that is over': by(over.key),
    'one sent by a page': by(alive.key, { 'Sec-Fetch-Site': 'same-origin' }),
    'one sent by a page of another site': by(alive.key, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://khac.example.vn' }),
  };
}

/** An input in the shape of each row, the same for everybody who asks. */
const inputs = new Map<string, Record<string, unknown>>(
  operationList.map((row) => {
    const parts = [row.params, row.query, isBytes(row.body) ? undefined : row.body].filter((part) => part !== undefined);
    const bytes = isBytes(row.body) ? { bytes: new Uint8Array(8) } : {};
    return [row.name, Object.assign(bytes, ...parts.map((part) => fc.sample(inShapeOf(part), { numRuns: 1, seed: 7 })[0])) as Record<string, unknown>];
  }),
);
const inputOf = ({ name }: Operation): Record<string, unknown> => inputs.get(name) ?? {};

/** What an answer is, without what is random in it or names the request. */
const told = ({ status, body, headers }: Answer) => ({
  status,
  type: headers.get('Content-Type'),
  said: Buffer.isBuffer(body) ? 'bytes' : [body.code, body.kind, JSON.stringify(body.fieldErrors), Object.keys(body).sort()],
});

/** Asks with time between the calls, so that no pause of one is seen by the next. */
async function ask(gateway: TestGateway, row: Operation, headers: Record<string, string>): Promise<ReturnType<typeof told>> {
  asking.clock.advance({ hours: 1 });
  return told(await gateway.call(row, inputOf(row), headers));
}

describe('the matrix of keys, their scopes and operations', () => {
  it('A1, R9 · a key answers of every operation what nobody gets; one that vouches, what nobody gets where no challenge is asked', async () => {
    const keys = await Promise.all(([['forward'], ['vouch'], ['forward', 'vouch']] as const).map(async (scopes) => ({ scopes, ...(await newKey(...scopes)) })));
    // What the scope is for, and nothing else: identities are worked for whoever vouches (R15).
    const spared: readonly string[] = ['challenges.make', ...CHALLENGED.filter((name) => name !== 'identities.verify')];
    for (const row of operationList) {
      const asked = await ask(asking, row, {});
      const unasked = spared.includes(row.name) ? await ask(open, row, {}) : asked;
      if (unasked !== asked) expect(unasked, row.name).not.toEqual(asked);
      for (const { scopes, key } of keys) {
        const vouching = (scopes as readonly Scope[]).includes('vouch');
        const answer = await ask(asking, row, by(key));
        expect(answer, `${scopes.join()} ${row.name}`).toEqual(vouching ? unasked : asked);
        if (row.auth === 'session' || row.auth === 'officer' || row.auth === 'any-session') expect(answer.said[0], row.name).toBe('session.missing');
      }
    }
  });

  it('A1, O1 · with every scope a session opens no more than it did: none of officers to a person, none of people to an officer', async () => {
    const { key } = await newKey(...SCOPES);
    const someone = await newPerson(open);
    const { body } = await open.call(session.signIn, { bhxhNumber: someone.bhxhNumber, password: someone.password });
    const [person, officer] = [{ Authorization: `Bearer ${body.accessToken}` }, await asOfficer(open, 'canbo.dongda')];
    for (const row of operationList.filter(({ auth }) => auth === 'officer' || auth === 'session')) {
      const answer = await open.call(row, inputOf(row), by(key, row.auth === 'officer' ? person : officer));
      expect(answer.body.code, row.name).toBe('session.not-allowed');
    }
  });

  it('A1 · every operation refuses a key that is wrong, in whatever way, with the same words', async () => {
    const keys = Object.entries(await refusedKeys());
    const seen = new Set<string>();
    for (const [at, row] of operationList.entries()) {
      const [what, headers] = keys[at % keys.length] as (typeof keys)[number];
      const answer = await open.call(row, inputOf(row), headers);
      expect([answer.status, answer.body.code], `${what} ${row.name}`).toEqual([403, 'integrator.refused']);
      seen.add(JSON.stringify([{ ...answer.body, requestId: '' }, [...answer.headers].filter(([name]) => name !== 'request-id')]));
    }
    expect(seen.size).toBe(1);
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[!-~]{0,300}$/), async (key) => {
        expect((await open.call(health.read, {}, by(key))).body.code).toBe('integrator.refused');
      }),
      { numRuns: 20 },
    );
  });
});

describe('an address told by a backend', () => {
  const follow = { reference: '00001.GD_2026_001', contact: '0900000001' };
  /** How many of the calls were taken. */
  const taken = async (calls: readonly Record<string, string>[]) => {
    narrow.clock.advance({ minutes: 1 });
    const answers = [];
    for (const headers of calls) answers.push(await narrow.call(declarations.follow, follow, headers));
    return answers.filter(({ status }) => status !== 429).length;
  };
  const from = (key: string, count: number, address: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => by(key, { 'X-Forwarded-For': address(at) }));

  it('A1 · is counted by itself where the key forwards, and is nothing where it does not, or where there is none', async () => {
    const [forward, vouch] = [await newKey('forward'), await newKey('vouch')];
    const many = (at: number) => `203.0.113.${at}`;
    expect(await taken(from(forward.key, 9, many))).toBe(9);
    expect(await taken(from(forward.key, 9, () => '203.0.113.9'))).toBe(3);
    expect(await taken(from(vouch.key, 9, many))).toBe(3);
    expect(await taken(Array.from({ length: 9 }, (_, at) => ({ 'X-Forwarded-For': many(at) })))).toBe(3);
    // Of what callers wrote before, nothing counts: the backend's own word is the last.
    expect(await taken(from(forward.key, 9, (at) => `${many(at)}, 203.0.113.9`))).toBe(3);
  });

  it('A1 · holds up nobody else who has it: not who comes from there without a key, nor by another one', async () => {
    const [one, other] = [await newKey('forward'), await newKey('forward')];
    const same = () => '192.0.2.1';
    expect(await taken([...from(one.key, 4, same), ...from(other.key, 4, same), {}, {}, {}, {}])).toBe(9);
  });

  it('A1 · makes no more of a key than its own rate allows, whatever it names; a wrong key is counted by where it comes from', async () => {
    const { key } = await newKey('forward');
    expect(await taken(from(key, 12, (at) => `203.0.113.${at}`))).toBe(9);
    expect(await taken(from('khong-cua-ai', 12, (at) => `203.0.113.${at}`))).toBe(3);
  });

  it('A1 · locks itself after wrong passwords, and the key after those of twenty', async () => {
    const { key, id } = await newKey('forward');
    const wrong = { bhxhNumber: '9999999001', password: 'sai' };
    const codeFrom = async (address: string) => (await open.call(session.signIn, wrong, by(key, { 'X-Forwarded-For': address }))).body.code;
    const secrets = new Secrets(SECRET);
    const tries = secrets.mac('address', 'sign-in tries', 'key', id);
    const now = keeping.clock.now().toISOString();
    const failed = (mac: string, failures: number) =>
      rowsOf(database, `insert into sign_in_failures (person_mac, failures, last_at) values ('${mac}', ${failures}, '${now}') returning 1`);
    await failed(secrets.mac('address', 'sign-in tries', secrets.mac('address', '203.0.113.1', id)), FREE_TRIES_OF_ADDRESS);
    expect([await codeFrom('203.0.113.1'), await codeFrom('203.0.113.1'), await codeFrom('203.0.113.2')]).toEqual([
      'session.refused',
      'session.locked',
      'session.refused',
    ]);
    await rowsOf(database, `update sign_in_failures set failures = ${FREE_TRIES_OF_KEY} where person_mac = '${tries}' returning 1`);
    await beginTryBy(database.queries, keeping.clock, tries);
    expect(await codeFrom('203.0.113.3')).toBe('session.locked');
    expect((await open.call(session.signIn, wrong)).body.code).toBe('session.refused');
  });
});

describe('a key', () => {
  it('A1 · stands in no log line, no answer and no row, right or wrong, and no page is allowed its header', async () => {
    const { key } = await newKey(...SCOPES);
    const answers = [await open.call(health.read, {}, by(key)), await open.call(health.read, {}, by(`${key}x`)), await open.call(session.current, {}, by(key))];
    const everything = [JSON.stringify(answers.map(({ body }) => body)), open.logLines.join(''), await dump(database)].join('\n');
    expect(everything).not.toContain(key.slice(9));
    const asked = new Request('http://gateway.example/v1/health', { method: 'OPTIONS', headers: { 'Access-Control-Request-Headers': INTEGRATOR_KEY_HEADER } });
    expect((await open.fetch(asked)).headers.get('Access-Control-Allow-Headers')).not.toMatch(/integrator/i);
  });

  it('A1, R9 · sent by the backend of a host lets its pages sign in with no challenge, each counted by itself', async () => {
    const { key } = await newKey(...SCOPES);
    const someone = await newPerson(open);
    const origin = 'https://truong.example.vn';
    const backendWith = (options: { integratorKey?: string }) =>
      createBackend({
        ...{ gateway: 'https://gateway.example.vn', origin, secrets: ['một bí mật của máy chủ trường, đủ dài'], ...options },
        fetch: async (input, init) => asking.fetch(new Request(input, init), { incoming: { socket: { remoteAddress: '10.0.0.1' } } }),
      });
    const statusOf = async (options: { integratorKey?: string }, row: Operation, input: Record<string, unknown>) => {
      const asked = requestFor(row, input, { 'Bhxh-Page': '1', 'Sec-Fetch-Site': 'same-origin', Origin: origin });
      const answer = await backendWith(options)(new Request(asked.url.replace('http://gateway.example', `${origin}/bhxh`), asked), { address: '203.0.113.7' });
      return [answer.status, ((await answer.json()) as { code?: string; kind?: string }).kind];
    };
    const right = { bhxhNumber: someone.bhxhNumber, password: someone.password };
    const make = { operation: 'session.signIn', locale: 'vi' };
    expect([await statusOf({}, challenges.make, make), await statusOf({}, session.signIn, right)]).toEqual([
      [200, 'proof-of-work'],
      [428, undefined],
    ]);
    const withKey = { integratorKey: key };
    expect([await statusOf(withKey, challenges.make, make), await statusOf(withKey, session.signIn, right)]).toEqual([
      [200, 'none'],
      [201, undefined],
    ]);
    expect(await statusOf({ integratorKey: `${key}x` }, session.signIn, right)).toEqual([403, undefined]);
  });
});

describe('the last use of a key', () => {
  const lastUse = async (id: string) =>
    (await rowsOf(database, `select to_char(last_used_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as hour from integrator_keys where id = '${id}'`))[0]?.[
      'hour'
    ];
  const hour = () => `${keeping.clock.now().toISOString().slice(0, 13).replace('T', ' ')}:00:00`;
  /** A key, and how often its row was written to since. */
  const watched = async () => {
    const { id, key } = await newKey(...SCOPES);
    const version = async () => (await rowsOf(database, `select xmin::text from integrator_keys where id = '${id}'`))[0]?.['xmin'];
    return { id, key, version };
  };

  it('A1 · is kept to the hour, by the jobs and not by the call, and written once an hour at most', async () => {
    const { id, key, version } = await watched();
    asking.clock.advance({ hours: 1 });
    for (let times = 0; times < 3; times++) expect((await open.call(health.read, {}, by(key))).status).toBe(200);
    expect(await lastUse(id)).toBeNull();
    await open.jobs.runDue();
    expect(await lastUse(id)).toBe(hour());
    const written = await version();
    expect((await open.call(health.read, {}, by(key))).status).toBe(200);
    await open.jobs.runDue();
    expect(await version()).toBe(written);
    asking.clock.advance({ hours: 1 });
    expect((await open.call(health.read, {}, by(key))).status).toBe(200);
    await open.jobs.runDue();
    expect(await lastUse(id)).toBe(hour());
  });

  it('A1 · of two gateways that saw it, the later counts', async () => {
    const { id, key } = await watched();
    expect((await open.call(health.read, {}, by(key))).status).toBe(200);
    asking.clock.advance({ hours: 1 });
    const later = hour();
    expect((await narrow.call(health.read, {}, by(key))).status).toBe(200);
    await narrow.jobs.runDue();
    await open.jobs.runDue();
    expect(await lastUse(id)).toBe(later);
  });

  it('A1 · is none of a key that was refused', async () => {
    const keys = await refusedKeys();
    const before = await rowsOf(database, 'select id, last_used_at::text from integrator_keys order by id');
    for (const headers of Object.values(keys)) expect((await open.call(health.read, {}, headers)).status).toBe(403);
    await open.jobs.runDue();
    expect(await rowsOf(database, 'select id, last_used_at::text from integrator_keys order by id')).toEqual(before);
  });

  it('A1 · is written down when the gateway stops, and when it could not be written, by the next run', async () => {
    const [stopped, failed] = [await watched(), await watched()];
    const gateway = await testGateway(database, { clock: asking.clock });
    expect((await gateway.call(health.read, {}, by(stopped.key))).status).toBe(200);
    await gateway.close();
    expect(await lastUse(stopped.id)).toBe(hour());

    const away = vi.spyOn(database.queries, 'update').mockImplementation(() => {
      throw new Error('the database is away');
    });
    expect((await open.call(health.read, {}, by(failed.key))).status).toBe(200);
    await open.jobs.runDue();
    away.mockRestore();
    expect(await lastUse(failed.id)).toBeNull();
    await open.jobs.runDue();
    expect(await lastUse(failed.id)).toBe(hour());
  });
});

describe('the operator', () => {
  const command = async (args: readonly string[], words: Parameters<typeof keysCommand>[1] = {}) => keysCommand(args, words, (act) => act(keeping));

  it('A1 · makes a key, which is shown once, sees whose there are and ends one', async () => {
    const added = await command(['add'], { name: ' Trường Thử Nghiệm ', scope: ['vouch', 'forward'], until: '2099-08-31' });
    const [key = ''] = /bhxh-key_[\w-]{43}/.exec(added) ?? [];
    const [, id = ''] = /id is ([\da-f-]{36}),/.exec(added) ?? [];
    const state = async () => (await command(['list'])).split('\n').find((line) => line.startsWith(id));
    expect(await state()).toBe(`${id}  active   forward,vouch  2099-08-31  no use known           Trường Thử Nghiệm`);
    expect((await open.call(health.read, {}, by(key))).status).toBe(200);
    const used = new Date(keeping.clock.now().getTime() + 7 * 3_600_000).toISOString();
    await open.jobs.runDue();
    // To revoke it again changes nothing.
    for (let times = 0; times < 2; times++) expect(await command(['revoke', id])).toBe('The key of Trường Thử Nghiệm is revoked: it is refused from now on.');
    expect(await state()).toBe(`${id}  revoked  forward,vouch  2099-08-31  used ${used.slice(0, 10)} ${used.slice(11, 13)}:00  Trường Thử Nghiệm`);
    expect((await open.call(health.read, {}, by(key))).body.code).toBe('integrator.refused');
    expect(await rowsOf(database, `select act, actor from audit where subject = '${id}' order by id`)).toEqual(
      ['key-added', 'key-revoked'].map((act) => ({ act, actor: 'operator' })),
    );
    const kept = `select hash, to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as until from integrator_keys where id = '${id}'`;
    expect(await rowsOf(database, kept)).toEqual([{ hash: tokenHash(key), until: '2099-08-31 17:00' }]);
  });

  it.each([
    [['add'], { scope: ['forward'] }, '--name'],
    [['add'], { name: 'A' }, '--scope'],
    [['add'], { name: 'A', scope: ['forward', 'everything'] }, '--scope'],
    [['add'], { name: 'A', scope: ['forward'], until: '2099-02-30' }, '--until'],
    [['add'], { name: 'A', scope: ['forward'], until: '2020-01-01' }, 'over already'],
    [['add', 'A'], {}, 'Too many words'],
    [['revoke'], {}, 'keys list'],
    [['revoke', 'khong-co'], {}, 'keys list'],
    [['revoke', randomUUID()], {}, 'keys list'],
    [['show'], {}, 'keys add'],
  ])('A1 · is told what is wrong with %j %j', async (args, words, told) => {
    await expect(command(args, words)).rejects.toThrow(told);
  });

  it('A1 · does so on the command line, with several scopes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bhxh-keys-'));
    await putMigrated(folder);
    const said: string[] = [];
    const env = { BHXH_SECRET: SECRET, BHXH_DATA: folder, BHXH_LOG: 'silent' };
    const args = ['keys', 'add', '--name', 'Trường', '--scope', 'vouch', '--scope', 'forward'];
    const say = (line: string) => void said.push(line);
    expect([await run(args, env, say, say), said.join()]).toEqual([0, expect.stringMatching(/^The key of Trường \(forward, vouch\)\.[^]* bhxh-key_/)]);
    await rm(folder, { recursive: true });
  });
});
