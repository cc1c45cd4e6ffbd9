import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { newPerson, type TestPerson, withCode } from '../../test-support/persons.js';
import { Secrets } from '../secrets/secrets.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';
import { begin } from './sessions.js';
import { makeTicket } from './tickets.js';

const { signIn } = operations.session;
const { sendTakeOverCode, takeOver } = operations.devices;
const PAGE = { Origin: 'https://truong.example.vn' };
let database: Database;
let gateway: TestGateway;
let person: TestPerson;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  person = await newPerson(gateway);
  await person.headers();
});

/** What signing in gives in a browser: each time another ticket, as after a reload. */
const ticketIn = async (browser: string, headers = PAGE): Promise<string> =>
  (await gateway.call(signIn, { bhxhNumber: person.bhxhNumber, password: person.password, device: `trinh-duyet-${browser}`.padEnd(24, '.') }, headers)).body
    .ticket;
const namelessTicket = async (): Promise<string> =>
  (await gateway.call(signIn, { bhxhNumber: person.bhxhNumber, password: person.password }, PAGE)).body.ticket;
const ask = (ticket: string) => gateway.call(sendTakeOverCode, { ticket });
const coded = async (ticket: string) => withCode(gateway, () => ask(ticket));
/** The person, signed in where the browser has no name. */
const nameless = async () => {
  const settings = readSettings({ BHXH_SANDBOX: '1' });
  const { accessToken } = await begin(database.queries, { accountId: person.accountId }, { clock: gateway.clock, settings });
  return { Authorization: `Bearer ${accessToken}` };
};
const wrong = (code: string) => (code === '123456' ? '654321' : '123456');
const faultOf = ({ body }: Awaited<ReturnType<typeof ask>>) => body.fieldErrors?.[0];
const codesSent = async () => (await rowsOf(database, `select id from account_codes where account_id = '${person.accountId}'`)).length;

describe('a page that is reloaded while a code is under way', () => {
  it('A5 · is handed that code for its new ticket, and no other is sent', async () => {
    const code = await coded(await ticketIn('mot'));
    gateway.clock.advance({ seconds: 20 });
    const ticket = await ticketIn('mot');
    const again = await ask(ticket);
    expect([again.status, again.body.codeId]).toEqual([201, code.codeId]);
    expect([Date.parse(again.body.expiresAt), Date.parse(again.body.sendAgainAt)].map((at) => at - gateway.clock.now().getTime())).toEqual([580_000, 40_000]);
    await gateway.jobs.runDue();
    expect([(await rowsOf(database, 'select body from sandbox_messages')).length, await codesSent()]).toEqual([1, 1]);
    expect((await gateway.call(takeOver, { ticket, ...code })).body.accessToken).toBeDefined();
  });

  it('A5 · is handed it after the minute too, and only then another, when asked for', async () => {
    const code = await coded(await ticketIn('mot'));
    gateway.clock.advance({ seconds: 90 });
    const ticket = await ticketIn('mot');
    expect((await ask(ticket)).body.codeId).toBe(code.codeId);
    const other = await coded(ticket);
    expect([other.codeId === code.codeId, await codesSent()]).toEqual([false, 2]);
    expect((await gateway.call(takeOver, { ticket, ...other })).status).toBe(201);
  });

  it('A5 · whoever lost the answer is given it again within the minute', async () => {
    const ticket = await ticketIn('mot');
    const { codeId } = await coded(ticket);
    gateway.clock.advance({ seconds: 59 });
    expect((await ask(ticket)).body.codeId).toBe(codeId);
    gateway.clock.advance({ seconds: 1 });
    expect((await ask(ticket)).body.codeId).not.toBe(codeId);
  });

  it('A5 · whoever asks for another after the minute is sent one', async () => {
    const ticket = await ticketIn('mot');
    const { codeId } = await coded(ticket);
    gateway.clock.advance({ seconds: 60 });
    expect([(await coded(ticket)).codeId === codeId, await codesSent()]).toEqual([false, 2]);
  });

  it('A5 · neither its tries nor its ten minutes begin anew', async () => {
    const code = await coded(await ticketIn('mot'));
    for (let left = 4; left >= 1; left--) {
      const ticket = await ticketIn('mot');
      expect((await ask(ticket)).body.codeId).toBe(code.codeId);
      expect(faultOf(await gateway.call(takeOver, { ticket, ...code, oneTimeCode: wrong(code.oneTimeCode) }))).toMatchObject({ facts: { triesLeft: left } });
    }
    const last = await ticketIn('mot');
    expect(faultOf(await gateway.call(takeOver, { ticket: last, ...code, oneTimeCode: wrong(code.oneTimeCode) })).code).toBe('one-time-code.locked');
    expect((await ask(await ticketIn('mot'))).body.code).toBe('code.too-soon');
    expect(faultOf(await gateway.call(takeOver, { ticket: last, ...code })).code).toBe('one-time-code.locked');
    gateway.clock.advance({ seconds: 60 });
    const next = await coded(await ticketIn('mot'));
    gateway.clock.advance({ minutes: 9, seconds: 59 });
    const ticket = await ticketIn('mot');
    expect((await ask(ticket)).body.codeId).toBe(next.codeId);
    gateway.clock.advance({ seconds: 1 });
    expect(faultOf(await gateway.call(takeOver, { ticket, ...next })).code).toBe('one-time-code.expired');
  });

  it.each([
    ['another browser', () => ticketIn('hai')],
    ['another page', () => ticketIn('mot', { Origin: 'https://khac.example.vn' })],
    ['a browser without a name', () => namelessTicket()],
  ])('A5 · %s with the right password is told to wait, and the code is none of its own', async (_, ticketOf) => {
    const ticket = await ticketIn('mot');
    const code = await coded(ticket);
    const stranger = await ticketOf();
    expect((await ask(stranger)).body.code).toBe('code.too-soon');
    expect(faultOf(await gateway.call(takeOver, { ticket: stranger, ...code })).code).toBe('one-time-code.wrong');
    expect((await gateway.call(takeOver, { ticket, ...code })).status).toBe(201);
  });

  it('A5 · of two browsers without a name each is told by its own ticket', async () => {
    const ticket = await namelessTicket();
    const code = await coded(ticket);
    const other = await namelessTicket();
    expect((await ask(other)).body.code).toBe('code.too-soon');
    expect(faultOf(await gateway.call(takeOver, { ticket: other, ...code })).code).toBe('one-time-code.wrong');
    expect((await gateway.call(takeOver, { ticket, ...code })).status).toBe(201);
  });

  it('A4 A5 · a code that went to another contact is not handed on', async () => {
    const code = await coded(await ticketIn('mot'));
    const secrets = new Secrets(SECRET);
    const moved = { bhxhNumber: person.bhxhNumber, fullName: 'Trần Thử Nghiệm', mobilePhone: '0900000099' };
    await rowsOf(
      database,
      `update accounts set sealed = '\\x${secrets.sealJson('account', person.accountId, moved).toString('hex')}' where id = '${person.accountId}'`,
    );
    const ticket = await ticketIn('mot');
    expect((await ask(ticket)).body.code).toBe('code.too-soon');
    // Known from before, it is still good: nobody's change redirects or ends it.
    expect((await gateway.call(takeOver, { ticket, ...code })).status).toBe(201);
  });

  it('A5 · of many reloads at once all are handed one code, and of those who use it one is in', async () => {
    const ticket = await ticketIn('mot');
    const tickets = [ticket, ...(await Promise.all(Array.from({ length: 3 }, () => ticketIn('mot'))))];
    let answers: Awaited<ReturnType<typeof ask>>[] = [];
    const code = await withCode(gateway, async () => {
      answers = await Promise.all(tickets.map(ask));
      return answers[0] as Awaited<ReturnType<typeof ask>>;
    });
    expect([new Set(answers.map(({ body }) => body.codeId)).size, await codesSent()]).toEqual([1, 1]);
    const taken = await Promise.all(tickets.map((each) => gateway.call(takeOver, { ticket: each, ...code })));
    expect(taken.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
  });

  it('A3 · the change of a password that is too old is handed its code by the same rule, and takes none of a sign-in', async () => {
    const { requestOverdueChange, changeOverdue } = operations.passwords;
    const overdue = async () =>
      (await makeTicket(database.queries, 'change-password', { accountId: person.accountId, deviceHash: 'trinh-duyet', origin: null }, gateway.clock)).ticket;
    const code = await withCode(gateway, async () => gateway.call(requestOverdueChange, { ticket: await overdue() }));
    const ticket = await overdue();
    expect((await gateway.call(requestOverdueChange, { ticket })).body.codeId).toBe(code.codeId);
    expect((await gateway.call(changeOverdue, { ticket, ...code, newPassword: 'trời hôm nay đẹp' })).status).toBe(204);
    // Used, it is nobody's any more.
    expect((await gateway.call(requestOverdueChange, { ticket: await overdue() })).body.code).toBe('code.too-soon');
    gateway.clock.advance({ seconds: 60 });
    expect((await gateway.call(requestOverdueChange, { ticket: await overdue() })).body.codeId).not.toBe(code.codeId);
  });

  it('A3 · whoever changes a password that is too old is handed the code after the minute too', async () => {
    const { requestOverdueChange } = operations.passwords;
    const overdue = async () =>
      (await makeTicket(database.queries, 'change-password', { accountId: person.accountId, deviceHash: 'trinh-duyet', origin: null }, gateway.clock)).ticket;
    const { codeId } = (await gateway.call(requestOverdueChange, { ticket: await overdue() })).body;
    gateway.clock.advance({ seconds: 90 });
    expect((await gateway.call(requestOverdueChange, { ticket: await overdue() })).body.codeId).toBe(codeId);
  });

  it('A5 · is sent another once the ten minutes are over', async () => {
    const { codeId } = await coded(await ticketIn('mot'));
    gateway.clock.advance({ minutes: 10 });
    const ticket = await ticketIn('mot');
    const other = await coded(ticket);
    expect([other.codeId === codeId, await codesSent()]).toEqual([false, 2]);
    expect((await gateway.call(takeOver, { ticket, ...other })).status).toBe(201);
  });

  it.each([
    ['A4 · whoever changes their password', operations.passwords.requestChange, () => ({ currentPassword: person.password })],
    ['A7 · whoever adds a passkey', operations.passkeys.sendCode, () => ({})],
  ] as const)('%s and signs in anew is handed the code after the minute too, and then another', async (_, row, input) => {
    const asked = async (headers: Record<string, string>) => (await gateway.call(row, input(), headers)).body.codeId;
    const codeId = await asked(await person.headers());
    gateway.clock.advance({ seconds: 90 });
    const headers = await person.headers();
    expect([await asked(headers), (await asked(headers)) === codeId]).toEqual([codeId, false]);
  });

  it('A3 A4 · a code asked for by whoever is signed in is not handed to a password that is too old, in the same browser: it would be wrong there', async () => {
    const headers = await person.headers();
    expect((await gateway.call(operations.passwords.requestChange, { currentPassword: person.password }, headers)).status).toBe(201);
    const [session] = await rowsOf(database, `select device_hash from sessions where account_id = '${person.accountId}' order by signed_in_at desc limit 1`);
    const here = { accountId: person.accountId, deviceHash: String(session?.['device_hash']), origin: null };
    const { ticket } = await makeTicket(database.queries, 'change-password', here, gateway.clock);
    expect((await gateway.call(operations.passwords.requestOverdueChange, { ticket })).body.code).toBe('code.too-soon');
  });

  it('A4 · another browser that is signed in is told to wait', async () => {
    const { requestChange } = operations.passwords;
    const asked = async (headers: Record<string, string>) => (await gateway.call(requestChange, { currentPassword: person.password }, headers)).body;
    expect((await asked(await person.headers())).codeId).toBeDefined();
    expect((await asked(await nameless())).code).toBe('code.too-soon');
  });
});

describe('a change of contact whose page is reloaded', () => {
  const { sendCodes } = operations.contacts;
  const to = async (contact: string) => gateway.call(sendCodes, { kind: 'mobilePhone', contact, locale: 'vi' }, await person.headers());

  it('A8 · is handed both codes that are under way within the minute, and another contact waits', async () => {
    const first = await to('0900000771');
    gateway.clock.advance({ seconds: 30 });
    expect((await to('0900000771')).body).toEqual(first.body);
    expect((await to('0900000772')).body.code).toBe('code.too-soon');
    gateway.clock.advance({ seconds: 30 });
    expect((await to('0900000771')).body.changeId).not.toBe(first.body.changeId);
  });

  it('A8 · is handed no codes of which the one to the new contact was typed wrong too often: it waits, and gets others', async () => {
    const { changeId } = (await to('0900000773')).body;
    const typed = { changeId, registeredCode: '000000', newCode: '000000' };
    for (let tries = 0; tries < 5; tries++) await gateway.call(operations.contacts.change, typed, await person.headers());
    expect((await to('0900000773')).body.code).toBe('code.too-soon');
    gateway.clock.advance({ seconds: 60 });
    expect((await to('0900000773')).body.changeId).not.toBe(changeId);
  });

  it('A8 · another browser waits for its own', async () => {
    expect((await to('0900000774')).status).toBe(201);
    const there = await gateway.call(sendCodes, { kind: 'mobilePhone', contact: '0900000774', locale: 'vi' }, await nameless());
    expect(there.body.code).toBe('code.too-soon');
  });
});
