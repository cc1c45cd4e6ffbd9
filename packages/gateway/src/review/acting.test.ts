import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { type AsOfficer, approvedCase, type Case, codeSentTo, reviewedCase, sentTo, waitingCase } from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';

const { reviews, accounts, declarations, session, profile } = operations;
const PASSWORD = 'trời hôm nay đẹp';
let database: Database;
let gateway: TestGateway;
let officer: AsOfficer;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  officer = await asOfficer(gateway, 'canbo.dongda');
});

const at = (seconds: number): void => gateway.clock.advance({ seconds });
const again = async () => (officer = await asOfficer(gateway, 'canbo.dongda'));
const accountsOf = async ({ submission }: Case) =>
  (await gateway.call(reviews.list, { find: submission.bhxhNumber, status: ['approved', 'in-review', 'rejected'] }, officer)).body.items.length;
const count = async (table: string): Promise<number> => Number((await rowsOf(database, `select count(*) as n from ${table}`))[0]?.['n']);

describe('paper received', () => {
  it('O2 · stops the ten days: the declaration is there after them', async () => {
    const { id } = await reviewedCase(gateway, officer);
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    await again();
    expect((await gateway.call(reviews.read, { id }, officer)).body.status).toBe('in-review');
  });

  it('O2 · undone, the clock runs on as before', async () => {
    const { id, version } = await reviewedCase(gateway, officer);
    expect((await gateway.call(reviews.undo, { id, version }, officer)).body).toMatchObject({
      status: 'waiting-for-paper',
      version: 3,
      allowed: ['paper-received', 'reject'],
    });
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    await again();
    expect((await gateway.call(reviews.read, { id }, officer)).body).toMatchObject({ status: 'cancelled', version: 4 });
  });
});

describe('approving', () => {
  it('O3 · makes the account; the code is sent after the minute, works once, and the person signs in with a password of their own', async () => {
    const { id, version, submission } = await reviewedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const { status, body } = await gateway.call(reviews.approve, { id, version }, officer);
    expect([status, body.status, Date.parse(body.undoUntil) - gateway.clock.now().getTime()]).toEqual([200, 'approved', 60_000]);
    at(59);
    expect((await sentTo(gateway, mobilePhone)).filter((text) => text.includes('kích hoạt'))).toEqual([]);
    at(1);
    const activationCode = await codeSentTo(gateway, mobilePhone);
    expect((await gateway.call(reviews.read, { id }, officer)).body.account).toMatchObject({ state: 'awaiting-activation' });
    expect((await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD })).body.code).toBe('session.refused');
    expect((await gateway.call(session.signIn, { bhxhNumber, password: activationCode })).body.code).toBe('session.first-password');
    const weak = await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: bhxhNumber });
    expect([weak.body.code, weak.body.fieldErrors]).toEqual(['password.refused', [{ pointer: '/password', code: 'password.own-number', facts: {} }]]);
    expect(
      (await gateway.call(accounts.activate, { bhxhNumber, activationCode: activationCode.toLowerCase().replace('-', ' '), password: PASSWORD })).status,
    ).toBe(204);
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: 'mật khẩu khác hẳn' })).body.code).toBe('activation.refused');
    const { body: tokens } = await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD });
    const own = await gateway.call(profile.read, {}, { Authorization: `Bearer ${tokens.accessToken}` });
    expect(own.body).toMatchObject({ bhxhNumber, fullName: 'Nguyễn Văn A', mobilePhone, birthDate: '2099', agencyCode: '00106' });
    expect(own.body.address).toContain('Phường Phúc Xá');
  });

  it('O3 · needs the paper first, and the version that was seen', async () => {
    const { id } = await waitingCase(gateway);
    expect((await gateway.call(reviews.approve, { id, version: 1 }, officer)).body.code).toBe('review.not-allowed');
    await gateway.call(reviews.receivePaper, { id, version: 1 }, officer);
    const late = await gateway.call(reviews.approve, { id, version: 1 }, officer);
    expect([late.status, late.body.fieldErrors[0].facts]).toMatchObject([409, { act: 'paper-received', version: 2, status: 'in-review' }]);
  });

  it('O3 · undone within the minute there is no account and nothing is sent; approved anew, there is one of each', async () => {
    const { id, version, submission } = await reviewedCase(gateway, officer);
    const before = await count('accounts');
    const { body } = await gateway.call(reviews.approve, { id, version }, officer);
    at(59);
    const undone = await gateway.call(reviews.undo, { id, version: body.version }, officer);
    expect([undone.status, undone.body.status, await count('accounts')]).toEqual([200, 'in-review', before]);
    gateway.clock.advance({ minutes: 5 });
    expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('chấp nhận'))).toEqual([]);
    await gateway.call(reviews.approve, { id, version: undone.body.version }, officer);
    at(60);
    expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('kích hoạt'))).toHaveLength(1);
    expect([await count('accounts'), (await gateway.call(reviews.undo, { id, version: 5 }, officer)).body.code]).toEqual([before + 1, 'review.undo-over']);
    const { history } = (await gateway.call(reviews.read, { id }, officer)).body;
    expect(history.map(({ act, undone: taken }: { act: string; undone?: boolean }) => (taken ? `${act}, taken back` : act))).toEqual([
      'declared',
      'paper-received',
      'approve, taken back',
      'undone',
      'approve',
    ]);
    expect(
      (
        await gateway.call(declarations.follow, {
          reference: (await gateway.call(reviews.read, { id }, officer)).body.reference,
          contact: submission.mobilePhone,
        })
      ).body.history.map(({ status }: { status: string }) => status),
    ).toEqual(['waiting-for-paper', 'in-review', 'approved']);
  });

  it('O3 · what an undo would put back is forgotten with the minute', async () => {
    const { id } = await approvedCase(gateway, officer);
    const kept = () => rowsOf(database, `select act, sealed is not null as kept from review_acts where declaration_id = '${id}' and act = 'approve'`);
    expect(await kept()).toEqual([{ act: 'approve', kept: true }]);
    await gateway.jobs.runDue();
    expect(await kept()).toEqual([{ act: 'approve', kept: false }]);
  });

  it('O3 · only who did it takes it back', async () => {
    const { id, version } = await reviewedCase(gateway, officer);
    const { body } = await gateway.call(reviews.approve, { id, version }, officer);
    expect((await gateway.call(reviews.undo, { id, version: body.version }, await asOfficer(gateway, 'canbo.hanoi'))).body.code).toBe('review.undo-not-yours');
  });

  it('O3 · a number that has an account is not given a second one', async () => {
    const approved = await approvedCase(gateway, officer);
    const { id, version } = await reviewedCase(gateway, officer, { bhxhNumber: approved.submission.bhxhNumber });
    expect((await gateway.call(reviews.approve, { id, version }, officer)).body.code).toBe('review.account-exists');
    expect((await gateway.call(reviews.read, { id }, officer)).body).toMatchObject({ status: 'in-review', version, account: { state: 'awaiting-activation' } });
    expect(await accountsOf(approved)).toBe(2);
  });
});
