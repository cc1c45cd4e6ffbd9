import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, openTestDatabase, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer, codeFor, newOfficer, PASSWORD } from '../../test-support/officers.js';
import { FREE_TRIES } from '../accounts/lockout.js';
import type { Database } from '../storage/database.js';

const { officers, session } = operations;
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

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const right = async (username: string, stepsAway = 0) => ({ username, password: PASSWORD, oneTimeCode: await codeFor(gateway, username, stepsAway) });
const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('an officer who signs in', () => {
  it('O1 · is told their name, their agency and how many agencies they act for', async () => {
    const hanoi = (await gateway.call(officers.me, {}, await asOfficer(gateway, 'canbo.hanoi'))).body;
    expect(hanoi).toMatchObject({ fullName: 'Vũ Mẫu Bộ', agencyCode: '001', agencyName: 'BHXH Tp. Hà Nội', agenciesBelow: 15 });
    const district = (await gateway.call(officers.me, {}, await asOfficer(gateway, 'canbo.dongda'))).body;
    expect(district).toMatchObject({ agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Đống Đa', agenciesBelow: 0 });
  });

  it('O1 · has a session like a person’s: it is refreshed, told and ended', async () => {
    await newOfficer(gateway, 'mot', '00106');
    const tokens = (await gateway.call(officers.signIn, await right('MOT '))).body;
    gateway.clock.advance({ minutes: 10 });
    expect((await gateway.call(officers.me, {}, bearer(tokens.accessToken))).body.code).toBe('session.expired');
    const renewed = (await gateway.call(session.refresh, { refreshToken: tokens.refreshToken })).body;
    const state = (await gateway.call(session.current, {}, bearer(renewed.accessToken))).body;
    expect(Date.parse(state.expiresAt) - Date.parse(state.signedInAt)).toBe(10 * 3_600_000);
    expect((await gateway.call(session.signOut, {}, bearer(renewed.accessToken))).status).toBe(204);
    expect((await gateway.call(officers.me, {}, bearer(renewed.accessToken))).body.code).toBe('session.expired');
  });

  it('O1 · leaves name, password, code and tokens nowhere in the clear', async () => {
    const tokens = (await gateway.call(officers.signIn, await right('mot'))).body;
    const everything = await dump(database);
    for (const secret of [tokens.accessToken, tokens.refreshToken, PASSWORD, 'Đỗ Thị Thử', 'Vũ Mẫu Bộ']) expect(everything).not.toContain(secret);
    expect(gateway.logLines.join('')).not.toMatch(/mot-mat|canbo/);
  });

  it('O1 · gets one answer for an unknown name, a wrong password and a wrong code', async () => {
    await newOfficer(gateway, 'hai', '00106');
    const good = await right('hai');
    const answers = [];
    for (const change of [{ username: 'khong.ai' }, { password: 'sai-mat-khau' }, { oneTimeCode: wrongCode(good.oneTimeCode) }])
      answers.push(await gateway.call(officers.signIn, { ...good, ...change }));
    for (const { status, body, headers } of answers) {
      expect([status, headers.get('www-authenticate')]).toEqual([401, null]);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
      expect(body.code).toBe('officer.refused');
    }
  });
});
