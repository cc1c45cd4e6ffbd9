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

  it.each(['a\u0007b', '', 'a'.repeat(65), 'a\nb'])('O1 · is told by its pointer that %j is no user name', async (username) => {
    const { status, body } = await gateway.call(officers.signIn, { username, password: PASSWORD, oneTimeCode: '000000' });
    expect([status, body.fieldErrors[0].pointer]).toEqual([400, '/username']);
  });

  it.each([{ password: '\ud800' }, { username: '\ud800' }, { username: "' or 1=1 --" }, { username: '𝐚𝐝𝐦𝐢𝐧' }])(
    'O1 · is refused with %j like with anything else',
    async (odd) => {
      expect((await gateway.call(officers.signIn, { username: 'khong.ai', password: PASSWORD, oneTimeCode: '000000', ...odd })).body.code).toBe(
        'officer.refused',
      );
    },
  );

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

describe('a one-time code', () => {
  const tries = async (username: string, code: string) => (await gateway.call(officers.signIn, { username, password: PASSWORD, oneTimeCode: code })).status;

  it('O1 · works once, also when it is used twice in the same moment, and none older than it works afterwards', async () => {
    await newOfficer(gateway, 'so.ba', '00106');
    const [before, now, after] = await Promise.all([-1, 0, 1].map((steps) => codeFor(gateway, 'so.ba', steps)));
    expect((await Promise.all([tries('so.ba', now ?? ''), tries('so.ba', now ?? '')])).sort()).toEqual([201, 401]);
    expect([await tries('so.ba', now ?? ''), await tries('so.ba', before ?? '')]).toEqual([401, 401]);
    expect(await tries('so.ba', after ?? '')).toBe(201);
    gateway.clock.advance({ seconds: 30 });
    expect(await tries('so.ba', after ?? '')).toBe(401);
  });

  it.each([
    [-2, 401],
    [-1, 201],
    [0, 201],
    [1, 201],
    [2, 401],
  ])('O1 · %i half minutes away is answered %i: a phone may be half a minute off', async (steps, status) => {
    const username = `lech${steps}`;
    await newOfficer(gateway, username, '00106');
    expect(await tries(username, await codeFor(gateway, username, steps))).toBe(status);
  });

  it.each([{ oneTimeCode: '12345' }, { oneTimeCode: '1234567' }, { oneTimeCode: '12345x' }, { oneTimeCode: 123_456 }, { oneTimeCode: '' }])(
    'O1 · %j is told by its pointer, and is no try',
    async (change) => {
      const { status, body } = await gateway.call(officers.signIn, { username: 'so.ba', password: PASSWORD, ...change });
      expect([status, body.code, body.fieldErrors[0].pointer]).toEqual([400, 'request.malformed', '/oneTimeCode']);
    },
  );
});

describe('wrong tries', () => {
  it.each([
    ['an officer', 'bon'],
    ['a name nobody has', 'khong.co.ai'],
  ])('O1 · lock %s after five, whatever was wrong, also when tried at once', async (_, username) => {
    if (username === 'bon') await newOfficer(gateway, username, '00106');
    const wrong = (at: number) => ({ username: at % 2 ? username : username.toUpperCase(), password: 'sai', oneTimeCode: String(100_000 + at) });
    const answers = await Promise.all(Array.from({ length: FREE_TRIES + 3 }, (__, at) => gateway.call(officers.signIn, wrong(at))));
    expect(answers.map(({ body }) => body.code).sort()).toEqual([...Array(FREE_TRIES).fill('officer.refused'), ...Array(3).fill('session.locked')]);
    expect(answers.find(({ status }) => status === 429)?.headers.get('Retry-After')).toBe('30');
  });

  it('O1 · keep even the right credentials out until the pause is over, and are forgotten then', async () => {
    expect((await gateway.call(officers.signIn, await right('bon'))).body.code).toBe('session.locked');
    gateway.clock.advance({ seconds: 31 });
    expect((await gateway.call(officers.signIn, await right('bon'))).status).toBe(201);
    expect((await gateway.call(officers.signIn, { ...(await right('bon', 1)), password: 'sai' })).body.code).toBe('officer.refused');
    expect((await gateway.call(officers.signIn, await right('bon', 1))).status).toBe(201);
  });

  it('O1 · of an officer lock no person’s number, and the other way round', async () => {
    await newOfficer(gateway, '9999999001', '00106');
    for (let at = 0; at < FREE_TRIES; at++) await gateway.call(session.signIn, { bhxhNumber: '9999999001', password: 'sai' });
    expect((await gateway.call(session.signIn, { bhxhNumber: '9999999001', password: 'sai' })).status).toBe(429);
    expect((await gateway.call(officers.signIn, await right('9999999001'))).status).toBe(201);
  });
});

describe('a password that changes', () => {
  it('O1 · while the old one signs in leaves no session of the old one', async () => {
    await newOfficer(gateway, 'so.muoi', '00106');
    const [now, next] = [await right('so.muoi'), await right('so.muoi', 1)];
    const [changed, old] = await Promise.all([
      gateway.call(officers.changePassword, { ...now, newPassword: 'mot-mat-khau-khac' }),
      gateway.call(officers.signIn, next),
    ]);
    const open = [];
    for (const { body } of [changed, old]) if (body.accessToken) open.push((await gateway.call(officers.me, {}, bearer(body.accessToken))).status);
    // Either the old one came first, and its session ended with the change; or it came later, and was refused; or it used the later code up first, and the change was refused.
    if (changed.status === 201) expect(open.filter((status) => status === 200)).toHaveLength(1);
    else expect([changed.body.code, old.status]).toEqual(['officer.refused', 201]);
  });
});

describe('a password', () => {
  const change = async (username: string, newPassword: string, given: object = {}) =>
    gateway.call(officers.changePassword, { ...(await right(username)), newPassword, ...given });

  it('O1 · that was given opens nothing, and its code is still good for changing it', async () => {
    await newOfficer(gateway, 'nam', '00106', true);
    const credentials = await right('nam');
    const refused = await gateway.call(officers.signIn, credentials);
    expect([refused.status, refused.body.code]).toEqual([403, 'officer.password-given']);
    const changed = await gateway.call(officers.changePassword, { ...credentials, newPassword: 'tu-chon-mot-mat-khau' });
    expect(changed.status).toBe(201);
    expect((await gateway.call(officers.me, {}, bearer(changed.body.accessToken))).body.username).toBe('nam');
    const again = { username: 'nam', oneTimeCode: await codeFor(gateway, 'nam', 1) };
    expect((await gateway.call(officers.signIn, { ...again, password: PASSWORD })).status).toBe(401);
    expect((await gateway.call(officers.signIn, { ...again, password: 'tu-chon-mot-mat-khau' })).status).toBe(201);
  });

  it('O1 · that is changed ends every other session of the officer, at once', async () => {
    await newOfficer(gateway, 'sau', '00106');
    const before = (await gateway.call(officers.signIn, await right('sau', -1))).body;
    const changed = (await change('sau', 'mot-mat-khau-khac')).body;
    expect((await gateway.call(officers.me, {}, bearer(before.accessToken))).body.code).toBe('session.expired');
    expect((await gateway.call(session.refresh, { refreshToken: before.refreshToken })).body.code).toBe('session.expired');
    expect((await gateway.call(officers.me, {}, bearer(changed.accessToken))).status).toBe(200);
  });

  it.each([
    ['qua-ngan-do', ['password.too-short']],
    ['ababababababab', ['password.too-plain']],
    [PASSWORD, ['password.same']],
    ['toi-la-Bay.Tam-day', ['password.has-username']],
    ['aaa', ['password.too-short', 'password.too-plain']],
  ])('O1 · "%s" is refused as a new one with what is wrong, and the code stays good', async (newPassword, codes) => {
    const username = 'bay.tam';
    await newOfficer(gateway, username, '00106').catch(() => undefined);
    const { status, body } = await change(username, newPassword);
    expect([status, body.code]).toEqual([422, 'officer.password-refused']);
    expect(body.fieldErrors.map((error: { code: string; pointer: string }) => [error.pointer, error.code])).toEqual(
      codes.map((code) => ['/newPassword', code]),
    );
    gateway.clock.advance({ minutes: 1 });
  });

  it('O1 · is not changed with wrong credentials, and nothing is said of the new one then', async () => {
    for (const wrong of [{ password: 'sai' }, { oneTimeCode: wrongCode(await codeFor(gateway, 'sau')) }, { username: 'khong.ai' }])
      expect((await change('sau', 'ngan', wrong)).body.code).toBe('officer.refused');
  });
});
