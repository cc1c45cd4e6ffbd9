import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestGateway, testGateway } from '../../test-support/gateway.js';
import type { Database } from '../storage/database.js';
import type { ShownOfficer } from './officers-shown.js';

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

const shown = async () => (await (await gateway.fetch(new Request('http://gateway.example/sandbox/officers'))).json()) as { items: ShownOfficer[] };
const signIn = ({ username, password, oneTimeCode }: ShownOfficer) => gateway.call(operations.officers.signIn, { username, password, oneTimeCode });

describe('the officers of the sandbox', () => {
  it('O1 · are shown with a code that is good by the sandbox’s clock, and with the next one once it was used', async () => {
    for (let times = 0; times < 2; times++)
      for (const officer of (await shown()).items) expect((await signIn(officer)).status, `${officer.username} ${times}`).toBe(201);
    const [early] = (await shown()).items as [ShownOfficer];
    expect(Date.parse(early.goodFrom)).toBeGreaterThan(gateway.clock.now().getTime());
    expect((await signIn(early)).status).toBe(401);
    gateway.clock.advance({ seconds: 30 });
    expect((await signIn(early)).status).toBe(201);
  });

  it('O1 · are shown with a code that is still good half a minute later', async () => {
    gateway.clock.advance({ minutes: 5 });
    const [officer] = (await shown()).items as [ShownOfficer];
    gateway.clock.advance({ seconds: 30 });
    expect((await signIn(officer)).status).toBe(201);
  });

  it('O1 · are a page in a browser, without script or style', async () => {
    const page = await gateway.fetch(new Request('http://gateway.example/sandbox/officers', { headers: { Accept: 'text/html' } }));
    const text = await page.text();
    expect([page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual(['text/html; charset=utf-8', 'no-store']);
    expect(text).toContain('<td>canbo.hanoi</td>');
    expect(text).not.toMatch(/<script|<style| style=/);
  });

  it('O1 · are nowhere but in a sandbox', async () => {
    const plain = await testGateway(database, { env: { BHXH_SANDBOX: '0', BHXH_RULE_PACK: '' }, clock: gateway.clock });
    expect((await plain.fetch(new Request('http://gateway.example/sandbox/officers'))).status).toBe(404);
    await plain.close();
  });
});
