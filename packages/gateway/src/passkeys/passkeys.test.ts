import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { operations, PASSKEYS_MAX } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authenticator, type Lie } from '../../test-support/authenticator.js';
import { type Answer, dump, openTestDatabase, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { addedPasskey, begunPasskey } from '../../test-support/passkeys.js';
import { newPerson, type TestPerson, withCode } from '../../test-support/persons.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import { insertPasskey } from './account-passkeys.js';

const { devices, passkeys, profile, session } = operations;
let database: Database;
let gateway: TestGateway;
let person: TestPerson;
let bearer: Record<string, string>;
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
  person = await newPerson(gateway);
  bearer = await person.headers();
  device = new Authenticator();
});

/** The device of the person's own sessions. */
const own = () => ({ device: `thiet-bi-${person.accountId}` });
const added = (lie?: Lie, on = device) => addedPasskey(gateway, bearer, on, lie);

/** What a device is asked by whoever signs in. */
const asked = async (at = gateway) => (await at.call(passkeys.signInOptions)).body.ceremony;

async function signedIn(lie: Lie = {}, more: Record<string, unknown> = {}, at = gateway): Promise<Answer> {
  const { challengeToken, options } = await asked(at);
  return at.call(passkeys.signIn, { challengeToken, credential: device.get(options, lie), ...more });
}

/** Asks what an answer is: its status, and its code where it has one. */
const told = ({ status, body }: Answer) => [status, body?.code];
const REFUSED = [401, 'session.passkey-refused'];

/** What was sent since this was asked last, and the channels. */
async function messages(): Promise<{ channel: string; body: string }[]> {
  await gateway.jobs.runDue();
  const sent = (await rowsOf(database, 'select channel, body from sandbox_messages order by channel')) as { channel: string; body: string }[];
  await rowsOf(database, 'delete from sandbox_messages');
  return sent;
}
const acts = async () => (await rowsOf(database, `select act from audit where subject = '${person.accountId}' order by id`)).map(({ act }) => act);

describe('a passkey of a person', () => {
  it('A7 · is added with a code, signs in without number, password or code, and is told to both contacts', async () => {
    const { body: ceremony } = await begunPasskey(gateway, bearer);
    expect(ceremony.options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: `Trần Thử Nghiệm (…${person.bhxhNumber.slice(-4)})` },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });
    // By its user a device tells whose passkey it is to replace: one for each account, and no number of it.
    const another = await begunPasskey(gateway, await (await newPerson(gateway)).headers());
    expect(another.body.options.user.id).not.toBe(ceremony.options.user.id);
    await messages();
    const credential = device.create(ceremony.options);
    const { body: mine } = await gateway.call(passkeys.add, { challengeToken: ceremony.challengeToken, credential, label: 'Điện thoại mẫu' }, bearer);
    expect(mine).toMatchObject({ label: 'Điện thoại mẫu', backedUp: false });
    const sent = await messages();
    expect(sent.map(({ channel }) => channel)).toEqual(['email', 'sms']);
    for (const { body } of sent) {
      expect(body).toMatch(/thêm một khóa truy cập lúc .*Nếu không phải bạn/);
      expect(body).not.toMatch(new RegExp(`${person.bhxhNumber}|Thử Nghiệm|Điện thoại mẫu|http`));
    }
    const { status, body } = await signedIn({}, own());
    expect(status).toBe(201);
    expect((await gateway.call(profile.read, {}, { Authorization: `Bearer ${body.accessToken}` })).body.bhxhNumber).toBe(person.bhxhNumber);
    const list = await gateway.call(passkeys.mine, {}, bearer);
    expect(list.body).toMatchObject({ site: 'localhost', maximum: PASSKEYS_MAX, items: [{ id: mine.id, lastUsedAt: gateway.clock.now().toISOString() }] });
    expect(await acts()).toEqual(expect.arrayContaining(['passkey-added', 'signed-in-passkey']));
  });

  it('A7 · is in no log, and in the database neither by its id and key nor by its name', async () => {
    gateway.logLines.length = 0;
    await added();
    await signedIn();
    await signedIn({ counter: 1 });
    const log = gateway.logLines.join('');
    const all = await dump(database);
    const [id, name] = [device.id, 'Điện thoại mẫu'];
    for (const text of [id, Buffer.from(id, 'base64url').toString('hex'), name]) expect([log.includes(text), all.includes(text)], text).toEqual([false, false]);
  });

  it('A7 · is asked for with a challenge that names nobody and no passkey', async () => {
    await added();
    const ceremony = await asked();
    expect(ceremony.options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(JSON.stringify(ceremony)).not.toMatch(new RegExp(`${device.id}|${person.accountId}|${person.bhxhNumber}`));
    expect(ceremony.options.allowCredentials ?? []).toEqual([]);
  });

  it('A7 · is known again by the device that has it, is removed by its person alone, and signs nobody in then', async () => {
    const { id } = (await added()).body;
    gateway.clock.advance({ minutes: 1 });
    expect((await begunPasskey(gateway, bearer)).body.options.excludeCredentials).toMatchObject([{ id: device.id, transports: ['internal'] }]);
    const other = await (await newPerson(gateway)).headers();
    expect((await gateway.call(passkeys.mine, {}, other)).body.items).toEqual([]);
    expect((await gateway.call(passkeys.remove, { id }, other)).body.code).toBe('passkey.not-found');
    await messages();
    expect((await gateway.call(passkeys.remove, { id }, bearer)).status).toBe(204);
    expect((await messages()).map(({ body }) => /đã bị gỡ lúc/.test(body))).toEqual([true, true]);
    expect((await gateway.call(passkeys.remove, { id }, bearer)).body.code).toBe('passkey.not-found');
    expect(told(await signedIn())).toEqual(REFUSED);
    expect(await acts()).toContain('passkey-removed');
  });

  it('A7 · of a closed account opens nothing', async () => {
    await added();
    await rowsOf(database, `update accounts set closes_at = '${gateway.clock.now().toISOString()}' where id = '${person.accountId}'`);
    expect(told(await signedIn())).toEqual(REFUSED);
  });

  it('A7, A1 · signs in where wrong passwords have locked the number', async () => {
    await added();
    for (let tries = 0; tries < 6; tries++) await gateway.call(session.signIn, { bhxhNumber: person.bhxhNumber, password: 'sai mật khẩu rồi' });
    expect((await gateway.call(session.signIn, { bhxhNumber: person.bhxhNumber, password: person.password })).body.code).toBe('session.locked');
    expect((await signedIn()).status).toBe(201);
  });

  it('A7 · is kept ten at most, of one device once, and of two people by the first', async () => {
    await added();
    const other = await newPerson(gateway);
    expect(told(await addedPasskey(gateway, await other.headers(), device))).toEqual([422, 'passkey.refused']);
    const needs = { clock: gateway.clock, secrets: new Secrets(SECRET) };
    gateway.clock.advance({ minutes: 1 });
    const eleventh = (await begunPasskey(gateway, bearer)).body;
    for (let at = 1; at < PASSKEYS_MAX; at++) {
      const made = {
        credentialId: `khoa-${at}-${person.bhxhNumber}`,
        publicKey: new Uint8Array(1),
        counter: 0,
        transports: [],
        syncable: false,
        backedUp: false,
      };
      await insertPasskey(database.queries, { accountId: person.accountId, label: 'A', made }, needs);
    }
    const full = await gateway.call(passkeys.sendCode, {}, bearer);
    const made = { challengeToken: eleventh.challengeToken, credential: new Authenticator().create(eleventh.options), label: 'A' };
    for (const { body } of [full, await gateway.call(passkeys.add, made, bearer)])
      expect(body.fieldErrors).toEqual([{ pointer: '', code: 'passkey.too-many', facts: { maximum: PASSKEYS_MAX } }]);
  });
});

describe('the other device (A5)', () => {
  it('A7, A5 · is signed out at once by a passkey, without a code, told why, and the contacts are told', async () => {
    await added();
    await messages();
    const { body } = await signedIn({}, { device: 'mot-thiet-bi-khac' });
    expect((await gateway.call(profile.read, {}, bearer)).body.code).toBe('session.taken-over');
    const { items } = (await gateway.call(devices.list, {}, { Authorization: `Bearer ${body.accessToken}` })).body;
    expect(items).toHaveLength(1);
    expect((await messages()).map((sent) => /vừa đăng nhập bằng khóa truy cập .*đã bị đăng xuất/.test(sent.body))).toEqual([true, true]);
  });

  it('A7, A5 · is left alone when it is the same one, and where any number is allowed', async () => {
    await added();
    await messages();
    expect((await signedIn({}, own())).status).toBe(201);
    const several = await testGateway(database, { env: { BHXH_ONE_DEVICE: '0' }, clock: gateway.clock });
    expect((await signedIn({}, {}, several)).status).toBe(201);
    await several.close();
    expect((await gateway.call(profile.read, {}, bearer)).status).toBe(200);
    expect(await messages()).toEqual([]);
  });

  it('A7, A5 · leaves one session of two passkeys used in the same moment', async () => {
    await added();
    gateway.clock.advance({ minutes: 1 });
    const second = new Authenticator();
    await added({}, second);
    const begun = await Promise.all([device, second].map(async (each) => ({ each, ...(await asked()) })));
    const call = ({ each, challengeToken, options }: (typeof begun)[number]) =>
      gateway.call(passkeys.signIn, { challengeToken, credential: each.get(options) });
    expect((await Promise.all(begun.map(call))).map(({ status }) => status)).toEqual([201, 201]);
    expect(await rowsOf(database, `select 1 from sessions where account_id = '${person.accountId}' and ended_at is null`)).toHaveLength(1);
  });
});

const lies: readonly (readonly [string, Lie])[] = [
  ['made on another page', { origin: 'http://localhost.evil.example' }],
  ['made for another site', { rpId: 'evil.example' }],
  ['without knowing its user', { userVerified: false }],
  ['for another challenge', { challenge: Buffer.from('another challenge').toString('base64url') }],
];

describe('a credential', () => {
  it.each(lies)('A7 · %s adds no passkey, and its challenge is used up', async (_, lie) => {
    expect(told(await added(lie))).toEqual([422, 'passkey.refused']);
    expect((await gateway.call(passkeys.mine, {}, bearer)).body.items).toEqual([]);
  });

  it('A7 · that is wrong in any way signs nobody in, with one answer that tells nothing', async () => {
    await added();
    // The second time this device signs: whoever copied it before would sign for the second time too.
    expect((await signedIn()).status).toBe(201);
    const stranger: readonly Lie[] = [
      { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
      { counter: 2 },
      { userHandle: 'ai-khac' },
      { userHandle: null },
    ];
    const answers = [];
    for (const lie of [...lies.map(([, each]) => each), ...stranger]) answers.push(await signedIn(lie));
    device = new Authenticator();
    answers.push(await signedIn());
    for (const answer of answers) expect({ ...answer.body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
    expect(told(answers[0] as Answer)).toEqual(REFUSED);
  });
});

describe('a challenge', () => {
  it('A7 · is answered once, also in the same moment, within five minutes, and by whom it was made for', async () => {
    await added();
    const ceremony = await asked();
    const answered = () => gateway.call(passkeys.signIn, { challengeToken: ceremony.challengeToken, credential: device.get(ceremony.options), ...own() });
    expect((await Promise.all([answered(), answered()])).map(({ status }) => status).sort()).toEqual([201, 401]);
    const late = await asked();
    gateway.clock.advance({ minutes: 5 });
    expect(told(await gateway.call(passkeys.signIn, { challengeToken: late.challengeToken, credential: device.get(late.options) }))).toEqual(REFUSED);

    bearer = await person.headers();
    const mine = (await begunPasskey(gateway, bearer)).body;
    const made = { challengeToken: mine.challengeToken, credential: new Authenticator().create(mine.options), label: 'A' };
    expect(told(await gateway.call(passkeys.add, made, await (await newPerson(gateway)).headers()))).toEqual([422, 'passkey.refused']);
    expect(told(await gateway.call(passkeys.signIn, { challengeToken: made.challengeToken, credential: made.credential }))).toEqual(REFUSED);
    expect((await gateway.call(passkeys.add, made, bearer)).status).toBe(201);
    expect(told(await gateway.call(passkeys.add, made, bearer))).toEqual([422, 'passkey.refused']);
  });

  it('A7 · for a new passkey takes the code of this browser, signed in again or not, once', async () => {
    const code = await withCode(gateway, () => gateway.call(passkeys.sendCode, {}, bearer));
    const again = await person.headers();
    for (const headers of [bearer, again]) expect((await gateway.call(passkeys.sendCode, {}, headers)).body.codeId).toBe(code.codeId);
    await rowsOf(
      database,
      `update sessions set device_hash = 'another' where id = (select id from sessions where account_id = '${person.accountId}' order by signed_in_at desc, id limit 1)`,
    );
    const answers = await Promise.all([bearer, again].map((headers) => gateway.call(passkeys.sendCode, {}, headers)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 429]);
    const other = answers[0]?.status === 429 ? bearer : again;
    expect(told(await gateway.call(passkeys.addOptions, code, other))).toEqual([422, 'code.refused']);
    if (other === bearer) bearer = again;
    expect((await gateway.call(passkeys.addOptions, { ...code, oneTimeCode: '000000' }, bearer)).body.fieldErrors[0].pointer).toBe('/oneTimeCode');
    expect((await gateway.call(passkeys.addOptions, code, bearer)).status).toBe(200);
    expect(told(await gateway.call(passkeys.addOptions, code, bearer))).toEqual([422, 'code.refused']);
  });
});

describe('pages', () => {
  const env = {
    BHXH_SANDBOX: '0',
    BHXH_RULE_PACK: '',
    BHXH_PASSKEY_SITE: 'bhxh.example.vn',
    BHXH_ALLOWED_ORIGINS: 'https://bhxh.example.vn,https://truong.example.vn,https://benhvien.example.vn',
    BHXH_PASSKEY_PAGES: 'https://truong.example.vn',
  };

  it('A7 · of the site and those it names can use passkeys; the others are told that there are none', async () => {
    const served = await testGateway(database, { env, clock: gateway.clock });
    const offered = async (origin: string) => (await served.call(passkeys.signInOptions, {}, { Origin: origin })).body.ceremony?.options.rpId;
    const pages = ['https://bhxh.example.vn', 'https://truong.example.vn', 'https://benhvien.example.vn', 'http://localhost:5173', 'null'];
    expect(await Promise.all(pages.map(offered))).toEqual(['bhxh.example.vn', 'bhxh.example.vn', undefined, undefined, undefined]);
    const headers = { ...(await person.headers()), Origin: 'https://benhvien.example.vn' };
    expect((await served.call(passkeys.mine, {}, headers)).body).toEqual({ maximum: PASSKEYS_MAX, items: [] });
    expect((await served.call(passkeys.sendCode, {}, headers)).body.code).toBe('passkey.not-offered');
    const made = [];
    for (const origin of ['https://truong.example.vn', 'https://benhvien.example.vn']) {
      device = new Authenticator(origin);
      gateway.clock.advance({ minutes: 1 });
      const code = await withCode(gateway, () => gateway.call(passkeys.sendCode, {}, bearer));
      const { challengeToken, options } = (await served.call(passkeys.addOptions, code, bearer)).body;
      const { status } = await served.call(passkeys.add, { challengeToken, credential: device.create(options), label: 'A' }, bearer);
      made.push(status, (await signedIn({}, own(), served)).status);
      bearer = await person.headers();
    }
    expect(made).toEqual([201, 201, 422, 401]);
    const file = await served.fetch(new Request('https://gateway.example/.well-known/webauthn'));
    expect([file.headers.get('content-type'), await file.json()]).toEqual(['application/json', { origins: ['https://truong.example.vn'] }]);
    await served.close();
  });

  it('A7 · of other domains are listed nowhere unless they are named, and nothing is offered without a site', async () => {
    const plain = await testGateway(database, { env: { BHXH_SANDBOX: '0', BHXH_RULE_PACK: '' }, clock: gateway.clock });
    expect((await plain.fetch(new Request('https://gateway.example/.well-known/webauthn'))).status).toBe(404);
    expect([await asked(plain), (await plain.call(passkeys.mine, {}, bearer)).body.site]).toEqual([undefined, undefined]);
    const credential = { id: 'x', type: 'public-key', response: {} };
    const refusals = [await plain.call(passkeys.signIn, { challengeToken: randomUUID(), credential }), await plain.call(passkeys.sendCode, {}, bearer)];
    expect(refusals.map(({ body }) => body.code)).toEqual(['passkey.not-offered', 'passkey.not-offered']);
    await plain.close();
  });
});
