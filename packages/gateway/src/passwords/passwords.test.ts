import { randomUUID } from 'node:crypto';
import { operations } from '@bhxh-kit/contract';
import { eq } from 'drizzle-orm';
import { NodePgSession } from 'drizzle-orm/node-postgres';
import { PgliteSession } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dump, openTestDatabase, refusedFrom, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { NEW_PASSWORD, newPerson, OLD_PASSWORD, type TestPerson } from '../../test-support/persons.js';
import { FREE_TRIES } from '../accounts/lockout.js';
import type { Message } from '../outbox/outbox.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import { accounts } from '../storage/schema.js';

const { passwords, session, profile } = operations;
let database: Database;
let gateway: TestGateway;
const sent: Message[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { carrier: { carry: async (message: Message) => void sent.push(message) } });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  await gateway.jobs.runDue();
  sent.length = 0;
});

type Headers = { Authorization: string };
const refusal = ({ status, body }: { status: number; body: { code?: string; fieldErrors?: { pointer: string; code: string }[] } }) => [
  status,
  body.code,
  ...(body.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? []),
];
const wrong = (code: string) => (code === '111111' ? '222222' : '111111');
const codeIn = (message: Message | undefined) => /\b\d{6}\b/.exec(message?.body ?? '')?.[0] ?? '';
/** What was sent since the last look, as who and what. */
async function delivered(): Promise<Message[]> {
  await gateway.jobs.runDue();
  return sent.splice(0);
}
const signIn = (person: TestPerson, password: string) => gateway.call(session.signIn, { bhxhNumber: person.bhxhNumber, password });
const requestChange = (headers: Headers, currentPassword = OLD_PASSWORD) => gateway.call(passwords.requestChange, { currentPassword }, headers);
const requestReset = (bhxhNumber: string, contact: string) => gateway.call(passwords.requestReset, { bhxhNumber, contact });

/** Asks for a code and reads it off the message. */
async function codeFor(ask: ReturnType<TestGateway['call']>): Promise<{ codeId: string; oneTimeCode: string }> {
  const { status, body } = await ask;
  expect([201, 202]).toContain(status);
  return { codeId: body.codeId, oneTimeCode: codeIn((await delivered()).at(-1)) };
}

describe('changing a password', () => {
  it('A4 · takes the one in use, a code to the registered phone and the new one; every other session is over and both contacts are told', async () => {
    const person = await newPerson(gateway);
    const other = await person.headers();
    const headers = await person.headers();
    const asked = await requestChange(headers);
    expect([asked.status, asked.body.sentTo]).toEqual([201, `******${person.mobilePhone.slice(-4)}`]);
    const [message] = await delivered();
    expect([message?.channel, message?.to, message?.body.includes('đổi mật khẩu')]).toEqual(['sms', person.mobilePhone, true]);
    const done = await gateway.call(passwords.change, { codeId: asked.body.codeId, oneTimeCode: codeIn(message), newPassword: NEW_PASSWORD }, headers);
    expect(done.status).toBe(204);
    expect((await gateway.call(profile.read, {}, headers)).status).toBe(200);
    expect((await gateway.call(profile.read, {}, other)).status).toBe(401);
    const told = await delivered();
    expect(told.map(({ to }) => to)).toEqual([person.mobilePhone, person.email]);
    expect(told[0]?.body).toContain('vừa được đổi lúc');
    expect(told[0]?.body).not.toContain(person.bhxhNumber);
    expect((await signIn(person, OLD_PASSWORD)).status).toBe(401);
    expect((await signIn(person, NEW_PASSWORD)).status).toBe(201);
    expect(await dump(database)).not.toContain(NEW_PASSWORD);
  });

  it('A4 · goes to the contact of the moment it was sent: one that is changed later redirects nothing', async () => {
    const person = await newPerson(gateway);
    const headers = await person.headers();
    const { body } = await requestChange(headers);
    const secrets = new Secrets(SECRET);
    const moved = { bhxhNumber: person.bhxhNumber, fullName: 'Trần Thử Nghiệm', mobilePhone: '0900000009' };
    await database.queries
      .update(accounts)
      .set({ sealed: secrets.sealJson('account', person.accountId, moved) })
      .where(eq(accounts.id, person.accountId));
    const [message] = await delivered();
    expect(message?.to).toBe(person.mobilePhone);
    expect((await gateway.call(passwords.change, { codeId: body.codeId, oneTimeCode: codeIn(message), newPassword: NEW_PASSWORD }, headers)).status).toBe(204);
  });

  it('A4 · a wrong password in use sends nothing, and counts like one at the door', async () => {
    const person = await newPerson(gateway);
    const headers = await person.headers();
    for (let tries = 0; tries < FREE_TRIES; tries++)
      expect(refusal(await requestChange(headers, 'không phải'))).toEqual([422, 'password.wrong', '/currentPassword password.wrong']);
    expect(refusal(await requestChange(headers))).toEqual([429, 'session.locked']);
    expect((await signIn(person, OLD_PASSWORD)).body.code).toBe('session.locked');
    expect(await delivered()).toEqual([]);
    gateway.clock.advance({ seconds: 31 });
    const sent = await requestChange(headers);
    expect(sent.status).toBe(201);
    // Asked again by whoever lost the answer: the code that is under way.
    expect((await requestChange(headers)).body).toEqual(sent.body);
  });

  it('A4 · what the domain refuses is refused before the code is tried, the one in use only after it was right', async () => {
    const person = await newPerson(gateway);
    const headers = await person.headers();
    const code = await codeFor(requestChange(headers));
    const change = (newPassword: string, oneTimeCode = code.oneTimeCode) => gateway.call(passwords.change, { ...code, oneTimeCode, newPassword }, headers);
    expect(refusal(await change('ngắn'))).toEqual([422, 'password.refused', '/newPassword password.too-short']);
    expect(refusal(await change(`${person.bhxhNumber} của tôi`))).toEqual([422, 'password.refused', '/newPassword password.own-number']);
    expect(refusal(await change('matkhau2026'))).toEqual([422, 'password.refused', '/newPassword password.common']);
    expect(refusal(await change(OLD_PASSWORD, wrong(code.oneTimeCode)))).toEqual([422, 'code.refused', '/oneTimeCode one-time-code.wrong']);
    expect(refusal(await change(OLD_PASSWORD))).toEqual([422, 'password.refused', '/newPassword password.same']);
    // The code was used for that question.
    expect(refusal(await change(NEW_PASSWORD))).toEqual([422, 'code.refused', '/oneTimeCode one-time-code.expired']);
    expect((await signIn(person, OLD_PASSWORD)).status).toBe(201);
  });

  it('A4 · a code is its own account’s and its own purpose’s, and two at once set one password', async () => {
    const [person, stranger] = [await newPerson(gateway), await newPerson(gateway)];
    const [headers, other] = [await person.headers(), await stranger.headers()];
    const code = await codeFor(requestChange(headers));
    expect(refusal(await gateway.call(passwords.change, { ...code, newPassword: NEW_PASSWORD }, other))[2]).toBe('/oneTimeCode one-time-code.expired');
    const noId = { ...code, codeId: '-'.repeat(36), newPassword: NEW_PASSWORD };
    expect(refusal(await gateway.call(passwords.change, noId, headers))[2]).toBe('/oneTimeCode one-time-code.expired');
    expect(refusal(await gateway.call(passwords.reset, { ...noId, bhxhNumber: person.bhxhNumber }))[2]).toBe('/oneTimeCode one-time-code.expired');
    const both = await Promise.all([NEW_PASSWORD, 'cá bơi trong hồ'].map((newPassword) => gateway.call(passwords.change, { ...code, newPassword }, headers)));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
  });
});

describe('a password that grows old', () => {
  it('A3 · says since when and until when; people are told 14 and 3 days before, in working hours, once each, and no more afterwards', async () => {
    const person = await newPerson(gateway);
    const begun = gateway.clock.now().toISOString();
    expect((await gateway.call(passwords.age, {}, await person.headers())).body).toEqual({
      changedAt: begun,
      dueAt: '2027-05-21T17:00:00.000Z',
      overdue: false,
      afterwards: 'enforce',
    });
    const told: [string, string][] = [];
    const at = async (moment: string) => {
      gateway.clock.advance({ seconds: (Date.parse(`${moment}+07:00`) - gateway.clock.now().getTime()) / 1000 });
      for (const { to, body } of await delivered()) if (to === person.email) told.push([moment, /đến hết ngày [\d/]+/.exec(body)?.[0] ?? body]);
    };
    for (const moment of [
      '2027-05-06T10:07',
      '2027-05-07T07:51',
      '2027-05-07T08:03',
      '2027-05-10T09:13',
      '2027-05-17T09:13',
      '2027-05-18T09:13',
      '2027-05-19T09:13',
    ])
      await at(moment);
    expect(told).toEqual([
      ['2027-05-07T08:03', 'đến hết ngày 21/05/2027'],
      ['2027-05-18T09:13', 'đến hết ngày 21/05/2027'],
    ]);
    await at('2027-06-01T09:13');
    expect(told).toHaveLength(2);
    expect(await rowsOf(database, `select 1 from audit where act = 'password-reminded' and subject = '${person.accountId}'`)).toHaveLength(2);
  });

  it('A3 · too old where the rules enforce it, it is changed by the ticket of signing in and a code; the ticket serves once', async () => {
    const person = await newPerson(gateway);
    const ticket = await person.overdueTicket();
    const code = await codeFor(gateway.call(passwords.requestOverdueChange, { ticket }));
    const change = (given = ticket) => gateway.call(passwords.changeOverdue, { ticket: given, ...code, newPassword: NEW_PASSWORD });
    expect(refusal(await change(await person.overdueTicket()))[2]).toBe('/oneTimeCode one-time-code.wrong');
    expect((await change()).status).toBe(204);
    expect(refusal(await change())).toEqual([409, 'session.ticket-over']);
    expect((await signIn(person, NEW_PASSWORD)).status).toBe(201);
    expect(refusal(await gateway.call(passwords.requestOverdueChange, { ticket: 'invented' }))).toEqual([409, 'session.ticket-over']);
  });
});

describe('a forgotten password', () => {
  it.each(['mobilePhone', 'email'] as const)(
    'A6 · is set anew with a code to the registered %s that was named; every session is over and both contacts are told',
    async (named) => {
      const person = await newPerson(gateway);
      const headers = await person.headers();
      const asked = await requestReset(`GD479${person.bhxhNumber}`, ` ${person[named].toUpperCase()} `);
      const [message, ...more] = await delivered();
      expect([asked.status, message?.to, more]).toEqual([202, person[named], []]);
      const reset = () =>
        gateway.call(passwords.reset, { bhxhNumber: person.bhxhNumber, codeId: asked.body.codeId, oneTimeCode: codeIn(message), newPassword: NEW_PASSWORD });
      expect((await reset()).status).toBe(204);
      expect((await gateway.call(profile.read, {}, headers)).status).toBe(401);
      expect((await delivered()).map(({ to, body }) => [to, body.includes('vừa được đặt lại')])).toEqual([
        [person.mobilePhone, true],
        [person.email, true],
      ]);
      expect(refusal(await reset())[2]).toBe('/oneTimeCode one-time-code.expired');
      expect((await signIn(person, NEW_PASSWORD)).status).toBe(201);
    },
  );

  it('A6 · an unknown number, a contact that is another’s and an account without a password are answered like the right ones, by the same statements, and nobody is written to', async () => {
    const [person, another, waiting] = [await newPerson(gateway), await newPerson(gateway), await newPerson(gateway)];
    await rowsOf(database, `update accounts set password_hash = null where id = '${waiting.accountId}' returning 1`);
    await delivered();
    const asked: string[] = [];
    for (const { prototype } of [NodePgSession, PgliteSession] as unknown as { prototype: NodePgSession<never, never> }[]) {
      const prepare = prototype.prepareQuery;
      vi.spyOn(prototype, 'prepareQuery').mockImplementation(function (this: NodePgSession<never, never>, ...args) {
        asked.push(args[0].sql);
        return prepare.apply(this, args);
      });
    }
    const [seen, told]: [{ keys: string[] }[], string[]] = [[], []];
    for (const [number, contact] of [
      [person.bhxhNumber, person.email],
      ['9999999999', person.email],
      [another.bhxhNumber, '0900000009'],
      [waiting.bhxhNumber, waiting.email],
      ['không phải số', 'không phải liên hệ'],
    ] as const) {
      asked.length = 0;
      const { status, body } = await requestReset(number, contact);
      const statements = [...asked];
      told.push(...(await delivered()).map(({ to }) => to));
      const tries = [];
      for (let tried = 0; tried < 6; tried++) {
        gateway.clock.advance({ seconds: 40 });
        const answer = await gateway.call(passwords.reset, { bhxhNumber: number, codeId: body.codeId, oneTimeCode: '000000', newPassword: NEW_PASSWORD });
        tries.push([answer.status, answer.body.code, answer.body.fieldErrors]);
      }
      seen.push({ keys: Object.keys(body).sort(), ...{ status, statements, tries } });
    }
    vi.restoreAllMocks();
    for (const each of seen) expect(each).toEqual(seen[0]);
    expect(seen[0]?.keys).toEqual(['codeId', 'expiresAt', 'sendAgainAt', 'sentAt']);
    expect(told).toEqual([person.email]);
  });

  it('A6 · too soon is said by number and contact alone, known or not, and later each time', async () => {
    const person = await newPerson(gateway);
    const seen = [];
    for (const [number, contact] of [
      [person.bhxhNumber, person.email],
      ['9999999998', 'nobody@example.vn'],
    ] as const) {
      const both = await Promise.all([requestReset(number, contact), requestReset(number, contact)]);
      const statuses = both.map(({ status }) => status).sort();
      let late = '';
      for (let asked = 0; asked < 8; asked++) {
        gateway.clock.advance({ seconds: 61 });
        const answer = await requestReset(number, contact);
        statuses.push(answer.status);
        late = answer.headers.get('retry-after') ?? late;
      }
      seen.push([statuses, late]);
    }
    expect(seen).toEqual([0, 1].map(() => [[202, 429, 202, 202, 202, 202, 202, 202, 429, 202], '59']));
  });

  it('A6 · wrong codes lock the number for setting it anew, not for signing in; the right password set anew ends every count', async () => {
    const person = await newPerson(gateway);
    const ask = () => codeFor(requestReset(person.bhxhNumber, person.email));
    const code = await ask();
    const reset = (oneTimeCode: string, { codeId } = code) =>
      gateway.call(passwords.reset, { bhxhNumber: person.bhxhNumber, codeId, oneTimeCode, newPassword: NEW_PASSWORD });
    for (let tries = 0; tries < FREE_TRIES; tries++) await reset(wrong(code.oneTimeCode));
    expect(refusal(await reset(code.oneTimeCode))).toEqual([429, 'session.locked']);
    for (let tries = 0; tries < FREE_TRIES; tries++) await signIn(person, 'không phải');
    expect((await signIn(person, OLD_PASSWORD)).body.code).toBe('session.locked');
    gateway.clock.advance({ seconds: 61 });
    const next = await ask();
    expect((await reset(next.oneTimeCode, next)).status).toBe(204);
    expect((await signIn(person, NEW_PASSWORD)).status).toBe(201);
  });

  it('A6 · whoever types codes for another’s number, asked for with another contact or made up, keeps nobody from setting theirs', async () => {
    const person = await newPerson(gateway);
    const { bhxhNumber } = person;
    const mine = await codeFor(requestReset(bhxhNumber, person.email));
    const theirs = (await requestReset(bhxhNumber, 'nguoi.la@example.vn')).body.codeId;
    const stranger = (codeId: string) =>
      refusedFrom(gateway, '203.0.113.30', passwords.reset, { bhxhNumber, codeId, oneTimeCode: '000000', newPassword: NEW_PASSWORD });
    for (const codeId of [theirs, randomUUID()]) {
      const answers = await Promise.all(Array.from({ length: FREE_TRIES + 2 }, () => stranger(codeId)));
      expect(answers.sort()).toEqual([...Array(FREE_TRIES).fill('code.refused'), ...Array(2).fill('session.locked')]);
    }
    expect((await gateway.call(passwords.reset, { bhxhNumber, ...mine, newPassword: NEW_PASSWORD })).status).toBe(204);
  });

  it('A6 · who has set it anew begins again with every try, should they forget that one too', async () => {
    const { bhxhNumber, email } = await newPerson(gateway);
    for (const newPassword of [NEW_PASSWORD, 'cá bơi trong hồ']) {
      const code = await codeFor(requestReset(bhxhNumber, email));
      const reset = (oneTimeCode: string) => gateway.call(passwords.reset, { bhxhNumber, codeId: code.codeId, oneTimeCode, newPassword });
      for (let tries = 0; tries < 3; tries++) expect((await reset(wrong(code.oneTimeCode))).body.code).toBe('code.refused');
      expect((await reset(code.oneTimeCode)).status).toBe(204);
      gateway.clock.advance({ seconds: 61 });
    }
  });

  it('A6 · the codes of one number and contact are guessed at together, from however many addresses', async () => {
    const { bhxhNumber, email } = await newPerson(gateway);
    const answers = [];
    for (let at = 0; at < 3; at++) {
      const { codeId, oneTimeCode } = await codeFor(requestReset(bhxhNumber, email));
      for (const address of [`203.0.113.${40 + at}`, `203.0.113.${50 + at}`])
        answers.push(await refusedFrom(gateway, address, passwords.reset, { bhxhNumber, codeId, oneTimeCode: wrong(oneTimeCode), newPassword: NEW_PASSWORD }));
      gateway.clock.advance({ seconds: 61 });
    }
    expect(answers).toEqual([...Array(FREE_TRIES).fill('code.refused'), 'session.locked']);
  });

  it('A6 · the one in use is refused and another may be chosen with the same code; a code that was asked for before is void afterwards', async () => {
    const person = await newPerson(gateway);
    const first = await codeFor(requestReset(person.bhxhNumber, person.email));
    const second = await codeFor(requestReset(person.bhxhNumber, person.mobilePhone));
    const reset = (newPassword: string, code: typeof first) => gateway.call(passwords.reset, { bhxhNumber: person.bhxhNumber, ...code, newPassword });
    expect(refusal(await reset(OLD_PASSWORD, second))).toEqual([422, 'password.refused', '/newPassword password.same']);
    expect((await reset(NEW_PASSWORD, second)).status).toBe(204);
    expect(refusal(await reset('cá bơi trong hồ', first))[2]).toBe('/oneTimeCode one-time-code.wrong');
  });
});
