import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmedEmail, dump, openTestDatabase, rightDeclaration, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { FREE_TRIES, pauseAfter } from '../accounts/lockout.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';

const { signIn, refresh, current, signOut } = operations.session;
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

const persona = (at: number) => PERSONAS[at] as (typeof PERSONAS)[number];
const credentials = (at: number) => ({ bhxhNumber: persona(at).profile.bhxhNumber, password: persona(at).password });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const signedIn = async (at = 0) => (await gateway.call(signIn, credentials(at))).body as { accessToken: string; refreshToken: string; expiresIn: number };

describe('signing in', () => {
  it('A1 · number and password open a session; its tokens are kept nowhere', async () => {
    const tokens = await signedIn();
    expect(tokens.expiresIn).toBe(600);
    expect((await gateway.call(current, {}, bearer(tokens.accessToken))).body).toEqual({
      signedInAt: gateway.clock.now().toISOString(),
      expiresAt: '2026-11-21T15:00:00.000Z',
    });
    const everything = await dump(database);
    for (const secret of [tokens.accessToken, tokens.refreshToken, persona(0).password]) expect(everything).not.toContain(secret);
  });

  it('A1 · an unknown number and a wrong password are one answer', async () => {
    const wrong = await gateway.call(signIn, { ...credentials(2), password: 'wrong' });
    const unknown = await gateway.call(signIn, { bhxhNumber: '9999999999', password: 'wrong' });
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'session.refused']);
  });

  it.each([
    ['a known number', credentials(1).bhxhNumber],
    ['a number nobody has', '9999999888'],
  ])('A1 · %s is locked after five tries, longer each time, also when tried at once', async (_, bhxhNumber) => {
    const tries = await Promise.all(Array.from({ length: FREE_TRIES + 3 }, () => gateway.call(signIn, { bhxhNumber, password: 'wrong' })));
    expect(tries.map(({ body }) => body.code).sort()).toEqual([...Array(3).fill('session.locked'), ...Array(FREE_TRIES).fill('session.refused')]);
    expect(tries.find(({ status }) => status === 429)?.headers.get('Retry-After')).toBe('30');
    gateway.clock.advance({ seconds: 31 });
    expect((await gateway.call(signIn, { bhxhNumber, password: 'wrong' })).body.code).toBe('session.refused');
    expect((await gateway.call(signIn, { bhxhNumber, password: 'wrong' })).headers.get('Retry-After')).toBe('60');
  });

  it('A1 · while locked the right password does not open; afterwards it does and the count begins anew', async () => {
    expect((await gateway.call(signIn, credentials(1))).body.code).toBe('session.locked');
    gateway.clock.advance({ minutes: 2 });
    expect((await gateway.call(signIn, credentials(1))).status).toBe(201);
    expect((await gateway.call(signIn, { ...credentials(1), password: 'wrong' })).body.code).toBe('session.refused');
    expect((await gateway.call(signIn, credentials(1))).status).toBe(201);
  });

  it('A1 · pauses grow and end at an hour', () => {
    const pauses = Array.from({ length: 40 }, (_, failures) => pauseAfter(failures));
    expect(pauses.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 30, 60, 120]);
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
    expect(pauses.at(-1)).toBe(3600);
  });
});

describe('a session', () => {
  it('ends by its access token’s minutes and goes on by its refresh token', async () => {
    const tokens = await signedIn();
    gateway.clock.advance({ minutes: 10 });
    expect((await gateway.call(current, {}, bearer(tokens.accessToken))).body.code).toBe('session.expired');
    const renewed = await gateway.call(refresh, { refreshToken: tokens.refreshToken });
    expect((await gateway.call(current, {}, bearer(renewed.body.accessToken))).status).toBe(200);
  });

  it('a refresh token used twice ends it for both', async () => {
    const tokens = await signedIn();
    const renewed = (await gateway.call(refresh, { refreshToken: tokens.refreshToken })).body;
    expect((await gateway.call(refresh, { refreshToken: tokens.refreshToken })).body.code).toBe('session.expired');
    expect((await gateway.call(current, {}, bearer(renewed.accessToken))).body.code).toBe('session.expired');
    expect((await gateway.call(refresh, { refreshToken: renewed.refreshToken })).body.code).toBe('session.expired');
  });

  it('of two refreshes at once one wins, and the session is over', async () => {
    const tokens = await signedIn();
    const both = await Promise.all([
      gateway.call(refresh, { refreshToken: tokens.refreshToken }),
      gateway.call(refresh, { refreshToken: tokens.refreshToken }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('ends at once on every copy when signed out, and at its longest life whatever is refreshed', async () => {
    const tokens = await signedIn();
    const renewed = (await gateway.call(refresh, { refreshToken: tokens.refreshToken })).body;
    expect((await gateway.call(signOut, {}, bearer(renewed.accessToken))).status).toBe(204);
    for (const token of [tokens.accessToken, renewed.accessToken]) expect((await gateway.call(current, {}, bearer(token))).status).toBe(401);
    const other = await signedIn();
    gateway.clock.advance({ hours: 12 });
    expect((await gateway.call(refresh, { refreshToken: other.refreshToken })).status).toBe(401);
  });

  it('is asked for, and a token that is none is refused', async () => {
    const answers = [
      await gateway.call(current),
      await gateway.call(current, {}, bearer('x'.repeat(43))),
      await gateway.call(current, {}, { Authorization: 'Basic eDp5' }),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(['session.missing', 'session.expired', 'session.missing']);
    expect(answers[0]?.headers.get('WWW-Authenticate')).toBe('Bearer');
  });
});

describe('what a session adds to a declaration', () => {
  it('R16 · under the 2023 pack a child is registered by a guardian who is signed in, and by nobody else', async () => {
    const later = await testGateway(database, { env: { BHXH_RULE_PACK: '2023' }, clock: gateway.clock });
    const { identityNumber: _, ...rest } = await rightDeclaration(later, { photographs: [] });
    const emailConfirmation = await confirmedEmail(later, rest.email ?? '', 'child');
    const child = async () => ({
      ...rest,
      emailConfirmation,
      rulePack: '2023',
      subject: 'child',
      birthDate: '2020-05-01',
      guardian: { bhxhNumber: persona(1).profile.bhxhNumber, identityNumber: persona(1).profile.identityNumber },
      startDate: '2027-11-30',
      photographs: [await upload(later, 'portrait'), await upload(later, 'birth-certificate')],
    });
    const alone = await later.call(operations.declarations.submit, await child());
    expect(alone.body.fieldErrors?.map((error: { code: string }) => error.code)).toEqual(['child.guardian-first']);
    const other = bearer((await signedIn(0)).accessToken);
    expect((await later.call(operations.declarations.submit, await child(), other)).status).toBe(422);
    const guardian = bearer((await signedIn(1)).accessToken);
    expect((await later.call(operations.declarations.submit, await child(), guardian)).status).toBe(201);
    await later.close();
  });
});
