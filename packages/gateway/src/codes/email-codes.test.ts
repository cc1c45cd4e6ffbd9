import { operations } from '@bhxh-kit/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  byItself,
  confirmedEmail,
  dump,
  openTestDatabase,
  rightDeclaration,
  rowsOf,
  SECRET,
  type TestGateway,
  testGateway,
} from '../../test-support/gateway.js';
import { emailMac } from '../accounts/account-changes.js';
import type { Message } from '../outbox/outbox.js';
import { PERSONAS } from '../sandbox/personas.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import { accounts } from '../storage/schema.js';

const { codes, declarations } = operations;
const EMAIL = 'nguyen.van.a@example.vn';
let database: Database;
let gateway: TestGateway;
const mails: Message[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  const carrier = { carry: async (message: Message) => void mails.push(message) };
  gateway = await testGateway(database, { env: { BHXH_RULE_PACK: '2023' }, carrier });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  await gateway.jobs.runDue();
  mails.length = 0;
  gateway.clock.advance({ minutes: 1 });
});

const ask = (change: object = {}) => gateway.call(codes.send, { email: EMAIL, subject: 'individual', locale: 'vi', ...change });
const confirm = (codeId: string, oneTimeCode: string) => gateway.call(codes.confirm, { codeId, oneTimeCode });
async function sent(change: object = {}): Promise<{ codeId: string; code: string }> {
  const { body } = await ask(change);
  await gateway.jobs.runDue();
  return { codeId: body.codeId, code: /\b\d{6}\b/.exec(mails.at(-1)?.body ?? '')?.[0] ?? '' };
}
async function confirmed(change: object = {}): Promise<string> {
  const { codeId, code } = await sent(change);
  return (await confirm(codeId, code)).body.emailConfirmation;
}
const declared = (change: object = {}) => rightDeclaration(gateway, { rulePack: '2023', email: EMAIL, startDate: '2027-01-31', ...change });
const another = (code: string) => (code === '111111' ? '222222' : '111111');
const refusalOf = ({ status, body }: { status: number; body: { code?: string; fieldErrors?: { pointer: string; code: string }[] } }) => [
  status,
  body.code,
  body.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`),
];

describe('a one-time code by e-mail', () => {
  it('R14 · of six digits confirms its address, and the declaration that carries the confirmation is taken', async () => {
    const { codeId, code } = await sent({ email: ' Nguyen.Van.A@Example.VN ' });
    expect(code).toMatch(/^\d{6}$/);
    expect(mails.map(({ channel, to, subject }) => [channel, to, subject?.includes(code)])).toEqual([['email', 'Nguyen.Van.A@example.vn', false]]);
    const { status, body } = await confirm(codeId, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect([status, body.until]).toEqual([200, new Date(gateway.clock.now().getTime() + 2 * 3_600_000).toISOString()]);
    const answer = await gateway.call(declarations.submit, await declared({ emailConfirmation: body.emailConfirmation }));
    expect(answer.status).toBe(201);
    const everything = await dump(database);
    for (const kept of [body.emailConfirmation, EMAIL]) expect(everything).not.toContain(kept);
    expect(everything).not.toMatch(byItself(code));
  });

  it('R14 · is needed under the pack of 2023 for whoever names an address, and said at its pointer in both languages', async () => {
    const declaration = await declared();
    expect(refusalOf(await gateway.call(declarations.submit, declaration))).toEqual([
      422,
      'declaration.invalid',
      ['/emailConfirmation email-confirmation.missing'],
    ]);
    expect(refusalOf(await gateway.call(declarations.submit, { ...declaration, emailConfirmation: 'invented' }))).toEqual([
      422,
      'declaration.invalid',
      ['/emailConfirmation email-confirmation.over'],
    ]);
  });

  it('R14 · confirms that address, that subject and one declaration alone', async () => {
    const emailConfirmation = await confirmed();
    for (const other of [{ email: 'lethimau@example.vn' }, { subject: 'organisation' as const }]) {
      const answer = await gateway.call(declarations.submit, await declared({ ...other, emailConfirmation }));
      expect(refusalOf(answer)[2]).toContain('/emailConfirmation email-confirmation.over');
    }
    const declaration = await declared({ emailConfirmation });
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    // A declaration that is refused for another reason leaves it as it was.
    expect(refusalOf(await gateway.call(declarations.submit, { ...declaration, commitment: false }, key))[2]).toEqual(['/commitment commitment.missing']);
    expect((await gateway.call(declarations.submit, declaration, key)).status).toBe(201);
    expect((await gateway.call(declarations.submit, declaration, key)).headers.get('idempotency-replayed')).toBe('true');
    expect(refusalOf(await gateway.call(declarations.submit, await declared({ emailConfirmation })))[2]).toEqual([
      '/emailConfirmation email-confirmation.over',
    ]);
  });

  it('R14 · is wrong five times at most: then the right one is refused too, however many come at once', async () => {
    const { codeId, code } = await sent();
    const tries = await Promise.all(Array.from({ length: 12 }, () => confirm(codeId, another(code))));
    const told = tries.map((answer) => (refusalOf(answer)[2] as readonly string[] | undefined)?.[0]);
    expect(told.filter((each) => each === '/oneTimeCode one-time-code.wrong')).toHaveLength(4);
    expect(told.filter((each) => each === '/oneTimeCode one-time-code.locked')).toHaveLength(8);
    expect(refusalOf(await confirm(codeId, code))).toEqual([422, 'code.refused', ['/oneTimeCode one-time-code.locked']]);
    expect(await rowsOf(database, `select tries from email_codes where id = '${codeId}'`)).toEqual([{ tries: 5 }]);
  });

  it('R14 · tells how many tries are left', async () => {
    const { codeId, code } = await sent();
    expect((await confirm(codeId, another(code))).body.fieldErrors).toEqual([
      { pointer: '/oneTimeCode', code: 'one-time-code.wrong', facts: { triesLeft: 4 } },
    ]);
    expect(refusalOf(await confirm(codeId, '12345'))[2]).toEqual(['/oneTimeCode one-time-code.shape']);
    expect((await confirm(codeId, another(code))).body.fieldErrors[0].facts).toEqual({ triesLeft: 3 });
  });

  it('R14 · is over after ten minutes by the gateway’s clock, and works once; an unknown one is answered like one that is over', async () => {
    const over = ['/oneTimeCode one-time-code.expired'];
    const first = await sent();
    gateway.clock.advance({ minutes: 10 });
    expect(refusalOf(await confirm(first.codeId, first.code))[2]).toEqual(over);
    const second = await sent();
    expect((await confirm(second.codeId, second.code)).status).toBe(200);
    expect(refusalOf(await confirm(second.codeId, second.code))[2]).toEqual(over);
    expect(refusalOf(await confirm(crypto.randomUUID(), second.code))[2]).toEqual(over);
    for (const unknown of ['x', '-'.repeat(36)]) expect(refusalOf(await confirm(unknown, second.code))[2]).toEqual(over);
  });

  it('R14 · is followed by another after a minute, one for all who ask at once', async () => {
    const both = await Promise.all([ask({ email: 'hai@example.vn' }), ask({ email: 'HAI@example.vn' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429]);
    const late = both.find(({ status }) => status === 429);
    expect([late?.body.code, late?.headers.get('retry-after')]).toEqual(['code.too-soon', '60']);
    gateway.clock.advance({ seconds: 59 });
    expect((await ask({ email: 'hai@example.vn' })).status).toBe(429);
    gateway.clock.advance({ seconds: 1 });
    expect((await ask({ email: 'hai@example.vn' })).status).toBe(201);
  });

  it('R14 · goes to nobody for a text that is no address', async () => {
    expect(refusalOf(await ask({ email: 'khong phai@dia chi' }))).toEqual([422, 'code.invalid', ['/email email.shape']]);
    await gateway.jobs.runDue();
    expect(mails).toEqual([]);
  });

  it('R14 · the confirmation is over after two hours', async () => {
    const emailConfirmation = await confirmed();
    gateway.clock.advance({ hours: 2 });
    expect(refusalOf(await gateway.call(declarations.submit, await declared({ emailConfirmation })))[2]).toEqual([
      '/emailConfirmation email-confirmation.over',
    ]);
    gateway.clock.advance({ hours: 1 });
    await gateway.jobs.runDue();
    expect(await rowsOf(database, 'select 1 from email_codes')).toEqual([]);
  });

  it('R12 · is not sent any more once it is too old', async () => {
    await ask();
    gateway.clock.advance({ minutes: 10 });
    await gateway.jobs.runDue();
    expect(mails).toEqual([]);
    expect(await rowsOf(database, "select 1 from outbox where notice = 'email-code' and delivered_at is null")).toEqual([]);
  });
});

describe('an address that another open declaration asks for', () => {
  const person = async (bhxhNumber: string, email: string, subject: 'individual' | 'child' = 'individual') =>
    declared({ bhxhNumber, email, emailConfirmation: await confirmedEmail(gateway, email, subject) });

  it('R14 · is refused to another number and taken for the same one; free again once that declaration is over', async () => {
    const email = 'mot.nguoi@example.vn';
    expect((await gateway.call(declarations.submit, await person('9999999041', email))).status).toBe(201);
    const another = await person('9999999042', 'MOT.nguoi@Example.vn');
    expect(refusalOf(await gateway.call(declarations.submit, another))).toEqual([422, 'declaration.invalid', ['/email email.taken']]);
    expect((await gateway.call(declarations.submit, await person('9999999041', email))).status).toBe(201);
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    expect((await gateway.call(declarations.submit, await person('9999999042', email))).status).toBe(201);
  });

  it('R14 · goes to one of two numbers that declare it at the same moment, on two instances', async () => {
    const other = await testGateway(database, { env: { BHXH_RULE_PACK: '2023' }, clock: gateway.clock });
    for (let round = 0; round < 4; round++) {
      const email = `cung.luc.${round}@example.vn`;
      const both = await Promise.all(
        [await person('9999999051', email), await person('9999999052', email)].map((each, at) => (at ? gateway : other).call(declarations.submit, each)),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
      expect(both.map(refusalOf).find(([status]) => status === 422)?.[2]).toEqual(['/email email.taken']);
    }
    await other.close();
  });
});

describe('an address that serves an account', () => {
  const owner = PERSONAS[1] as (typeof PERSONAS)[number];
  const email = owner.profile.email as string;
  beforeAll(async () => {
    await database.queries
      .update(accounts)
      .set({ emailMac: emailMac(new Secrets(SECRET), email) })
      .where(eq(accounts.id, owner.id));
  });

  it('R14 · gets the same answers as one that is free; its owner alone is told, and no code is sent', async () => {
    const shapes = [];
    for (const address of [email.toUpperCase(), 'tu.do@example.vn']) {
      const answer = await ask({ email: address });
      const refused = await confirm(answer.body.codeId, '123456');
      shapes.push([answer.status, Object.keys(answer.body), refused.status, refused.body.code, refused.body.fieldErrors]);
    }
    expect(shapes[0]).toEqual(shapes[1]);
    await gateway.jobs.runDue();
    const mail = mails.find(({ to }) => to.toLowerCase() === email);
    expect([mail?.subject, /\d{6}/.test(mail?.body ?? '')]).toEqual(['Địa chỉ thư điện tử này đã có tài khoản giao dịch điện tử BHXH', false]);
  });

  it('R14 · is told at the declaration to whoever confirmed it before the account was made, and to nobody else', async () => {
    const late = await declared({ email, emailConfirmation: await confirmedEmail(gateway, email, 'individual') });
    expect(refusalOf(await gateway.call(declarations.submit, late))).toEqual([422, 'declaration.invalid', ['/email email.taken']]);
    for (const emailConfirmation of [undefined, 'invented'])
      expect(refusalOf(await gateway.call(declarations.submit, { ...late, emailConfirmation }))[2]).not.toContain('/email email.taken');
    const own = { ...late, bhxhNumber: owner.profile.bhxhNumber };
    expect((await gateway.call(declarations.submit, own)).status).toBe(201);
  });

  it('R14 R16 · still takes the code for its owner’s child', async () => {
    const { codeId, code } = await sent({ email, subject: 'child' });
    expect((await confirm(codeId, code)).status).toBe(200);
  });
});
