import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '@bhxh-kit/contract';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer, codeFor, enrolmentOf, newOfficer, PASSWORD } from '../../test-support/officers.js';
import { run } from '../cli/cli.js';
import { createGateway } from '../gateway.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';
import { openLog } from '../system/log.js';
import { addOfficer, disableOfficer, enableOfficer, newPassword, OfficerRefused, resetOfficer } from './enrolment.js';

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

describe('the operator', () => {
  it('O1 · disables an officer: their sessions are over at once and no credentials open one, until they are let in again', async () => {
    const before = await asOfficer(gateway, 'canbo.dongda');
    const other = await asOfficer(gateway, 'canbo.hanoi');
    await disableOfficer('Canbo.DongDa', enrolmentOf(gateway));
    expect((await gateway.call(officers.me, {}, before)).body.code).toBe('session.expired');
    expect((await gateway.call(session.current, {}, before)).body.code).toBe('session.expired');
    expect((await gateway.call(officers.me, {}, other)).status).toBe(200);
    await expect(asOfficer(gateway, 'canbo.dongda')).rejects.toThrow('officer.refused');
    await enableOfficer('canbo.dongda', enrolmentOf(gateway));
    expect((await gateway.call(officers.me, {}, before)).body.code).toBe('session.expired');
    expect((await gateway.call(officers.me, {}, await asOfficer(gateway, 'canbo.dongda'))).status).toBe(200);
  });

  it('O1 · gives new credentials: the old password, the old codes and the sessions are worth nothing then', async () => {
    await newOfficer(gateway, 'mot', '001');
    const oldCode = await codeFor(gateway, 'mot', 1);
    const before = await asOfficer(gateway, 'mot');
    const given = await resetOfficer('mot', enrolmentOf(gateway));
    expect((await gateway.call(officers.me, {}, before)).body.code).toBe('session.expired');
    const tries = [
      { password: PASSWORD, oneTimeCode: await codeFor(gateway, 'mot') },
      { password: given.password, oneTimeCode: oldCode },
    ];
    for (const wrong of tries) expect((await gateway.call(officers.signIn, { username: 'mot', ...wrong })).body.code).toBe('officer.refused');
    const right = { username: 'mot', password: given.password, oneTimeCode: await codeFor(gateway, 'mot') };
    expect((await gateway.call(officers.signIn, right)).body.code).toBe('officer.password-given');
    expect((await gateway.call(officers.changePassword, { ...right, newPassword: 'lai-tu-chon-mat-khau' })).status).toBe(201);
  });

  it('O1 · is told who is unknown, taken or no user name', async () => {
    const add = (username: string) => addOfficer({ username, fullName: 'A', agencyCode: '001', password: PASSWORD, passwordGiven: true }, enrolmentOf(gateway));
    for (const username of ['MOT', 'ab', 'có dấu', 'a b c', '-abc', 'a'.repeat(65)]) await expect(add(username), username).rejects.toThrow(OfficerRefused);
    await expect(disableOfficer('khong.ai', enrolmentOf(gateway))).rejects.toThrow('There is no officer khong.ai');
  });

  it('O1 · leaves each act in the audit trail, with the agency', async () => {
    const acts = await rowsOf(database, "select act, agency_code from audit where actor = 'operator' and act <> 'officer-added' order by id");
    expect(acts.map(({ act, agency_code: agency }) => [act, agency])).toEqual([
      ['officer-disabled', '00106'],
      ['officer-enabled', '00106'],
      ['officer-reset', '001'],
    ]);
  });

  it('O1 · gives first passwords that are never the same and easy to read out', () => {
    const passwords = Array.from({ length: 200 }, newPassword);
    expect(new Set(passwords).size).toBe(200);
    for (const password of passwords) expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  });
});

describe('the command', () => {
  it('O1 · adds an officer who can begin with what it printed, shows them without secrets, and says what is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bhxh-officer-'));
    const env = { BHXH_SECRET: SECRET, BHXH_DATA: folder, BHXH_LOG: 'silent' };
    const said: string[] = [];
    const command = async (...args: string[]) => {
      said.length = 0;
      return run(
        ['officer', ...args],
        env,
        (line) => said.push(line),
        (line) => said.push(line),
      );
    };
    expect(await command('add', 'Canbo.Moi', '--name', 'Đỗ Thị Thử', '--agency', '00106')).toBe(0);
    const [text = ''] = said;
    expect(text).toContain('canbo.moi was added for BHXH Quận Đống Đa (00106)');
    const [, password = ''] = /first password +(\S+)/.exec(text) ?? [];
    const uri = new URL(/otpauth:\S+/.exec(text)?.[0] ?? '');
    expect([uri.pathname, uri.searchParams.get('issuer'), uri.searchParams.get('digits')]).toEqual(['/bhxh-kit:canbo.moi', 'bhxh-kit', '6']);

    expect(await command('list')).toBe(0);
    expect(said).toEqual(['00106  canbo.moi                 first password  Đỗ Thị Thử']);
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['add', 'canbo.moi', '--name', 'A', '--agency', '00106'], 'already'],
      [['add', 'canbo.hai', '--name', 'A', '--agency', '99999'], 'no agency 99999'],
      [['add', 'canbo.hai', '--agency', '00106'], '--name'],
      [['add', 'canbo.hai', '--name', 'A'], '--agency'],
      [['disable', 'khong.ai'], 'officer list'],
      [['disable'], 'user name'],
      [['promote', 'canbo.moi'], 'no command officer promote'],
      [['list', 'a', 'b'], 'Too many words'],
    ];
    for (const [args, words] of wrong) expect([await command(...args), said.join('\n').includes(words)], args.join(' ')).toEqual([1, true]);

    const served = await createGateway({ settings: readSettings(env), log: openLog({ log: 'silent' }) });
    const totp = new TOTP({ secret: Secret.fromBase32(uri.searchParams.get('secret') ?? '') });
    const begin = await served.fetch(
      new Request('http://gateway.example/v1/officers/password', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username: 'canbo.moi', password, oneTimeCode: totp.generate(), newPassword: 'tu-chon-mat-khau-moi' }),
      }),
    );
    expect(begin.status).toBe(201);
    await served.close();
    await rm(folder, { recursive: true });
  });
});
