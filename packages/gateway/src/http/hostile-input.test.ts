import { isBytes, isErrorCode, type Operation, operationList, operations, Problem } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CANARY, damaged, hostile, inShapeOf } from '../../test-support/from-schema.js';
import { openTestDatabase, requestFor, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';

/** Requests of each operation: enough to meet every field in every way over some days of runs, few enough for each run. */
const RUNS = 25;

let database: Database;
let gateway: TestGateway;
let bearer: string;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
  const { profile, password } = PERSONAS[0] as (typeof PERSONAS)[number];
  bearer = `Bearer ${(await gateway.call(operations.session.signIn, { bhxhNumber: profile.bhxhNumber, password })).body.accessToken}`;
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

/** Sends it, and answers the problem it was refused with, if it was. Whatever it is, nothing fails, and neither answer nor log repeats any of it. */
async function sent(request: Request): Promise<Problem | undefined> {
  gateway.logLines.length = 0;
  const response = await gateway.fetch(request, { incoming: { socket: { remoteAddress: '192.0.2.1' } } });
  const text = await response.text();
  const log = gateway.logLines.join('');
  expect(response.status, log).toBeLessThan(500);
  expect(log.toLowerCase()).not.toContain(CANARY.toLowerCase());
  if (response.status < 400) return undefined;
  expect(text.toLowerCase()).not.toContain(CANARY.toLowerCase());
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = z.parse(Problem, JSON.parse(text));
  expect(problem.status).toBe(response.status);
  if (!isErrorCode(problem.code)) throw new Error(`an unknown code: ${problem.code}`);
  const { vi, en } = errorWords[problem.code];
  expect([vi.length > 10, en.length > 10]).toEqual([true, true]);
  expect(response.headers.get('content-language') === 'vi' ? vi : en).toBe(problem.title);
  for (const { pointer, code } of problem.fieldErrors ?? [])
    expect([pointer, code]).toEqual([expect.stringMatching(/^(\/([^~/]|~[01])+)*$/), expect.stringMatching(/^[a-z0-9.-]+$/)]);
  return problem;
}

/** One is inside the other: a wrong choice of a union is told at the union, a wrong part of an object that should not be there at the object. */
const meet = (one: string, other: string): boolean => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

const asPost = (row: Operation, input: Record<string, unknown>, headers: Record<string, string>): Request => {
  const { url } = requestFor(row, input, {});
  return new Request(url, { method: row.method, headers, body: JSON.stringify(input) });
};

/** A URL cannot hold half a character. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

const json = (headers: Record<string, string> = {}) => ({
  'Content-Type': 'application/json',
  'Idempotency-Key': crypto.randomUUID(),
  Authorization: bearer,
  ...headers,
});

const bodied = operationList.flatMap((row) => (row.body && !isBytes(row.body) ? [[row.name, row, row.body] as const] : []));
const addressed = operationList.flatMap((row) => (row.params || row.query ? [[row.name, row] as const] : []));

describe.each(bodied)('%s', (_name, row, body) => {
  it('refuses a body wrong in one place at that place, in both languages, and repeats none of it', async () => {
    const params = row.params ? inShapeOf(row.params) : fc.constant({});
    const languages = fc.constantFrom('vi', 'vi-VN,vi;q=0.9,en;q=0.8', 'en', 'fr', '');
    await fc.assert(
      fc.asyncProperty(damaged(inShapeOf(body)), params, languages, async ({ value, pointer }, places, language) => {
        const isRight = body.safeParse(value).success;
        const problem = await sent(asPost(row, { ...(places as object), ...(value as object) }, json({ 'Accept-Language': language })));
        if (isRight || problem?.code !== 'request.malformed') return;
        expect(problem.title).toBe(errorWords['request.malformed'][language.startsWith('vi') ? 'vi' : 'en']);
        const pointers = problem.fieldErrors?.map((each) => each.pointer) ?? [];
        expect(
          pointers.some((each) => meet(each, pointer)),
          `${pointer} in ${pointers.join()}`,
        ).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe.each(addressed)('%s', (_name, row) => {
  it('refuses an address wrong in one place, and repeats none of it', async () => {
    const parts = fc.record({ params: row.params ? inShapeOf(row.params) : fc.constant({}), query: row.query ? inShapeOf(row.query) : fc.constant({}) });
    const texts = hostile
      .map((value) => wellFormed(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 4000))
      .filter((text) => !/^\.{0,2}$/.test(text));
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), texts, async ({ params, query }, at, text) => {
        const input: Record<string, unknown> = { ...(params as object), ...(query as object) };
        const names = Object.keys(input);
        input[names[at % Math.max(1, names.length)] ?? CANARY] = text;
        await sent(requestFor({ ...row, body: undefined }, input, { Authorization: bearer }));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a body that is all in one part of it', () => {
  const { passkeys, officers, contacts } = operations;
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const posted = (row: Operation, body: string) => sent(new Request(`http://gateway.example${row.path}`, { method: row.method, headers: json(), body }));

  it.each([50, 3_000, 30_000])('of %i levels is refused where anything may be in it, and where nothing may', async (levels) => {
    const credential = `{"id":"abc","type":"public-key","response":{"userHandle":${nested(levels)}}}`;
    for (const row of [passkeys.signIn, officers.signInByPasskey]) {
      const problem = await posted(row, `{"challengeToken":"x","credential":${credential}}`);
      expect([problem?.code, problem?.fieldErrors?.[0]?.code], row.name).toEqual(['request.malformed', 'shape']);
    }
    expect((await posted(contacts.change, nested(levels)))?.code).toBe('request.malformed');
  });

  it('has fifty faults named at most', async () => {
    const texts = JSON.stringify(Array<string>(5_000).fill('\0'));
    const problem = await posted(passkeys.signIn, `{"challengeToken":"x","credential":{"id":"abc","type":"public-key","response":{"a":${texts}}}}`);
    expect([problem?.code, problem?.fieldErrors?.length]).toEqual(['request.malformed', 50]);
  });
});

describe('headers', () => {
  it('of any kind fail nothing and are not repeated', async () => {
    const text = fc
      .oneof(
        hostile,
        fc.string().map((each) => `${each}${CANARY}`),
      )
      .filter((value) => typeof value === 'string');
    const line = text.map((value) =>
      value
        .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
        .trim()
        .slice(0, 2000),
    );
    const names = fc.constantFrom(
      'Authorization',
      'Idempotency-Key',
      'Photograph-Key',
      'Content-Type',
      'Accept-Language',
      'If-None-Match',
      'Origin',
      'X-Forwarded-For',
      'Content-Length',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operationList), fc.dictionary(names, line, { maxKeys: 3 }), async (row, headers) => {
        const bytes = row.body && isBytes(row.body) ? { bytes: new Uint8Array(10) } : {};
        const request = requestFor(row, { id: 'x'.repeat(20), offset: '0', code: '00001', scheme: '2021', ...bytes }, {});
        for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
        await sent(request);
      }),
      { numRuns: RUNS * 5 },
    );
  });
});
