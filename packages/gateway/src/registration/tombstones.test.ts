import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, rightDeclaration, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import type { Database } from '../storage/database.js';

const { declarations } = operations;
let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { env: { BHXH_TOMBSTONE_DAYS: '30' }, carrier: { carry: () => Promise.reject(new Error('down')) } });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const follow = async (reference: string) => (await gateway.call(declarations.follow, { reference, contact: '0900000001' })).body;
const left = async () =>
  rowsOf(database, "select 'declaration' as of from declarations union all select 'event' from declaration_events union all select 'notice' from outbox");

describe('what a cancelled declaration leaves', () => {
  it('R13 · tells its owner why for as long as the setting says, then is deleted with the fingerprints of phone and e-mail', async () => {
    const { body } = await gateway.call(declarations.submit, await rightDeclaration(gateway));
    gateway.clock.advance({ days: 10, minutes: 1 });
    await gateway.jobs.runDue();
    gateway.clock.advance({ days: 29, hours: 23 });
    await gateway.jobs.runDue();
    expect(await follow(body.reference)).toMatchObject({ status: 'cancelled', reason: 'paper-not-received' });
    expect((await left()).map(({ of }) => of)).toEqual(['declaration', 'event', 'event', 'notice', 'notice']);
    gateway.clock.advance({ hours: 1 });
    await gateway.jobs.runDue();
    expect(await follow(body.reference)).toMatchObject({ status: 404, code: 'declaration.not-found' });
    expect(await left()).toEqual([]);
    expect(await rowsOf(database, `select act from audit where subject = '${body.reference}' order by id`)).toEqual([
      { act: 'consented' },
      { act: 'declared' },
      { act: 'cancelled' },
    ]);
  });

  it('R13 · is all that is deleted, and a reference is not given again', async () => {
    const { body } = await gateway.call(declarations.submit, await rightDeclaration(gateway, { startDate: '2027-01-30' }));
    expect(body.reference).toMatch(/^00002\./);
    gateway.clock.advance({ days: 9 });
    await gateway.jobs.runDue();
    expect(await follow(body.reference)).toMatchObject({ status: 'waiting-for-paper' });
  });
});
