import { CHALLENGE_HEADER, operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worked } from '../../test-support/challenges.js';
import { openTestDatabase, rightDeclaration, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';

const { challenges, declarations, notices } = operations;
let database: Database;
let none: TestGateway;
let counting: TestGateway;
let typed: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  none = await testGateway(database, { env: { BHXH_CHALLENGE: 'none' } });
  const { clock } = none;
  counting = await testGateway(database, { env: { BHXH_CHALLENGE: 'proof-of-work' }, clock });
  typed = await testGateway(database, { env: { BHXH_CHALLENGE: 'typed', BHXH_CHALLENGE_FOLLOW: '1' }, clock });
});
afterAll(async () => {
  for (const gateway of [none, counting, typed]) await gateway.close();
  await database.close();
});

const header = (token: string, answer: string) => ({ [CHALLENGE_HEADER]: `${token}.${Buffer.from(answer).toString('base64url')}` });
const make = async (gateway: TestGateway, operation = 'declarations.submit') => (await gateway.call(challenges.make, { operation, locale: 'vi' })).body;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

/** The answers a typed challenge has: read with the secret of the installation, as nobody else can. */
const answersOf = (token: string): string[] =>
  new Secrets(SECRET).openJson<{ answers: string[] }>('challenge', 'token', Buffer.from(token, 'base64url')).answers;

const counted = () => worked(counting, 'declarations.submit');
async function typedRight(operation?: string): Promise<Record<string, string>> {
  const { challengeToken } = await make(typed, operation);
  return header(challengeToken, answersOf(challengeToken)[0] ?? '');
}

describe('a gateway without a challenge', () => {
  it('R9 · says that it asks none, and takes a declaration as it is', async () => {
    expect(await make(none)).toEqual({ kind: 'none' });
    expect((await none.call(declarations.submit, await rightDeclaration(none))).status).toBe(201);
  });
});

describe('the proof of work', () => {
  it('R9 · is asked for, found without anybody looking, and taken', async () => {
    const declaration = await rightDeclaration(counting);
    expect(codeOf(await counting.call(declarations.submit, declaration))).toEqual([428, 'challenge.required']);
    expect((await counting.call(declarations.submit, declaration, await counted())).status).toBe(201);
  });

  it('R9 · is refused when it is invented, of another challenge or for another work', async () => {
    const declaration = await rightDeclaration(counting);
    const [one, other] = [await counted(), await counted()];
    const [token, answer] = String(one[CHALLENGE_HEADER]).split('.') as [string, string];
    const foreign = String(other[CHALLENGE_HEADER]).split('.')[1] as string;
    const invented = Buffer.from(JSON.stringify({ counter: 1, derivedKey: '00'.repeat(32) })).toString('base64url');
    for (const wrong of [`${token}.${foreign}`, `${token}.${invented}`, `${token}.e30`, `${token.slice(0, -8)}AAAAAAAA.${answer}`, 'nonsense', `${token}.`])
      expect(codeOf(await counting.call(declarations.submit, declaration, { [CHALLENGE_HEADER]: wrong })), wrong.slice(-20)).toEqual([
        422,
        'challenge.refused',
      ]);
  });

  it('R9 · serves one declaration: another one with it is refused, also at the same moment', async () => {
    const answer = await counted();
    const [one, other] = [await rightDeclaration(counting), await rightDeclaration(counting)];
    const both = await Promise.all([one, other].map((declaration) => counting.call(declarations.submit, declaration, answer)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(codeOf(await counting.call(declarations.submit, await rightDeclaration(counting), answer))).toEqual([422, 'challenge.refused']);
  });

  it('R9 · is no part of the declaration: the same one sent again under its key, with another answer, is the same', async () => {
    const declaration = await rightDeclaration(counting);
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const first = await counting.call(declarations.submit, declaration, { ...key, ...(await counted()) });
    const again = await counting.call(declarations.submit, declaration, { ...key, ...(await counted()) });
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(first.body);
  });

  it('R9 · is not spent by a declaration that is refused, so that a corrected field asks for no other', async () => {
    const answer = await counted();
    const declaration = await rightDeclaration(counting);
    expect(codeOf(await counting.call(declarations.submit, { ...declaration, commitment: false }, answer))).toEqual([422, 'declaration.invalid']);
    expect((await counting.call(declarations.submit, declaration, answer)).status).toBe(201);
  });

  it('R9 · is over after a quarter of an hour', async () => {
    const answer = await counted();
    const declaration = await rightDeclaration(counting);
    counting.clock.advance({ minutes: 15 });
    expect(codeOf(await counting.call(declarations.submit, declaration, answer))).toEqual([422, 'challenge.refused']);
    await counting.jobs.runDue();
    expect(await rowsOf(database, 'select 1 from spent_challenges')).toEqual([]);
  });
});

describe('the typed code', () => {
  it('R9 · is a picture of strokes and, for whoever cannot see it, a question; either answer is taken, with spaces too', async () => {
    for (const at of [0, 1]) {
      const challenge = await make(typed);
      expect(challenge).toMatchObject({
        kind: 'typed',
        picture: { height: 60 },
        question: expect.stringMatching(/^Hãy gõ liền nhau bằng chữ số: (\S+, ){4}\S+\.$/),
      });
      expect(challenge.picture.strokes).toHaveLength(8);
      const answer = answersOf(challenge.challengeToken)[at] as string;
      expect(JSON.stringify(challenge)).not.toContain(answer);
      const right = header(challenge.challengeToken, ` ${answer.slice(0, 2)} ${answer.slice(2)}`);
      expect((await typed.call(declarations.submit, await rightDeclaration(typed), right)).status).toBe(201);
    }
  });

  it('R9 · is asked in English too', async () => {
    const { body } = await typed.call(challenges.make, { operation: 'declarations.submit', locale: 'en' });
    expect(body.question).toMatch(/^Type these as digits, one after the other: /);
  });

  it('R9 · is used up by one wrong answer', async () => {
    const { challengeToken } = await make(typed);
    const declaration = await rightDeclaration(typed);
    for (const answer of ['00000', answersOf(challengeToken)[0] as string])
      expect(codeOf(await typed.call(declarations.submit, declaration, header(challengeToken, answer)))).toEqual([422, 'challenge.refused']);
  });

  it('R9 · serves the operation it was made for; looking again at the same declaration needs no other', async () => {
    const { body } = await typed.call(declarations.submit, await rightDeclaration(typed), await typedRight());
    const look = { reference: body.reference, contact: '0900000001' };
    expect(codeOf(await typed.call(declarations.follow, look, await typedRight()))).toEqual([422, 'challenge.refused']);
    const answer = await typedRight('declarations.follow');
    expect((await typed.call(declarations.follow, look, answer)).status).toBe(200);
    expect((await typed.call(declarations.follow, look, answer)).status).toBe(200);
    expect(codeOf(await typed.call(declarations.follow, { ...look, reference: '00009.GD_2026_001' }, answer))).toEqual([422, 'challenge.refused']);
    expect(codeOf(await typed.call(declarations.follow, look))).toEqual([428, 'challenge.required']);
  });

  it.each([
    ['its form', declarations.form, 200],
    ['its notice', notices.resend, 202],
  ] as const)('R9, R17 · %s opens by nothing less than the declaration does, and by the same answer', async (_, row, status) => {
    const { body } = await typed.call(declarations.submit, await rightDeclaration(typed), await typedRight());
    const look = { reference: body.reference, contact: '0900000001' };
    expect(codeOf(await typed.call(row, look))).toEqual([428, 'challenge.required']);
    expect(codeOf(await typed.call(row, { ...look, contact: '0900000002' }))).toEqual([428, 'challenge.required']);
    expect(codeOf(await typed.call(row, look, await typedRight()))).toEqual([422, 'challenge.refused']);
    const answer = await typedRight('declarations.follow');
    expect((await typed.call(declarations.follow, look, answer)).status).toBe(200);
    expect(codeOf(await typed.call(row, { ...look, contact: '0900000002' }, answer))).toEqual([422, 'challenge.refused']);
    expect((await typed.call(row, look, answer)).status).toBe(status);
    const own = await typedRight(row.name);
    expect((await typed.call(declarations.follow, look, own)).status).toBe(200);
  });

  it('R9 · is asked of none of the three where following asks none', async () => {
    for (const row of [declarations.follow, declarations.form, notices.resend]) {
      expect(await make(counting, row.name)).toEqual({ kind: 'none' });
      expect(codeOf(await counting.call(row, { reference: '99999.GD_2026_001', contact: '0900000001' }))).toEqual([404, 'declaration.not-found']);
    }
  });
});
