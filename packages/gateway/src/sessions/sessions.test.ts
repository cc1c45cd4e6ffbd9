import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worked } from '../../test-support/challenges.js';
import {
  type Answer,
  confirmedEmail,
  dump,
  openTestDatabase,
  requestFor,
  rightDeclaration,
  SECRET,
  TestClock,
  type TestGateway,
  testGateway,
  upload,
} from '../../test-support/gateway.js';
import { newPerson } from '../../test-support/persons.js';
import { dayOf } from '../../test-support/reviews.js';
import { beginTryFrom, FREE_TRIES, FREE_TRIES_OF_ADDRESS, pauseAfter } from '../accounts/lockout.js';
import { PERSONAS } from '../sandbox/personas.js';
import { Secrets } from '../secrets/secrets.js';
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
/** On one device, which is not asked for a code when it signs in again. */
const credentials = (at: number) => ({ bhxhNumber: persona(at).profile.bhxhNumber, password: persona(at).password, device: 'thiet-bi-thu-nghiem' });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const signedIn = async (at = 0) => (await gateway.call(signIn, credentials(at))).body as { accessToken: string; refreshToken: string; expiresIn: number };

describe('signing in', () => {
  it('A1 · number and password open a session; its tokens are kept nowhere', async () => {
    const tokens = await signedIn();
    expect(tokens.expiresIn).toBe(600);
    expect((await gateway.call(current, {}, bearer(tokens.accessToken))).body).toEqual({
      signedInAt: gateway.clock.now().toISOString(),
      expiresAt: '2026-11-21T15:00:00.000Z',
      passwordDueAt: '2027-05-21T17:00:00.000Z',
      passwordOverdue: false,
    });
    const everything = await dump(database);
    for (const secret of [tokens.accessToken, tokens.refreshToken, persona(0).password, credentials(0).device]) expect(everything).not.toContain(secret);
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

  it('A1 · an unknown number and a wrong password are one work: of tries taken in turns neither kind is the slower one', async () => {
    const known = await newPerson(gateway);
    const took: { readonly unknown: boolean; readonly milliseconds: number }[] = [];
    for (let turn = 0; turn < 24; turn++) {
      const bhxhNumber = turn % 2 ? '9999999777' : known.bhxhNumber;
      const begun = performance.now();
      expect((await gateway.call(signIn, { bhxhNumber, password: 'wrong' })).body.code).toBe('session.refused');
      took.push({ unknown: turn % 2 === 1, milliseconds: performance.now() - begun });
      gateway.clock.advance({ hours: 25 });
    }
    // How often an unknown number was slower than a known one (Mann-Whitney): half of the times; without the hash it would be never.
    const [unknown, wrong] = [true, false].map((kind) => took.filter((each) => each.unknown === kind).map(({ milliseconds }) => milliseconds)) as [
      number[],
      number[],
    ];
    const slower = unknown.flatMap((one) => wrong.map((other) => Number(one > other)));
    const share = slower.reduce((sum, each) => sum + each, 0) / slower.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.95);
  });

  it('A1 · an address that tries many numbers waits, longer each time, whatever it tries; others do not, and a minute forgives a try', async () => {
    const from = async (remoteAddress: string, input: Record<string, unknown>): Promise<Answer['body']> => {
      const response = await gateway.fetch(requestFor(signIn, input, {}), { incoming: { socket: { remoteAddress } } });
      return { ...((await response.json()) as object), retryAfter: response.headers.get('Retry-After') };
    };
    const someone = await newPerson(gateway);
    const right = { bhxhNumber: someone.bhxhNumber, password: someone.password, device: 'thiet-bi-thu-nghiem' };
    const secrets = new Secrets(SECRET);
    const tries = secrets.mac('address', 'sign-in tries', secrets.mac('address', '192.0.2.66'));
    await Promise.all(Array.from({ length: FREE_TRIES_OF_ADDRESS - 2 }, () => beginTryFrom(database.queries, gateway.clock, tries)));
    for (const bhxhNumber of ['9999910001', '9999910002']) expect((await from('192.0.2.66', { bhxhNumber, password: 'x' })).code).toBe('session.refused');
    expect(await from('192.0.2.66', right)).toMatchObject({ code: 'session.locked', retryAfter: '30' });
    expect((await from('192.0.2.67', right)).accessToken).toBeDefined();
    gateway.clock.advance({ seconds: 31 });
    expect((await from('192.0.2.66', { bhxhNumber: '9999998888', password: 'x' })).code).toBe('session.refused');
    expect(await from('192.0.2.66', right)).toMatchObject({ code: 'session.locked', retryAfter: '60' });
    gateway.clock.advance({ minutes: 10 });
    // A right password takes nothing of what was wrong back.
    expect((await from('192.0.2.66', right)).accessToken).toBeDefined();
    const more = Array.from({ length: 12 }, () => beginTryFrom(database.queries, gateway.clock, tries));
    expect((await Promise.allSettled(more)).map(({ status }) => status)).toContain('rejected');
  });
});

describe('mã kiểm tra at sign-in', () => {
  const asking = async (env: Record<string, string> = {}) => testGateway(database, { env: { BHXH_CHALLENGE: 'proof-of-work', ...env }, clock: gateway.clock });
  const codeOf = ({ body }: Answer) => String(body.code);

  it('A1 · is asked after three wrong passwords for a number, the same whether anybody has it or not; asking counts as no try, and an answer serves for one', async () => {
    const asked = await asking();
    const person = await newPerson(asked);
    const device = 'thiet-bi-thu-nghiem';
    const seen = [];
    for (const bhxhNumber of [person.bhxhNumber, '9999999666']) {
      const wrong = { bhxhNumber, password: 'wrong' };
      const codes = [];
      for (let tries = 0; tries < 6; tries++) codes.push(codeOf(await asked.call(signIn, wrong)));
      const answer = await worked(asked, 'session.signIn');
      codes.push(codeOf(await asked.call(signIn, wrong, answer)), codeOf(await asked.call(signIn, wrong, answer)));
      codes.push(codeOf(await asked.call(signIn, wrong, await worked(asked, 'declarations.submit'))));
      seen.push(codes);
    }
    const [refused, required] = ['session.refused', 'challenge.required'];
    expect(seen[0]).toEqual([refused, refused, refused, required, required, required, refused, 'challenge.refused', 'challenge.refused']);
    expect(seen[1]).toEqual(seen[0]);
    const right = { bhxhNumber: person.bhxhNumber, password: person.password, device };
    expect(codeOf(await asked.call(signIn, right))).toBe(required);
    expect((await asked.call(signIn, right, await worked(asked, 'session.signIn'))).status).toBe(201);
    // The count begins anew.
    expect((await asked.call(signIn, right)).status).toBe(201);
    await asked.close();
  });

  it('A1 · while a number waits the pause is what is told, and afterwards it is asked again', async () => {
    const asked = await asking();
    const wrong = { bhxhNumber: '9999999555', password: 'wrong' };
    for (let tries = 0; tries < FREE_TRIES; tries++) await gateway.call(signIn, wrong);
    expect(codeOf(await asked.call(signIn, wrong))).toBe('session.locked');
    gateway.clock.advance({ seconds: 31 });
    expect(codeOf(await asked.call(signIn, wrong))).toBe('challenge.required');
    await asked.close();
  });

  it('A1 · is asked of an address that tries many numbers, of everybody, or of nobody, as the installation says', async () => {
    const secrets = new Secrets(SECRET);
    const address = secrets.mac('address', 'sign-in tries', secrets.mac('address', '192.0.2.77'));
    const from = async ({ fetch }: TestGateway, input: Record<string, unknown>) =>
      ((await (await fetch(requestFor(signIn, input, {}), { incoming: { socket: { remoteAddress: '192.0.2.77' } } })).json()) as { code?: string }).code;
    const [after, always, never] = [await asking(), await asking({ BHXH_CHALLENGE_SIGN_IN: 'always' }), await asking({ BHXH_CHALLENGE_SIGN_IN: 'never' })];
    for (let tries = 0; tries < 14; tries++) await beginTryFrom(database.queries, gateway.clock, address);
    expect(await from(after, { bhxhNumber: '9999999444', password: 'wrong' })).toBe('session.refused');
    const someone = await newPerson(gateway);
    expect(await from(after, { bhxhNumber: someone.bhxhNumber, password: someone.password })).toBe('challenge.required');
    expect(codeOf(await always.call(signIn, { bhxhNumber: someone.bhxhNumber, password: someone.password }))).toBe('challenge.required');
    expect(await from(never, { bhxhNumber: someone.bhxhNumber, password: someone.password })).toBeUndefined();
    const kinds = await Promise.all(
      [after, always, never, gateway].map(({ call }) => call(operations.challenges.make, { operation: 'session.signIn', locale: 'vi' })),
    );
    expect(kinds.map(({ body }) => body.kind)).toEqual(['proof-of-work', 'proof-of-work', 'none', 'none']);
    for (const each of [after, always, never]) await each.close();
  });
});

describe('a password that is too old', () => {
  it.each([
    ['2021', 'change-password'],
    ['2025', undefined],
  ])('A3 · under the rules of %s', async (pack, step) => {
    const clock = new TestClock('2027-03-01T03:00:00.000Z');
    const later = await testGateway(database, { env: { BHXH_RULE_PACK: pack }, clock });
    const { bhxhNumber, password } = await newPerson(later);
    const asked = { bhxhNumber, password, device: 'thiet-bi-thu-nghiem' };
    clock.advance({ days: 184 });
    expect((await later.call(signIn, asked)).body.step).toBeUndefined();
    clock.advance({ days: 1 });
    const { body } = await later.call(signIn, asked);
    expect(body.step).toBe(step);
    if (step) expect(body.passwordDueAt).toBe('2027-09-01T17:00:00.000Z');
    else
      expect((await later.call(current, {}, bearer(body.accessToken))).body).toMatchObject({
        passwordDueAt: '2027-09-01T17:00:00.000Z',
        passwordOverdue: true,
      });
    await later.close();
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

  it('A1 · a session belongs to the page it began on: its tokens are refused to every other, and nothing of them is used up', async () => {
    const person = await newPerson(gateway);
    const page = { Origin: 'https://truong.example.vn' };
    const tokens = (await gateway.call(signIn, { bhxhNumber: person.bhxhNumber, password: person.password }, page)).body;
    const stranger = { Origin: 'https://khac.example.vn' };
    expect((await gateway.call(current, {}, { ...bearer(tokens.accessToken), ...stranger })).body.code).toBe('session.other-origin');
    expect((await gateway.call(refresh, { refreshToken: tokens.refreshToken }, stranger)).body.code).toBe('session.other-origin');
    // A read from the gateway's own origin names no page.
    for (const headers of [page, {}]) expect((await gateway.call(current, {}, { ...bearer(tokens.accessToken), ...headers })).status).toBe(200);
    expect((await gateway.call(refresh, { refreshToken: tokens.refreshToken }, page)).status).toBe(200);
  });
});

describe('what a session adds to a declaration', () => {
  it('is no part of its key: sent again once the session is over, it brings the first answer and is not recorded twice', async () => {
    const declaration = await rightDeclaration(gateway, { startDate: dayOf(gateway, 30) });
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const first = await gateway.call(operations.declarations.submit, declaration, { ...bearer((await signedIn()).accessToken), ...key });
    const again = await gateway.call(operations.declarations.submit, declaration, key);
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body.reference).toBe(first.body.reference);
  });

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
      startDate: dayOf(later, 30),
      photographs: [await upload(later, 'portrait'), await upload(later, 'birth-certificate')],
    });
    const alone = await later.call(operations.declarations.submit, await child());
    expect(alone.body.fieldErrors?.map((error: { code: string }) => error.code)).toEqual(['child.guardian-first']);
    const other = bearer((await signedIn(0)).accessToken);
    const faultsOf = async (declaration: Record<string, unknown>, headers: Record<string, string>) =>
      (await later.call(operations.declarations.submit, declaration, headers)).body.fieldErrors?.map(
        ({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`,
      );
    const others = ['/guardian/bhxhNumber guardian.other-account', '/guardian/identityNumber guardian.other-account'];
    expect(await faultsOf(await child(), other)).toEqual(others);
    const mistyped = async (guardian: object) => ({ ...(await child()), guardian: { ...(await child()).guardian, ...guardian } });
    for (const [typed, wrong] of [
      [{ identityNumber: '079399000002' }, others[1]],
      [{ bhxhNumber: '9999999099' }, others[0]],
    ] as const)
      expect(await faultsOf(await mistyped(typed), bearer((await signedIn(1)).accessToken))).toEqual([wrong]);
    const guardian = bearer((await signedIn(1)).accessToken);
    // Whoever is signed in counts, whatever link they send.
    const [{ linkId }] = (await later.call(operations.children.list, {}, guardian)).body.items;
    expect(await faultsOf(await child(), { ...other, 'Guardian-Link': linkId })).toEqual(others);
    expect((await later.call(operations.declarations.submit, await child(), { ...guardian, 'Guardian-Link': linkId })).status).toBe(201);
    await later.close();
  });
});
