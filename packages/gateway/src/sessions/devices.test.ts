import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secondDevice } from '../../test-support/devices.js';
import { byItself, dump, openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { newPerson, withCode } from '../../test-support/persons.js';
import type { Database } from '../storage/database.js';

const { signIn, refresh, current, signOut } = operations.session;
const { sendTakeOverCode, takeOver, list, signOutEverywhere } = operations.devices;
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

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('one device at a time', () => {
  const device = (name: string) => `thiet-bi-${name}`.padEnd(20, '.');
  const on = async (person: { bhxhNumber: string; password: string }, name?: string) =>
    gateway.call(signIn, { bhxhNumber: person.bhxhNumber, password: person.password, ...(name && { device: device(name) }) });
  const coded = async (ticket: string) => ({ ticket, ...(await withCode(gateway, () => gateway.call(sendTakeOverCode, { ticket }))) });
  const state = async (accessToken: string) => (await gateway.call(current, {}, bearer(accessToken))).body;
  const alive = async (accountId: string) => rowsOf(database, `select id from sessions where account_id = '${accountId}' and ended_at is null`);

  it('A5 · the second is warned and asked for a code; only then the first is out, at once, and told why', async () => {
    const person = await newPerson(gateway);
    const first = (await on(person, 'mot')).body;
    const since = gateway.clock.now().toISOString();
    gateway.clock.advance({ minutes: 5 });
    const held = await on(person, 'hai');
    expect([held.status, Object.keys(held.body).sort()]).toEqual([201, ['expiresAt', 'signedInAt', 'step', 'ticket']]);
    expect(held.body).toMatchObject({ step: 'take-over', signedInAt: since });
    const { codeId, oneTimeCode, ticket } = await coded(held.body.ticket);
    expect((await state(first.accessToken)).signedInAt).toBe(since);
    const wrong = await gateway.call(takeOver, { ticket, codeId, oneTimeCode: oneTimeCode === '123456' ? '654321' : '123456' });
    expect([wrong.status, wrong.body.fieldErrors]).toEqual([422, [{ pointer: '/oneTimeCode', code: 'one-time-code.wrong', facts: { triesLeft: 4 } }]]);
    expect((await state(first.accessToken)).signedInAt).toBe(since);
    const second = (await gateway.call(takeOver, { ticket, codeId, oneTimeCode })).body;
    expect((await state(second.accessToken)).passwordOverdue).toBe(false);
    expect((await state(first.accessToken)).code).toBe('session.taken-over');
    expect((await gateway.call(refresh, { refreshToken: first.refreshToken })).body.code).toBe('session.taken-over');
    expect((await gateway.call(takeOver, { ticket, codeId, oneTimeCode })).body.code).toBe('session.ticket-over');
    // What the sandbox shows as sent is the one place where the code is to be read.
    await rowsOf(database, 'delete from sandbox_messages');
    const everything = await dump(database);
    for (const secret of [ticket, device('mot'), device('hai')]) expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(byItself(oneTimeCode));
  });

  it('A5 · the same device signs in again without a code, and signing out ends all it has open; without a name every sign-in is another device', async () => {
    const person = await newPerson(gateway);
    const tabs = [(await on(person, 'mot')).body, (await on(person, 'mot')).body];
    for (const { accessToken } of tabs) expect((await state(accessToken)).signedInAt).toBeDefined();
    expect((await gateway.call(list, {}, bearer(tabs[0].accessToken))).body).toMatchObject({ oneAtATime: true, items: [{ current: true }] });
    expect((await on(person)).body.step).toBe('take-over');
    expect((await gateway.call(signOut, {}, bearer(tabs[0].accessToken))).status).toBe(204);
    expect((await state(tabs[1].accessToken)).code).toBe('session.expired');
    expect((await on(person)).body.accessToken).toBeDefined();
    expect((await on(person)).body.step).toBe('take-over');
  });

  it('A5 · a ticket is over after ten minutes, with everything the account has open, and is no ticket for anything else', async () => {
    const person = await newPerson(gateway);
    const ticket = await secondDevice(gateway, person);
    expect((await gateway.call(sendTakeOverCode, { ticket: await person.overdueTicket() })).body.code).toBe('session.ticket-over');
    const other = await coded(await secondDevice(gateway, await newPerson(gateway)));
    expect((await gateway.call(takeOver, { ...other, ticket })).body.fieldErrors[0].code).toBe('one-time-code.expired');
    gateway.clock.advance({ minutes: 10 });
    expect((await gateway.call(sendTakeOverCode, { ticket })).body.code).toBe('session.ticket-over');
    const [tokens, held] = [(await on(await newPerson(gateway), 'mot')).body, await secondDevice(gateway, person)];
    expect(tokens.accessToken).toBeDefined();
    const own = await coded(held);
    const taken = (await gateway.call(takeOver, own)).body;
    const another = (await on(person, 'hai')).body.ticket;
    expect((await gateway.call(signOutEverywhere, {}, bearer(taken.accessToken))).status).toBe(204);
    expect((await state(taken.accessToken)).code).toBe('session.expired');
    expect((await gateway.call(sendTakeOverCode, { ticket: another })).body.code).toBe('session.ticket-over');
    expect(await alive(person.accountId)).toEqual([]);
  });

  it('A4 A5 · codes go to the phone registered when they are sent, one a minute and ten a day', async () => {
    const person = await newPerson(gateway);
    const send = async () => gateway.call(sendTakeOverCode, { ticket: await secondDevice(gateway, person) });
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429]);
    expect(both.find(({ status }) => status === 201)?.body.sentTo).toBe(`*******${person.mobilePhone.slice(-4)}`.slice(-person.mobilePhone.length));
    for (let sent = 1; sent < 10; sent++) {
      gateway.clock.advance({ minutes: 1 });
      expect((await send()).status).toBe(201);
    }
    gateway.clock.advance({ minutes: 1 });
    const late = await send();
    expect([late.body.code, Number(late.headers.get('Retry-After')) > 80_000]).toEqual(['code.too-soon', true]);
    gateway.clock.advance({ hours: 24 });
    expect((await send()).status).toBe(201);
  });

  it.each([2, 20])('A5 · of %i devices at once one is in and the others are asked', async (count) => {
    const person = await newPerson(gateway);
    const answers = await Promise.all(Array.from({ length: count }, (_, at) => on(person, String(at))));
    expect(answers.filter(({ body }) => body.accessToken)).toHaveLength(1);
    // Counted before the password is looked at, as guesses would be: those beyond the free tries are told to wait.
    const others = answers.filter(({ body }) => body.step === 'take-over' || body.code === 'session.locked');
    expect([others.length, others.some(({ body }) => body.step)]).toEqual([count - 1, true]);
    expect(await alive(person.accountId)).toHaveLength(1);
  });

  it('A5 · of nine devices that take over at once, each of them twice, exactly one is left in', async () => {
    const person = await newPerson(gateway);
    await on(person, 'dau');
    const calls: Awaited<ReturnType<typeof coded>>[] = [];
    for (let at = 0; at < 9; at++) {
      calls.push(await coded((await on(person, String(at))).body.ticket));
      gateway.clock.advance({ seconds: 60 });
    }
    const answers = await Promise.all([...calls, ...calls].map((call) => gateway.call(takeOver, call)));
    const tokens = answers.flatMap(({ body }) => (body.accessToken ? [body.accessToken as string] : []));
    expect(tokens.length).toBeGreaterThan(0);
    expect(await alive(person.accountId)).toHaveLength(1);
    const states = await Promise.all(tokens.map(state));
    expect(states.filter(({ signedInAt }) => signedInAt)).toHaveLength(1);
    expect(states.filter(({ code }) => code).every(({ code }) => code === 'session.taken-over')).toBe(true);
  });

  it('A5 · an installation may let people use any number of devices', async () => {
    const many = await testGateway(database, { env: { BHXH_ONE_DEVICE: '0' }, clock: gateway.clock });
    const { bhxhNumber, password } = await newPerson(many);
    const all = await Promise.all(['mot', 'hai', 'ba'].map((name) => many.call(signIn, { bhxhNumber, password, device: device(name) })));
    const tokens = all.map(({ body }) => body.accessToken as string);
    const { body } = await many.call(list, {}, bearer(tokens[0] ?? ''));
    expect([body.oneAtATime, body.items.map(({ current }: { current: boolean }) => current).sort()]).toEqual([false, [false, false, true]]);
    expect((await many.call(signOutEverywhere, {}, bearer(tokens[0] ?? ''))).status).toBe(204);
    for (const token of tokens) expect((await many.call(current, {}, bearer(token))).body.code).toBe('session.expired');
    await many.close();
  });
});
