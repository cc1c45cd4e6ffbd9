import { operations } from '@bhxh-kit/contract';
import { CODE_TRIES } from '@bhxh-kit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, refusedFrom, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { codeSentTo, sentTo, waitingCase } from '../../test-support/reviews.js';
import { FREE_TRIES } from '../accounts/lockout.js';
import type { Database } from '../storage/database.js';

const { corrections, reviews } = operations;
const WRONG = 'ZZZZ-ZZZZ';
let database: Database;
let gateway: TestGateway;
let id: string;
let key: { readonly reference: string; readonly contact: string };
let correctionCode: string;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  const waiting = await waitingCase(gateway);
  id = waiting.id;
  key = { reference: waiting.reference, contact: waiting.submission.mobilePhone };
  await gateway.call(reviews.reject, { id, version: 1, reasons: ['duplicate'] }, await asOfficer(gateway, 'canbo.dongda'));
  gateway.clock.advance({ seconds: 61 });
  correctionCode = await codeSentTo(gateway, key.contact);
});

const openFrom = (address: string, change: Record<string, string> = {}) =>
  refusedFrom(gateway, address, corrections.open, { ...key, correctionCode, ...change });
const tries = async () => (await rowsOf(database, `select tries from sent_codes where subject = '${id}'`))[0]?.['tries'];

describe('wrong codes for a rejected declaration', () => {
  it('O4 · make whoever types them wait, at once or one after the other, and keep nobody else out', async () => {
    const answers = await Promise.all(Array.from({ length: FREE_TRIES + 3 }, () => openFrom('203.0.113.1', { correctionCode: WRONG })));
    expect(answers.sort()).toEqual([...Array(FREE_TRIES).fill('correction.refused'), ...Array(3).fill('session.locked')]);
    expect(await openFrom('203.0.113.1')).toBe('session.locked');
    expect(await openFrom('203.0.113.2')).toBeUndefined();
    gateway.clock.advance({ seconds: 31 });
    expect(await openFrom('203.0.113.1')).toBeUndefined();
  });

  it('O4 · for one declaration keep nobody behind the same address from another', async () => {
    for (let at = 0; at <= FREE_TRIES; at++) await openFrom('203.0.113.3', { reference: '00001.GD_2026_001', correctionCode: WRONG });
    expect(await openFrom('203.0.113.3', { reference: '00001.GD_2026_001' })).toBe('session.locked');
    expect(await openFrom('203.0.113.3')).toBeUndefined();
  });

  it('O4 · of somebody who knows the reference alone do not count for its code', async () => {
    for (let at = 0; at < 30; at++) await openFrom(`203.0.113.${at % 10}`, { contact: '0900000008', correctionCode: WRONG });
    expect(await tries()).toBe(0);
    expect(await openFrom('203.0.113.99')).toBeUndefined();
  });

  it('O4 · of somebody who knows the contact too do not end the code, from a handful of addresses, and are counted together from however many', async () => {
    for (let at = 0; at < 30; at++) await openFrom(`203.0.113.${at}`, { correctionCode: WRONG });
    expect([await tries(), await openFrom('203.0.113.99'), await tries()]).toEqual([30, undefined, 0]);
    await rowsOf(database, `update sent_codes set tries = ${CODE_TRIES - 4} where subject = '${id}'`);
    await Promise.all(Array.from({ length: 8 }, (_, at) => openFrom(`198.51.100.${at}`, { correctionCode: WRONG })));
    expect([await tries(), await openFrom('203.0.113.98')]).toEqual([CODE_TRIES, 'correction.refused']);
    gateway.clock.advance({ seconds: 61 });
    await gateway.call(corrections.requestCode, key);
    correctionCode = await codeSentTo(gateway, key.contact);
    expect(await openFrom('203.0.113.97')).toBeUndefined();
  });

  it('O4 · a code that is asked for again and again comes some times a minute apart, and then seldom', async () => {
    const before = (await sentTo(gateway, key.contact)).length;
    for (let asked = 0; asked < 40; asked++) {
      gateway.clock.advance({ seconds: 61 });
      expect((await gateway.call(corrections.requestCode, key)).status).toBe(202);
      await gateway.jobs.runDue();
    }
    expect((await sentTo(gateway, key.contact)).length - before).toBeLessThan(13);
    // Who asks for another declaration's is sent it all the same.
    const other = await waitingCase(gateway);
    const its = { reference: other.reference, contact: other.submission.mobilePhone };
    await gateway.call(reviews.reject, { id: other.id, version: 1, reasons: ['duplicate'] }, await asOfficer(gateway, 'canbo.dongda'));
    gateway.clock.advance({ seconds: 61 });
    const first = await codeSentTo(gateway, its.contact);
    gateway.clock.advance({ seconds: 61 });
    await gateway.call(corrections.requestCode, its);
    expect(await codeSentTo(gateway, its.contact)).not.toBe(first);
    expect(await openFrom('203.0.113.99', { correctionCode: await codeSentTo(gateway, key.contact) })).toBeUndefined();
  });
});
