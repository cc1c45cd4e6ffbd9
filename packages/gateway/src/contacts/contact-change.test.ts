import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, dump, openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { PERSONAS, type Persona } from '../sandbox/personas.js';
import { begin } from '../sessions/sessions.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';

type Headers = Record<string, string>;
const { contacts, profile } = operations;
const [someone, other] = PERSONAS as [Persona, Persona];
const settings = readSettings({ BHXH_SANDBOX: '1' });
let database: Database;
let gateway: TestGateway;
let mine: Headers;

beforeAll(async () => {
  database = await openTestDatabase();
  // The pack by which one address serves one account (R14).
  gateway = await testGateway(database, { env: { BHXH_RULE_PACK: '2023' } });
});
beforeEach(async () => {
  // A day has ten codes.
  gateway.clock.advance({ hours: 25 });
  mine = await as(someone);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const as = async ({ id: accountId }: Persona): Promise<Headers> => ({
  Authorization: `Bearer ${(await begin(database.queries, { accountId }, { clock: gateway.clock, settings })).accessToken}`,
});

interface Sent {
  readonly changeId: string;
  readonly registeredCode: string;
  readonly newCode: string;
  readonly answer: Answer;
  readonly newText: string;
}

/** Asks for the codes and reads them where they arrived: the registered phone is an SMS of its own words. */
async function sent(kind: 'mobilePhone' | 'email', contact: string, headers = mine): Promise<Sent> {
  await gateway.jobs.runDue();
  await rowsOf(database, 'delete from sandbox_messages');
  const answer = await gateway.call(contacts.sendCodes, { kind, contact, locale: 'vi' }, headers);
  await gateway.jobs.runDue();
  const texts = (await rowsOf(database, 'select body from sandbox_messages')).map(({ body }) => String(body));
  const registered = texts.find((text) => text.includes('thay đổi liên hệ')) ?? '';
  const newText = texts.find((text) => text !== registered) ?? '';
  const codeIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? '000000';
  return { changeId: answer.body.changeId, registeredCode: codeIn(registered), newCode: codeIn(newText), answer, newText };
}

const change = ({ changeId, registeredCode, newCode }: Sent, headers = mine) => gateway.call(contacts.change, { changeId, registeredCode, newCode }, headers);
const registered = async (headers = mine) => (await gateway.call(profile.read, {}, headers)).body;
const wrong = (code: string): string => (code === '111111' ? '222222' : '111111');
const faultsOf = ({ body }: Answer) => body.fieldErrors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

describe('a change of the registered contact', () => {
  it('A8 · needs the code to the old contact and the one to the new, changes only then, and tells whoever was reached before', async () => {
    const before = await registered();
    const asked = await sent('mobilePhone', '+84 900 000 009');
    expect(asked.answer.body).toMatchObject({ toRegistered: { sentTo: '******0001' }, toNew: { sentTo: '******0009' } });
    expect((await registered()).mobilePhone).toBe(before.mobilePhone);
    expect(await dump(database)).not.toContain('0900000009');
    await rowsOf(database, 'delete from sandbox_messages');
    expect((await change(asked)).status).toBe(204);
    expect(await registered()).toEqual({ ...before, mobilePhone: '0900000009' });
    await gateway.jobs.runDue();
    const notices = await rowsOf(database, 'select channel, recipient, body from sandbox_messages order by channel');
    expect(notices.map(({ channel }) => channel)).toEqual(['email', 'sms']);
    expect(String(notices[1]?.['recipient'])).toMatch(/1$/);
    for (const { body } of notices) expect(String(body)).toMatch(/Nếu không phải bạn đổi/);
    expect((await rowsOf(database, "select act from audit where act like 'contact-%' order by id")).map(({ act }) => act)).toEqual([
      'contact-change-asked',
      'contact-changed',
    ]);
    expect((await change(asked)).body.code).toBe('code.refused');
  });

  it('A8 · a mistyped code is told by its field, and the other one still works', async () => {
    const asked = await sent('mobilePhone', '0900000011');
    expect(faultsOf(await change({ ...asked, newCode: wrong(asked.newCode) }))).toEqual(['/newCode one-time-code.wrong']);
    expect(faultsOf(await change({ ...asked, registeredCode: wrong(asked.registeredCode) }))).toEqual(['/registeredCode one-time-code.wrong']);
    expect(faultsOf(await change({ ...asked, registeredCode: 'abc' }))).toEqual(['/registeredCode one-time-code.shape']);
    expect((await change(asked)).status).toBe(204);
  });

  it('A8 · five wrong tries of either code end it, for the right ones too', async () => {
    for (const which of ['newCode', 'registeredCode'] as const) {
      gateway.clock.advance({ seconds: 61 });
      const asked = await sent('mobilePhone', which === 'newCode' ? '0900000012' : '0900000013');
      const tries = [];
      for (let count = 0; count < 5; count++) tries.push(...faultsOf(await change({ ...asked, [which]: wrong(asked[which]) })));
      expect(tries.at(-1)).toBe(`/${which} one-time-code.locked`);
      expect((await change(asked)).body.code).toBe('code.refused');
    }
  });

  it('A4 · a code that was sent before serves what it was sent for and nothing else', async () => {
    const first = await sent('mobilePhone', '0900000014');
    gateway.clock.advance({ seconds: 61 });
    const second = await sent('mobilePhone', '0900000015');
    expect(faultsOf(await change({ ...second, registeredCode: first.registeredCode, changeId: second.changeId }))[0]).toMatch(/^\/registeredCode/);
    expect(faultsOf(await change({ ...second, newCode: first.newCode }))[0]).toMatch(/^\/newCode/);
    expect((await change(second)).status).toBe(204);
    expect((await registered()).mobilePhone).toBe('0900000015');
    // What was begun before the change is over with it: its code went to a contact that is not the account's any more.
    expect(faultsOf(await change(first))).toEqual(['/newCode one-time-code.expired']);
  });

  it('A8 · is another’s business for nobody, waits a minute between codes, and is over after ten', async () => {
    const asked = await sent('mobilePhone', '0900000016');
    expect((await change(asked, await as(other))).body.code).toBe('code.refused');
    expect((await gateway.call(contacts.sendCodes, { kind: 'mobilePhone', contact: '0900000017', locale: 'vi' }, mine)).body.code).toBe('code.too-soon');
    expect((await gateway.call(contacts.sendCodes, { kind: 'mobilePhone', contact: '0900000016', locale: 'vi' }, await as(other))).body.code).toBe(
      'code.too-soon',
    );
    gateway.clock.advance({ minutes: 10 });
    mine = await as(someone);
    expect(faultsOf(await change(asked))).toEqual(['/newCode one-time-code.expired']);
  });

  it.each([
    ['mobilePhone', '12345', 'phone.length'],
    ['email', 'a@', 'email.shape'],
  ] as const)('A8 · a %s that is none gets no code, and is told as such', async (kind, contact, code) => {
    const { body } = await gateway.call(contacts.sendCodes, { kind, contact, locale: 'vi' }, mine);
    expect([body.code, body.fieldErrors[0].pointer, body.fieldErrors[0].code.split('.')[0]]).toEqual(['contact.invalid', '/contact', code.split('.')[0]]);
    const same = await gateway.call(contacts.sendCodes, { kind, contact: (await registered())[kind], locale: 'vi' }, mine);
    expect(faultsOf(same)).toEqual(['/contact contact.same']);
  });

  it('R14 · an address that serves another account gets the same answer and no code; its owner alone is told', async () => {
    const theirs = await as(other);
    const taken = 'dia-chi-chung@example.vn';
    expect((await change(await sent('email', taken, theirs), theirs)).status).toBe(204);
    const free = await sent('email', 'con-trong@example.vn');
    gateway.clock.advance({ seconds: 61 });
    const refused = await sent('email', taken.toUpperCase());
    expect(Object.keys(refused.answer.body)).toEqual(Object.keys(free.answer.body));
    expect([refused.answer.status, Object.keys(refused.answer.body.toNew)]).toEqual([free.answer.status, Object.keys(free.answer.body.toNew)]);
    expect(refused.newText).toContain('đã dùng cho một tài khoản');
    for (const newCode of ['000000', '111111']) expect(faultsOf(await change({ ...refused, newCode }))).toEqual(['/newCode one-time-code.wrong']);
  });

  it('R14 · of two accounts that take one address at once, one has it', async () => {
    const theirs = await as(other);
    const address = 'cung-luc@example.vn';
    const first = await sent('email', address);
    gateway.clock.advance({ seconds: 61 });
    const second = await sent('email', address, theirs);
    const answers = await Promise.all([change(first), change(second, theirs)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('contact.taken');
    expect([(await registered()).email, (await registered(theirs)).email].filter((email) => email === address)).toHaveLength(1);
  });

  it('A8 · sent twice at once it is done once', async () => {
    const asked = await sent('mobilePhone', '0900000018');
    const answers = await Promise.all([change(asked), change(asked)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
  });
});
