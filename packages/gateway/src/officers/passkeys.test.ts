import { generateKeyPairSync } from 'node:crypto';
import { operations, PASSKEYS_MAX } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authenticator, type Lie } from '../../test-support/authenticator.js';
import { type Answer, openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer, codeFor, enrolmentOf, newOfficer } from '../../test-support/officers.js';
import type { Database } from '../storage/database.js';
import { disableOfficer, resetOfficer } from './enrolment.js';

const { officers } = operations;
let database: Database;
let gateway: TestGateway;
let serial = 0;
let username: string;
let bearer: { Authorization: string };
let device: Authenticator;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  username = `canbo.khoa${serial++}`;
  await newOfficer(gateway, username, '00106');
  bearer = await asOfficer(gateway, username);
  device = new Authenticator();
});

/** Asks for a new passkey with a code not used yet. */
async function begun(): Promise<Answer> {
  gateway.clock.advance({ seconds: 30 });
  return gateway.call(officers.addPasskeyOptions, { oneTimeCode: await codeFor(gateway, username) }, bearer);
}
async function added(lie?: Lie): Promise<Answer> {
  const { body } = await begun();
  return gateway.call(
    officers.addPasskey,
    { challengeToken: body.challengeToken, credential: device.create(body.options, lie), label: 'Điện thoại mẫu' },
    bearer,
  );
}
async function signedIn(lie?: Lie, other: Record<string, unknown> = {}): Promise<Answer> {
  const { body } = await gateway.call(officers.passkeyOptions);
  return gateway.call(officers.signInByPasskey, { challengeToken: body.challengeToken, credential: { ...device.get(body.options, lie), ...other } });
}

describe('a passkey', () => {
  it('O1 · is added with a one-time code and signs in without name, password or code', async () => {
    const { body: ceremony } = await begun();
    expect(ceremony.options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: username },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });
    const answer = await gateway.call(
      officers.addPasskey,
      { challengeToken: ceremony.challengeToken, credential: device.create(ceremony.options), label: 'Điện thoại mẫu' },
      bearer,
    );
    expect([answer.status, answer.body.label]).toEqual([201, 'Điện thoại mẫu']);
    const { body, status } = await signedIn();
    expect(status).toBe(201);
    expect((await gateway.call(officers.me, {}, { Authorization: `Bearer ${body.accessToken}` })).body.username).toBe(username);
    const [mine] = (await gateway.call(officers.passkeys, {}, bearer)).body.items;
    expect(mine).toMatchObject({ id: answer.body.id, lastUsedAt: gateway.clock.now().toISOString(), backedUp: false });
    expect(JSON.stringify(await rowsOf(database, 'select t::text from officer_passkeys t'))).not.toContain('Điện thoại');
  });

  it('O1 · is asked for with a challenge that names nobody and no passkey', async () => {
    await added();
    const { body } = await gateway.call(officers.passkeyOptions);
    expect(body.options.allowCredentials ?? []).toEqual([]);
    expect(body.options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  });

  it('O1 · removed opens nothing any more; another officer can neither see nor remove it', async () => {
    const { id } = (await added()).body;
    const other = await asOfficer(gateway, 'canbo.hanoi');
    expect((await gateway.call(officers.passkeys, {}, other)).body.items).toEqual([]);
    expect((await gateway.call(officers.removePasskey, { id }, other)).body.code).toBe('passkey.not-found');
    expect((await gateway.call(officers.removePasskey, { id }, bearer)).status).toBe(204);
    expect((await gateway.call(officers.removePasskey, { id }, bearer)).body.code).toBe('passkey.not-found');
    expect((await signedIn()).body.code).toBe('officer.refused');
  });

  it('O1 · of a disabled officer, and of one with new credentials, opens nothing', async () => {
    await added();
    await resetOfficer(username, enrolmentOf(gateway));
    expect((await signedIn()).body.code).toBe('officer.refused');
    await newOfficer(gateway, `${username}.b`, '00106');
    username = `${username}.b`;
    bearer = await asOfficer(gateway, username);
    await added();
    expect((await signedIn()).status).toBe(201);
    await disableOfficer(username, enrolmentOf(gateway));
    expect((await signedIn()).body.code).toBe('officer.refused');
  });

  it('O1 · without a counter of its own works again and again', async () => {
    device = new Authenticator('http://localhost:8785', { counts: false });
    await added();
    for (let times = 0; times < 3; times++) expect((await signedIn()).status).toBe(201);
  });
});

const lies: readonly (readonly [string, Lie])[] = [
  ['made on another page', { origin: 'http://localhost.evil.example' }],
  ['made for another site', { rpId: 'evil.example' }],
  ['without knowing its user', { userVerified: false }],
  ['for another challenge', { challenge: Buffer.from('another challenge').toString('base64url') }],
  ['of another ceremony', { type: 'payment.get' }],
];

describe('a credential', () => {
  it.each(lies)('O1 · %s adds no passkey', async (_, lie) => {
    const answer = await added(lie);
    expect([answer.status, answer.body.code]).toEqual([422, 'passkey.refused']);
    expect((await gateway.call(officers.passkeys, {}, bearer)).body.items).toEqual([]);
  });

  it.each([
    ...lies,
    ['with another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['with a counter that went back', { counter: 1 }],
  ] as const)('O1 · %s signs nobody in', async (_, lie) => {
    await added();
    expect((await signedIn()).status).toBe(201);
    const answer = await signedIn(lie);
    expect([answer.status, answer.body.code]).toEqual([401, 'officer.refused']);
  });

  it.each([
    { id: 'khong-co' },
    { response: {} },
    { response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' } },
    { response: { clientDataJSON: { $ne: 1 } } },
  ])('O1 · with %j is refused like any other wrong one', async (other) => {
    await added();
    const answer = await signedIn({}, other);
    expect([answer.status, answer.body.code]).toEqual([401, 'officer.refused']);
  });
});

describe('what a browser adds', () => {
  it.each([{ transports: 'usb' }, { transports: [1, { a: 1 }, 'internal', 'internal', 'x'.repeat(50)] }, { transports: null }, { more: { of: 'it' } }])(
    'O1 · %j is no failure: what is known of it is kept',
    async (more) => {
      const { body } = await begun();
      const credential = device.create(body.options);
      const answer = await gateway.call(
        officers.addPasskey,
        { challengeToken: body.challengeToken, credential: { ...credential, response: { ...(credential['response'] as object), ...more } }, label: 'A' },
        bearer,
      );
      expect([answer.status, answer.body.label]).toEqual([201, 'A']);
      expect((await begun()).body.options.excludeCredentials[0].transports).toEqual(expect.not.arrayContaining(['x'.repeat(50)]));
    },
  );

  it.each([{ id: 'a+b' }, { id: '' }, { id: 'a b' }, { type: 'password' }, { response: 1 }])('O1 · %j is told by its pointer', async (other) => {
    const answer = await signedIn({}, other);
    expect([answer.status, answer.body.code, answer.body.fieldErrors[0].pointer]).toEqual([400, 'request.malformed', `/credential/${Object.keys(other)[0]}`]);
  });
});

describe('new credentials', () => {
  it('O1 · given in the moment a session adds a passkey leave none of it', async () => {
    const { body } = await begun();
    const adding = gateway.call(officers.addPasskey, { challengeToken: body.challengeToken, credential: device.create(body.options), label: 'A' }, bearer);
    await Promise.all([adding, resetOfficer(username, enrolmentOf(gateway))]);
    expect(await rowsOf(database, `select 1 from officer_passkeys p join officers o on o.id = p.officer_id where o.username = '${username}'`)).toEqual([]);
  });
});

describe('a challenge', () => {
  it('O1 · is answered once, also in the same moment, within five minutes, and by whom it was made for', async () => {
    await added();
    const { body } = await gateway.call(officers.passkeyOptions);
    const answered = () => gateway.call(officers.signInByPasskey, { challengeToken: body.challengeToken, credential: device.get(body.options) });
    expect((await Promise.all([answered(), answered()])).map(({ status }) => status).sort()).toEqual([201, 401]);

    const late = (await gateway.call(officers.passkeyOptions)).body;
    gateway.clock.advance({ minutes: 5 });
    expect((await gateway.call(officers.signInByPasskey, { challengeToken: late.challengeToken, credential: device.get(late.options) })).status).toBe(401);

    bearer = await asOfficer(gateway, username);
    const mine = (await begun()).body;
    const credential = new Authenticator().create(mine.options);
    const other = await asOfficer(gateway, 'canbo.hanoi');
    expect((await gateway.call(officers.addPasskey, { challengeToken: mine.challengeToken, credential, label: 'A' }, other)).body.code).toBe('passkey.refused');
    expect((await gateway.call(officers.signInByPasskey, { challengeToken: mine.challengeToken, credential })).status).toBe(401);
    expect((await gateway.call(officers.addPasskey, { challengeToken: mine.challengeToken, credential, label: 'A' }, bearer)).status).toBe(201);
    expect((await gateway.call(officers.addPasskey, { challengeToken: mine.challengeToken, credential, label: 'A' }, bearer)).status).toBe(422);
  });

  it('O1 · for a new passkey takes a code that was not used, and wrong ones lock', async () => {
    gateway.clock.advance({ seconds: 30 });
    const oneTimeCode = await codeFor(gateway, username);
    expect((await gateway.call(officers.addPasskeyOptions, { oneTimeCode }, bearer)).status).toBe(200);
    const tries = [];
    for (let times = 0; times < 6; times++) tries.push((await gateway.call(officers.addPasskeyOptions, { oneTimeCode }, bearer)).body.code);
    expect(tries).toEqual([...Array(5).fill('passkey.refused'), 'session.locked']);
  });

  it('O1 · is not given for more than ten passkeys', async () => {
    for (let at = 0; at < PASSKEYS_MAX; at++) {
      device = new Authenticator();
      expect((await added()).status).toBe(201);
    }
    expect((await begun()).body.fieldErrors).toEqual([{ pointer: '', code: 'passkey.too-many', facts: { maximum: PASSKEYS_MAX } }]);
  });

  it('O1 · nobody answered is forgotten', async () => {
    await gateway.call(officers.passkeyOptions);
    gateway.clock.advance({ minutes: 6 });
    await gateway.jobs.runDue();
    expect(await rowsOf(database, 'select 1 from passkey_challenges')).toEqual([]);
  });
});

describe('a gateway', () => {
  it('O1 · without a site offers no passkeys and says so', async () => {
    const plain = await testGateway(database, { env: { BHXH_SANDBOX: '0', BHXH_RULE_PACK: '' }, clock: gateway.clock });
    expect((await plain.call(officers.passkeyOptions)).body.code).toBe('passkey.not-offered');
    await plain.close();
  });

  it('O1 · of a site takes passkeys of its allowed pages over https, and of no other', async () => {
    const env = {
      BHXH_SANDBOX: '0',
      BHXH_RULE_PACK: '',
      BHXH_PASSKEY_SITE: 'bhxh.example.vn',
      BHXH_ALLOWED_ORIGINS: 'https://bhxh.example.vn,https://truong.example.vn,https://duyet.bhxh.example.vn',
    };
    const served = await testGateway(database, { env, clock: gateway.clock });
    const answers = [];
    for (const origin of [
      'https://bhxh.example.vn',
      'https://duyet.bhxh.example.vn',
      'https://truong.example.vn',
      'https://khac.bhxh.example.vn',
      'http://bhxh.example.vn',
      'http://localhost:5173',
    ]) {
      const page = new Authenticator(origin);
      gateway.clock.advance({ seconds: 30 });
      const { body } = await served.call(officers.addPasskeyOptions, { oneTimeCode: await codeFor(gateway, username) }, bearer);
      answers.push(
        (await served.call(officers.addPasskey, { challengeToken: body.challengeToken, credential: page.create(body.options), label: 'A' }, bearer)).status,
      );
    }
    expect(answers).toEqual([201, 201, 422, 422, 422, 422]);
    await served.close();
  });
});
