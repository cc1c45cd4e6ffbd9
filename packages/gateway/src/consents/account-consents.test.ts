import { randomUUID } from 'node:crypto';
import { operations } from '@bhxh-kit/contract';
import { FIRST_USE_VERSION } from '@bhxh-kit/domain/consent/first-use-texts.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { personMac } from '../accounts/accounts-repository.js';
import { hashPassword } from '../accounts/passwords.js';
import { Secrets } from '../secrets/secrets.js';
import { readSettings, SettingsWrong } from '../settings/settings.js';
import { accountConsents } from '../storage/account-consents-schema.js';
import type { Database } from '../storage/database.js';
import { guardianLinks } from '../storage/guardians-schema.js';
import { accounts } from '../storage/schema.js';

const { consents, session } = operations;
const PASSWORD = 'trời hôm nay đẹp';
const secrets = new Secrets(SECRET);
let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { env: { BHXH_CONSENT_PURPOSES: 'device-copy,statistics', BHXH_DEVICE_COPY_DAYS: '14', BHXH_RULE_PACK: '2025' } });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

let serial = 100;
/** Somebody who has just signed in for the first time. */
async function person(birthDate = '1985-02-28') {
  const [accountId, bhxhNumber] = [randomUUID(), `9999999${serial++}`];
  const profile = { bhxhNumber, fullName: 'Nguyễn Văn A', birthDate };
  await database.queries.insert(accounts).values({
    id: accountId,
    personMac: personMac(secrets, bhxhNumber),
    passwordHash: await hashPassword(PASSWORD),
    sealed: secrets.sealJson('account', accountId, profile),
    createdAt: gateway.clock.now(),
  });
  const { body } = await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD });
  return { accountId, bearer: { Authorization: `Bearer ${body.accessToken}` } };
}
const answer = (purposes: readonly string[], more: object = {}) => ({ textVersion: FIRST_USE_VERSION, purposes, locale: 'vi', channel: 'page', ...more });
const actsOn = (accountId: string) => rowsOf(database, `select act from audit where subject = '${accountId}' and act like 'consent-%' order by id`);
const standing = ({ purposes }: { purposes: { purpose: string; given: boolean }[] }) => purposes.map(({ purpose, given }) => `${purpose} ${given}`);

describe('consent at first use', () => {
  it('A9 · is its own person’s, whatever key it was sent with: two pages that count their keys from one do not agree for each other', async () => {
    const [one, other] = [await person(), await person()];
    const key = { 'Idempotency-Key': 'consent-0000000001' };
    const give = (bearer: object) => gateway.call(consents.give, answer(['account']), { ...bearer, ...key });
    const given = [await give(one.bearer), await give(other.bearer), await give(other.bearer)];
    expect(given.map(({ status, headers }) => [status, headers.get('Idempotency-Replayed')])).toEqual([
      [200, null],
      [200, null],
      [200, 'true'],
    ]);
    expect([await actsOn(one.accountId), await actsOn(other.accountId)]).toEqual([[{ act: 'consent-given' }], [{ act: 'consent-given' }]]);
  });

  it('A9 · is read before anybody signs in: what it is, the terms, each purpose that is asked for, nothing of it agreed to', async () => {
    const { status, body } = await gateway.call(consents.texts, { locale: 'vi' });
    expect([status, body.textVersion, body.purposes.map(({ purpose }: { purpose: string }) => purpose)]).toEqual([
      200,
      FIRST_USE_VERSION,
      ['account', 'device-copy', 'statistics'],
    ]);
    expect(body.introduction).toContain('bảo hiểm xã hội');
    expect((await gateway.call(consents.texts, { locale: 'en' })).body.terms).toContain('password');
  });

  it('A9 · is given per purpose and kept with text version, time and channel; what is left out is not agreed to', async () => {
    const { accountId, bearer } = await person();
    const before = (await gateway.call(consents.mine, { locale: 'vi' }, bearer)).body;
    expect([before.asked, before.givenBy, standing(before)]).toEqual([true, 'self', ['account false', 'device-copy false', 'statistics false']]);
    // C6: how long a copy of the card may be kept on a device is for the installation to say.
    expect(before.deviceCopyDays).toBe(14);
    const { status, body } = await gateway.call(consents.give, answer(['account', 'statistics'], { channel: 'app', locale: 'en' }), bearer);
    expect([status, body.asked, standing(body)]).toEqual([200, false, ['account true', 'device-copy false', 'statistics true']]);
    const at = gateway.clock.now().toISOString();
    const kept = { given: true, textVersion: FIRST_USE_VERSION, locale: 'en', channel: 'app', givenBy: 'self', at };
    expect(body.history).toEqual([
      { purpose: 'statistics', ...kept },
      { purpose: 'account', ...kept },
    ]);
    expect(body.purposes[0]).toMatchObject({ since: at, agreedVersion: FIRST_USE_VERSION, title: 'Having and using the account' });
    expect(await actsOn(accountId)).toEqual([{ act: 'consent-given' }]);
  });

  it('A9 · the same answer again adds no record, nor does the same key; nobody changes a record', async () => {
    const { accountId, bearer } = await person();
    const key = { ...bearer, 'Idempotency-Key': randomUUID() };
    const first = (await gateway.call(consents.give, answer(['account']), key)).body;
    expect((await gateway.call(consents.give, answer(['account']), key)).body).toEqual(first);
    expect((await gateway.call(consents.give, answer(['account']), bearer)).body.history).toHaveLength(1);
    await expect(database.queries.execute(`update account_consents set given = false where account_id = '${accountId}'`)).rejects.toThrow();
  });

  it('A9 · is taken back by a record of its own: the purpose ends, the other stays; the necessary one is then asked again', async () => {
    const { accountId, bearer } = await person();
    await gateway.call(consents.give, answer(['account', 'statistics']), bearer);
    gateway.clock.advance({ minutes: 1 });
    const withdraw = (purpose: string) => gateway.call(consents.withdraw, { purpose, locale: 'vi', channel: 'page' }, bearer);
    const { body } = await withdraw('statistics');
    expect([body.asked, standing(body), body.history.length]).toEqual([false, ['account true', 'device-copy false', 'statistics false'], 3]);
    expect(body.history[0]).toMatchObject({ purpose: 'statistics', given: false, at: gateway.clock.now().toISOString() });
    expect((await withdraw('statistics')).body.history).toHaveLength(3);
    expect((await withdraw('nothing-of-the-kind')).body.history).toHaveLength(3);
    expect((await withdraw('account')).body.asked).toBe(true);
    expect(await actsOn(accountId)).toEqual([{ act: 'consent-given' }, { act: 'consent-withdrawn' }, { act: 'consent-withdrawn' }]);
  });

  it('A9 · of other words is asked again; what was agreed to under the old ones and is left out now is taken back', async () => {
    const { accountId, bearer } = await person();
    const old = { accountId, given: true, textVersion: '2025-07-01', locale: 'vi', channel: 'page', givenBy: 'self', at: gateway.clock.now() };
    await database.queries.insert(accountConsents).values(['account', 'statistics', 'reminders'].map((purpose) => ({ ...old, purpose })));
    const mine = (await gateway.call(consents.mine, { locale: 'vi' }, bearer)).body;
    // What is not asked for here any more can still be taken back.
    expect([mine.asked, standing(mine)]).toEqual([true, ['account true', 'device-copy false', 'reminders true', 'statistics true']]);
    expect((await gateway.call(consents.give, answer(['account'], { textVersion: '2025-07-01' }), bearer)).body.code).toBe('consent.text-changed');
    const { body } = await gateway.call(consents.give, answer(['account']), bearer);
    expect([body.asked, standing(body)]).toEqual([false, ['account true', 'device-copy false', 'reminders true', 'statistics false']]);
  });

  it('A9 · without the necessary purpose, with one that is not asked for, or without a child’s own yes is not taken, in words', async () => {
    const { bearer } = await person();
    const refused = await gateway.call(consents.give, answer(['reminders']), bearer);
    expect([refused.status, refused.body.fieldErrors]).toEqual([
      422,
      [
        { pointer: '/purposes', code: 'consent.necessary', facts: { purpose: 'account' } },
        { pointer: '/purposes', code: 'consent.not-asked', facts: { purpose: 'reminders' } },
      ],
    ]);
    const child = (await person('2018-02-01')).bearer;
    expect((await gateway.call(consents.mine, { locale: 'vi' }, child)).body.givenBy).toBe('guardian-and-child');
    expect((await gateway.call(consents.give, answer(['account']), child)).body.fieldErrors).toEqual([
      { pointer: '/childAgrees', code: 'consent.child', facts: {} },
    ]);
    const given = await gateway.call(consents.give, answer(['account'], { childAgrees: true }), child);
    expect([given.status, given.body.history[0].givenBy]).toEqual([200, 'guardian-and-child']);
  });

  it('A9 · of a child is given by its guardian in their own session, for the child and not for themselves', async () => {
    const [guardian, child] = [await person(), await person('2020-02-01')];
    const link = {
      id: randomUUID(),
      guardianId: guardian.accountId,
      childId: child.accountId,
      since: gateway.clock.now(),
      rulePack: '2021',
    };
    await database.queries.insert(guardianLinks).values(link);
    const key = randomUUID();
    const given = await gateway.call(consents.give, answer(['account']), { ...guardian.bearer, 'Guardian-Link': link.id, 'Idempotency-Key': key });
    expect([given.status, given.body.history[0].givenBy]).toEqual([200, 'guardian']);
    expect((await gateway.call(consents.mine, { locale: 'vi' }, child.bearer)).body.asked).toBe(false);
    expect((await gateway.call(consents.mine, { locale: 'vi' }, guardian.bearer)).body.asked).toBe(true);
    const [recorded] = await rowsOf(database, `select actor from audit where subject = '${child.accountId}' and act = 'consent-given'`);
    expect(recorded).toEqual({ actor: guardian.accountId });
    // The key that was used for the child answers nothing about the guardian.
    expect((await gateway.call(consents.give, answer(['account']), { ...guardian.bearer, 'Idempotency-Key': key })).body.givenBy).toBe('self');
  });

  it('A9 · twice at the same moment is recorded once', async () => {
    const { bearer } = await person();
    const both = await Promise.all([1, 2].map(() => gateway.call(consents.give, answer(['account', 'statistics']), bearer)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await gateway.call(consents.mine, { locale: 'vi' }, bearer)).body.history).toHaveLength(2);
  });

  it('A9 · a purpose nobody knows is told at start', () => {
    expect(() => readSettings({ BHXH_SANDBOX: '1', BHXH_CONSENT_PURPOSES: 'statistics,marketing' })).toThrow(SettingsWrong);
    expect(readSettings({ BHXH_SANDBOX: '1' }).consentPurposes).toEqual([]);
  });
});
