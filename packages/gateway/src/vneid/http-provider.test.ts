import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type SimulatedPerson, simulatedVneid, VNEID_PERSONAS, vneidSimulator } from '@bhxh-kit/gateway/testing';
import { CompactEncrypt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestClock } from '../../test-support/gateway.js';
import { readSettings, SettingsWrong } from '../settings/settings.js';
import { httpProvider } from './http-provider.js';
import { providerOf } from './provider-of.js';
import { isReturn } from './returns.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PERSON: SimulatedPerson = { fullName: 'Nguyễn Văn A', personalId: '079299000001', dateOfBirth: '28/02/1985', sex: 'male', level: 2, shows: '' };
const RETURN = 'https://bhxh.example.vn/vneid';
const VERIFIER = 'f'.repeat(64);
const clock = new TestClock();
const simulator = vneidSimulator({
  persons: [PERSON],
  clientId: 'kit',
  clientSecret: 'secret',
  publicKey,
  authorizePath: '/authorize',
  now: () => clock.now().getTime(),
});

/** Every request that left, and what answers in the simulator's place. */
const sent: Request[] = [];
let instead: ((request: Request) => Response | Promise<Response>) | undefined;
const provider = (key: KeyObject = privateKey) =>
  httpProvider({
    name: 'VNeID',
    authorizeUrl: 'https://vneid.example/authorize?realm=vn',
    tokenUrl: 'https://vneid.example/token',
    userInfoUrl: 'https://vneid.example/person',
    clientId: 'kit',
    clientSecret: 'secret',
    key,
    clock,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push(request.clone());
      return instead ? instead(request) : simulator.fetch(request);
    },
  });
beforeEach(() => {
  sent.length = 0;
  instead = undefined;
  clock.advance({ minutes: 5 });
});

/** The code of somebody who signed in at the simulator. */
async function code(codeVerifier = VERIFIER): Promise<string> {
  const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier))).toString('base64url');
  const address = provider().addressFor({ state: 'state', codeChallenge: challenge, returnTo: RETURN });
  const answer = await simulator.fetch(new Request(`${address}&nonce=forgotten&person=${PERSON.personalId}`));
  const back = new URL(answer.headers.get('Location') ?? '');
  expect([back.origin + back.pathname, back.searchParams.get('state'), back.searchParams.has('nonce')]).toEqual([RETURN, 'state', false]);
  return back.searchParams.get('code') ?? '';
}
const encrypted = async (answer: object, { key = publicKey, alg = 'RSA-OAEP-256', enc = 'A256GCM' } = {}): Promise<Response> => {
  const body = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(answer))).setProtectedHeader({ alg, enc }).encrypt(key);
  return new Response(body);
};
const asked = async () => provider().personOf({ code: 'code', codeVerifier: VERIFIER, returnTo: RETURN });

describe('VNeID over HTTP', () => {
  it('A10 · exchanges the code by a form with PKCE, and reads the encrypted answers; no id_token, no nonce', async () => {
    expect(await provider().personOf({ code: await code(), codeVerifier: VERIFIER, returnTo: RETURN })).toEqual({
      outcome: 'person',
      person: { fullName: 'Nguyễn Văn A', personalId: '079299000001', birthDate: '1985-02-28', sex: 'male', level: 2 },
    });
    const [token, person] = sent as [Request, Request];
    expect(token.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    const form = new URLSearchParams(await token.text());
    expect(Object.fromEntries(form)).toMatchObject({ grant_type: 'authorization_code', redirect_uri: RETURN, client_id: 'kit', code_verifier: VERIFIER });
    expect(person.headers.get('authorization')).toMatch(/^Bearer /);
  });

  it('A10 · the simulator is as strict: a code once, with its own verifier, page, form and client', async () => {
    const used = await code();
    const personOf = (change: object) => provider().personOf({ code: used, codeVerifier: VERIFIER, returnTo: RETURN, ...change });
    expect((await personOf({})).outcome).toBe('person');
    expect((await personOf({})).outcome).toBe('refused');
    expect((await personOf({ code: await code(), codeVerifier: 'another' })).outcome).toBe('refused');
    expect((await personOf({ code: await code(), returnTo: `${RETURN}/other` })).outcome).toBe('refused');
    const late = await code();
    clock.advance({ minutes: 1 });
    expect((await personOf({ code: late })).outcome).toBe('refused');
    const json = await simulator.fetch(new Request('https://x/token', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }));
    expect(await json.json()).toEqual({ error: 'invalid_request' });
  });

  it('A10 · a VNeID for the tests of whoever runs a gateway signs its own people in, and nobody twice', async () => {
    const { provider: simulated, signIn } = simulatedVneid({ clock });
    const [somebody] = VNEID_PERSONAS as [SimulatedPerson];
    const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(VERIFIER))).toString('base64url');
    const address = simulated.addressFor({ state: 'state', codeChallenge: challenge, returnTo: RETURN });
    const back = await signIn(address, somebody.personalId);
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([RETURN, 'state']);
    const answered = { code: back.searchParams.get('code') ?? '', codeVerifier: VERIFIER, returnTo: RETURN };
    expect(await simulated.personOf(answered)).toMatchObject({ outcome: 'person', person: { personalId: somebody.personalId, birthDate: '1985-02-28' } });
    expect((await simulated.personOf(answered)).outcome).toBe('refused');
    expect((await signIn(address)).searchParams.get('error')).toBe('access_denied');
    await expect(signIn(address, '079299000099')).rejects.toThrow(TypeError);
  });

  it.each([
    ['plain JSON', () => Response.json({ access_token: 'token' })],
    ['a body encrypted for somebody else', () => encrypted({ access_token: 'token' }, { key: other.publicKey })],
    ['a weaker way to encrypt the key', () => encrypted({ access_token: 'token' }, { alg: 'RSA-OAEP' })],
    ['another cipher', () => encrypted({ access_token: 'token' }, { enc: 'A128CBC-HS256' })],
    ['no token in it', () => encrypted({ id_token: 'a token nobody asked for' })],
    ['HTML', () => new Response('<html>')],
    ['more than anybody has to say', () => new Response('x'.repeat(70_000))],
    ['a failure', () => new Response(null, { status: 500 })],
    ['a line that breaks', () => Promise.reject(new TypeError('fetch failed'))],
  ])('A10 · %s is no answer', async (_, answering) => {
    instead = answering;
    expect(await asked()).toEqual({ outcome: 'unavailable' });
  });

  it.each([
    ['another kind of number', { personal_id: '9999999001' }],
    ['a birth date that is none', { date_of_birth: '31/02/1985' }],
    ['a level nobody knows', { level: 3 }],
    ['no name', { full_name: '' }],
  ])('A10 · %s names no person', async (_, wrong) => {
    const person = { full_name: 'Nguyễn Văn A', personal_id: '079299000001', date_of_birth: '1985', level: '2' };
    instead = ({ url }) => encrypted(url.endsWith('/token') ? { access_token: 'token' } : { ...person, ...wrong });
    expect(await asked()).toEqual({ outcome: 'unavailable' });
    instead = ({ url }) => encrypted(url.endsWith('/token') ? { access_token: 'token' } : person);
    expect(await asked()).toEqual({ outcome: 'person', person: { fullName: 'Nguyễn Văn A', personalId: '079299000001', birthDate: '1985', level: 2 } });
  });

  it('A10 · that is down keeps nobody waiting; a refused code is no failure of its', async () => {
    instead = () => new Response(null, { status: 503 });
    const one = provider();
    const ask = () => one.personOf({ code: 'code', codeVerifier: VERIFIER, returnTo: RETURN });
    for (let call = 0; call < 5; call++) await ask();
    expect(sent).toHaveLength(3);
    clock.advance({ seconds: 30 });
    instead = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
    for (let call = 0; call < 5; call++) expect((await ask()).outcome).toBe('refused');
    expect(sent).toHaveLength(8);
  });
});

describe('the settings of VNeID', () => {
  const env = {
    BHXH_SECRET: 'a secret of the tests, longer than 32 bytes',
    BHXH_VNEID_AUTHORIZE_URL: 'https://vneid.example/authorize',
    BHXH_VNEID_TOKEN_URL: 'https://vneid.example/token',
    BHXH_VNEID_PERSON_URL: 'https://vneid.example/person',
    BHXH_VNEID_CLIENT_ID: 'kit',
    BHXH_VNEID_CLIENT_SECRET: 'secret',
    BHXH_VNEID_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().replaceAll('\n', '\\n'),
    BHXH_VNEID_RETURN_URLS: 'https://bhxh.example.vn/vneid, https://truong.example.vn/vneid',
  };
  const without = (name: string) => Object.fromEntries(Object.entries(env).filter(([each]) => each !== name));
  const problemsOf = (environment: Record<string, string>): string => {
    try {
      readSettings(environment);
      return '';
    } catch (failure) {
      return (failure as SettingsWrong).message;
    }
  };

  it('A10 · all of them make a provider, none of them none; the key may come in base64', () => {
    expect(providerOf(readSettings(env), clock)?.name).toBe('VNeID mức độ 2');
    const base64 = Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64');
    expect(providerOf(readSettings({ ...env, BHXH_VNEID_KEY: base64, BHXH_VNEID_NAME: 'VNeID' }), clock)?.name).toBe('VNeID');
    expect(providerOf(readSettings({ BHXH_SECRET: env.BHXH_SECRET }), clock)).toBeUndefined();
  });

  it('A10 · a provider of the installation’s own needs the pages people come back to, and no other', () => {
    const { BHXH_SECRET, BHXH_VNEID_RETURN_URLS } = env;
    const settings = readSettings({ BHXH_SECRET, BHXH_VNEID_RETURN_URLS });
    expect(providerOf(settings, clock)).toBeUndefined();
    expect(['https://truong.example.vn/vneid', 'https://la.example.vn/vneid'].map((page) => isReturn(page, settings))).toEqual([true, false]);
  });

  it.each(Object.keys(env).filter((name) => name !== 'BHXH_SECRET'))('A10 · without %s the start says which one is missing', (name) => {
    expect(problemsOf(without(name))).toContain(`${name} is missing`);
  });

  it.each([
    ['BHXH_VNEID_TOKEN_URL', 'http://vneid.example/token', 'https://'],
    ['BHXH_VNEID_KEY', 'no key at all', 'RSA private key'],
    ['BHXH_VNEID_KEY', publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'RSA private key'],
    ['BHXH_VNEID_RETURN_URLS', 'https://bhxh.example.vn/vneid?next=/', 'without ? and #'],
  ])('A10 · %s that is wrong is told by name, never repeated', (name, wrong, told) => {
    const problems = problemsOf({ ...env, [name]: wrong });
    expect(problems).toContain(`${name} must be`);
    expect(problems).toContain(told);
    expect(problems).not.toContain(wrong);
  });
});
