import { randomUUID } from 'node:crypto';
import { isBytes, type Operation, operationList, operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, requestFor, rightDeclaration, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { OFFICER_PERSONAS } from '../sandbox/officer-personas.js';
import { PERSONAS } from '../sandbox/personas.js';
import { begin, endSessionsOf } from '../sessions/sessions.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';

let database: Database;
let gateway: TestGateway;
beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const settings = readSettings({ BHXH_SANDBOX: '1' });
const accountId = PERSONAS[0]?.id ?? '';
const officerId = OFFICER_PERSONAS[0]?.id ?? '';

/** Whoever may call: how their token is come by, and what it is worth. */
const callers = {
  nobody: async () => undefined,
  'a person': async () => tokenOf({ accountId }),
  'an officer': async () => tokenOf({ officerId }),
  'a person whose token is over': async () => over(() => tokenOf({ accountId })),
  'an officer whose token is over': async () => over(() => tokenOf({ officerId })),
  'an officer whose session was ended': async () => {
    const token = await tokenOf({ officerId: OFFICER_PERSONAS[1]?.id ?? '' });
    await endSessionsOf(database.queries, OFFICER_PERSONAS[1]?.id ?? '', gateway.clock);
    return token;
  },
  'somebody who made a token up': async () => randomUUID().repeat(2),
  'somebody with a refresh token of an officer': async () => (await begin(database.queries, { officerId }, { clock: gateway.clock, settings })).refreshToken,
} as const;
type Caller = keyof typeof callers;

const tokenOf = async (holder: { accountId: string } | { officerId: string }) =>
  (await begin(database.queries, holder, { clock: gateway.clock, settings })).accessToken;

async function over(token: () => Promise<string>): Promise<string> {
  const made = await token();
  gateway.clock.advance({ minutes: 11 });
  return made;
}

/** What the gateway must say of a caller before it looks at anything else: nothing, when they may call. */
function refusalOf(auth: Operation['auth'], caller: Caller): string | undefined {
  if (auth === 'none' || auth === 'photograph-key' || auth === 'session-if-any') return undefined;
  if (caller === 'nobody') return 'session.missing';
  if (caller === 'a person') return auth === 'officer' ? 'session.not-allowed' : undefined;
  if (caller === 'an officer') return auth === 'session' ? 'session.not-allowed' : undefined;
  return 'session.expired';
}

const ABOUT_SESSIONS = /^session\.(missing|expired|not-allowed)$/;

/** A call with a path that can be, and a body that never is right: whoever gets further is told that it is malformed, and nothing is done. */
function request(row: Operation, token: string | undefined): Request {
  const params = Object.fromEntries([...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '001']));
  const body = !row.body ? {} : isBytes(row.body) ? { bytes: new Uint8Array(1) } : { kanari: 1 };
  return requestFor(row, { ...params, ...body }, token === undefined ? {} : { Authorization: `Bearer ${token}` });
}

describe.each(operationList.map((row) => [row.name, row] as const))('%s', (_, row) => {
  it.each(Object.keys(callers) as Caller[])('O1 · is opened or refused to %s as the contract says, and to nobody else', async (caller) => {
    const response = await gateway.fetch(request(row, await callers[caller]()), { incoming: { socket: { remoteAddress: '192.0.2.9' } } });
    const { code = '' } = response.headers.get('content-type')?.includes('problem') ? ((await response.json()) as { code: string }) : {};
    const expected = refusalOf(row.auth, caller);
    if (expected) expect([code, response.status]).toEqual([expected, expected === 'session.not-allowed' ? 403 : 401]);
    else expect(code).not.toMatch(ABOUT_SESSIONS);
    expect(code).not.toBe('route.unknown');
    expect(response.status).toBeLessThan(500);
  });
});

describe('a declaration handed in by an officer', () => {
  it('O1 · is one of nobody who is signed in: their token adds nothing to it', async () => {
    const token = await tokenOf({ officerId });
    const { status, body } = await gateway.call(operations.declarations.submit, await rightDeclaration(gateway), { Authorization: `Bearer ${token}` });
    expect(status).toBe(201);
    expect(await rowsOf(database, `select actor from audit where act = 'declared' and subject = '${body.reference}'`)).toEqual([{ actor: 'person' }]);
  });
});
