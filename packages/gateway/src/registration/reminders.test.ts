import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, rightDeclaration, rowsOf, SECRET, TestClock, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { rejectedCase, reviewedCase } from '../../test-support/reviews.js';
import type { Message } from '../outbox/outbox.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import { remindDue } from './reminders.js';

const { declarations, notices, reviews } = operations;
let database: Database;
let gateway: TestGateway;
let other: TestGateway;
const sent: (Message & { at: string })[] = [];
/** Tuesday morning in Vietnam: the deadline is Friday, 27 November, 10:00. */
const clock = new TestClock('2026-11-17T03:00:00.000Z');

beforeAll(async () => {
  database = await openTestDatabase();
  const carrier = { carry: async (message: Message) => void sent.push({ ...message, at: clock.now().toISOString() }) };
  gateway = await testGateway(database, { clock, carrier });
  other = await testGateway(database, { clock, carrier });
});
afterAll(async () => {
  await gateway.close();
  await other.close();
  await database.close();
});

const hand = async (change: object = {}) =>
  (await gateway.call(declarations.submit, await rightDeclaration(gateway, { startDate: '2027-10-30', ...change }))).body;
const reminders = (to: string) =>
  sent.filter((message) => message.to === to && /Nhắc|chưa nhận được bản giấy đã ký của tờ khai/.test(message.subject ?? message.body));
/** A moment of Vietnam's clock. */
const vn = (text: string) => new Date(`${text}:00+07:00`).toISOString();
const moveTo = (text: string) => clock.advance({ seconds: (Date.parse(vn(text)) - clock.now().getTime()) / 1000 });
/** Both instances run at each of these times of every day, at the same moment. */
async function runOn(month: string, days: readonly number[], times = ['03:00', '10:00', '16:30', '16:45']): Promise<void> {
  for (const day of days)
    for (const time of times) {
      moveTo(`${month}-${String(day).padStart(2, '0')}T${time}`);
      await Promise.all([gateway.jobs.runDue(), other.jobs.runDue()]);
    }
}

describe('the reminders of the paper', () => {
  it('R13 · go out 5, 2 and 1 days before the deadline, in working hours, once each by either channel, however often and wherever the jobs run', async () => {
    const { paperDueAt } = await hand({ mobilePhone: '0900000005', email: 'nam@example.vn' });
    expect(paperDueAt).toBe(vn('2026-11-27T10:00'));
    await runOn('2026-11', [18, 19, 20, 21, 22, 23, 24, 25, 26]);
    // Five days before is a Sunday, so that reminder goes out on Friday.
    const times = ['2026-11-20T16:30', '2026-11-25T10:00', '2026-11-26T10:00'].map(vn);
    expect(reminders('0900000005').map(({ at }) => at)).toEqual(times);
    expect(reminders('nam@example.vn').map(({ at }) => at)).toEqual(times);
    expect(reminders('0900000005')[0]?.body).toContain('trước 10:00 ngày 27/11/2026');
    expect(await rowsOf(database, "select 1 from audit where act = 'reminded'")).toHaveLength(3);
  });

  it('R13 · of several that were missed, because no gateway ran, only the last goes out, and only when the office is open', async () => {
    moveTo('2026-11-30T12:00');
    const { paperDueAt } = await hand({ mobilePhone: '0900000006', email: 'sau@example.vn' });
    expect(paperDueAt).toBe(vn('2026-12-10T12:00'));
    await runOn('2026-12', [9], ['00:30', '07:59']);
    expect(reminders('0900000006')).toEqual([]);
    await runOn('2026-12', [9], ['08:00', '08:01', '12:00', '12:01']);
    expect(reminders('0900000006').map(({ at }) => at)).toEqual(['2026-12-09T08:00', '2026-12-09T12:00'].map(vn));
  });

  it('R13 · are not sent once the paper is in, nor once the clock has jumped over the deadline', async () => {
    const { reference } = await hand({ mobilePhone: '0900000007', email: 'bay@example.vn' });
    await hand({ mobilePhone: '0900000004', email: 'bon@example.vn' });
    await rowsOf(database, `update declarations set status = 'in-review' where reference = '${reference}' returning 1`);
    moveTo('2026-12-21T10:00');
    // Also where what cancels has not come round yet.
    expect(await remindDue(database.queries, { clock, secrets: new Secrets(SECRET) })).toBe(0);
    await gateway.jobs.runDue();
    expect([reminders('0900000007'), reminders('0900000004')]).toEqual([[], []]);
    expect(sent.some(({ to, body }) => to === '0900000004' && body.includes('đã bị hủy'))).toBe(true);
  });
});

describe('the notice of receipt', () => {
  it('R13 · is sent again to the contacts of the declaration, once in ten minutes, and to nobody else', async () => {
    const { reference } = await hand({ mobilePhone: '0900000008', email: 'tam@example.vn' });
    await gateway.jobs.runDue();
    sent.length = 0;
    const again = (contact: string) => gateway.call(notices.resend, { reference, contact });
    expect(await again('0900000009')).toMatchObject({ status: 404, body: { code: 'declaration.not-found' } });
    const asked = clock.now();
    expect(await again('tam@example.vn')).toMatchObject({
      status: 202,
      body: { sentTo: ['******0008', 't***@example.vn'], sendAgainAt: new Date(asked.getTime() + 600_000).toISOString() },
    });
    const soon = await again('0900000008');
    expect([soon.status, soon.body.code, soon.headers.get('retry-after')]).toEqual([429, 'notice.too-soon', '600']);
    clock.advance({ minutes: 10 });
    const both = await Promise.all([again('0900000008'), again('0900000008')]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 429]);
    await gateway.jobs.runDue();
    expect(sent.map(({ to }) => to).sort()).toEqual(['0900000008', '0900000008', 'tam@example.vn', 'tam@example.vn']);
    expect(sent[0]?.body).toContain(reference);
  });

  it('R12 · names no phone where no SMS leaves, and nothing where there is nothing else', async () => {
    const env = { BHXH_SANDBOX: '0', BHXH_RULE_PACK: '', BHXH_SMTP_HOST: 'mail.example.vn', BHXH_SMTP_FROM: 'khong-tra-loi@example.vn' };
    const mailing = await testGateway(database, { clock, env });
    for (const [contact, sentTo] of [
      [{ mobilePhone: '0900000010', email: 'tam@example.vn' }, ['t***@example.vn']],
      [{ mobilePhone: '0900000011', email: undefined }, []],
    ] as const) {
      const { reference } = await hand(contact);
      expect((await mailing.call(notices.resend, { reference, contact: contact.mobilePhone })).body).toMatchObject({ sentTo });
    }
    await mailing.close();
  });

  it('R12, O2 · says no more of a deadline once the paper is in, and is not for a declaration that was decided', async () => {
    let officer = await asOfficer(gateway, 'canbo.dongda');
    const { id, version, reference, submission } = await reviewedCase(gateway, officer);
    const again = () => gateway.call(notices.resend, { reference, contact: submission.mobilePhone });
    expect((await again()).status).toBe(202);
    await gateway.jobs.runDue();
    const body = sent.filter(({ to, channel }) => channel === 'sms' && to === submission.mobilePhone).at(-1)?.body;
    expect([body?.includes('đã nhận bản giấy'), body?.includes('quá hạn')]).toEqual([true, false]);
    clock.advance({ minutes: 10 });
    officer = await asOfficer(gateway, 'canbo.dongda');
    await gateway.call(reviews.approve, { id, version }, officer);
    expect((await again()).body.code).toBe('declaration.closed');
    const rejected = await rejectedCase(gateway, officer);
    const refused = await gateway.call(notices.resend, { reference: rejected.reference, contact: rejected.submission.mobilePhone });
    expect(refused.body.code).toBe('declaration.closed');
  });

  it('R13 · is not for a declaration that was cancelled', async () => {
    const { reference } = await hand({ mobilePhone: '0900000001' });
    clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    expect(await gateway.call(notices.resend, { reference, contact: '0900000001' })).toMatchObject({ status: 409, body: { code: 'declaration.closed' } });
  });
});
