import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestClock } from '../../test-support/gateway.js';
import { readSettings, SettingsWrong } from '../settings/settings.js';
import { httpVerifier } from './http-verifier.js';
import { verifierOf } from './verifiers.js';

const PERSON = { fullName: 'Nguyễn Văn A', identityNumber: '079299000001', birthDate: '1985-02-28' };
const SECRET = 'a secret of the verifier, longer than 32 bytes';
type Asked = { readonly id: string };
const received: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let answer: (asked: Asked, response: ServerResponse) => void;
const says = (result: unknown, status = 200) => (answer = ({ id }, response) => response.writeHead(status).end(JSON.stringify({ id, result })));

const server = createServer((incoming, outgoing) => {
  let body = '';
  incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
  incoming.on('end', () => {
    received.push({ headers: incoming.headers, body });
    answer(JSON.parse(body) as Asked, outgoing);
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((bound) => server.listen(0, '127.0.0.1', bound));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/identities`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  received.length = 0;
});

const clock = new TestClock();
const verifier = (patience = 2_000) => httpVerifier({ url, secret: SECRET, name: 'CSDL', clock, patience });

describe('the service that asks the population database', () => {
  it('R15 · is posted what is compared, signed, and its word is taken', async () => {
    says('verified');
    expect(await verifier().verify(PERSON)).toBe('verified');
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual({ id: expect.any(String), ...PERSON });
    const time = clock.now().getTime() / 1000;
    expect(headers['bhxh-signature']).toBe(`t=${time},v1=${createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex')}`);
    says('not-verified');
    expect(await verifier().verify(PERSON)).toBe('not-verified');
  });

  it.each([
    ['a word it does not have', () => says('maybe')],
    ['a refusal', () => says('verified', 403)],
    ['a way elsewhere', () => (answer = (_, response) => response.writeHead(302, { Location: 'http://elsewhere.example/' }).end())],
    ['the answer of another request', () => (answer = (_, response) => response.writeHead(200).end(JSON.stringify({ id: 'other', result: 'verified' })))],
    ['no JSON', () => (answer = (_, response) => response.writeHead(200).end('<html>'))],
    ['silence', () => (answer = () => undefined)],
  ])('R15 · %s is no answer: photographs are asked', async (_, answering) => {
    answering();
    expect(await verifier(100).verify(PERSON)).toBe('unavailable');
  });

  it('R15 · is asked once more, under the same id, when the line breaks; once only, and not when it was too slow', async () => {
    let broken = 1;
    answer = ({ id }, response) => (broken-- > 0 ? response.destroy() : response.writeHead(200).end(JSON.stringify({ id, result: 'verified' })));
    expect(await verifier().verify(PERSON)).toBe('verified');
    expect(new Set(received.map(({ body }) => (JSON.parse(body) as Asked).id)).size).toBe(1);
    received.length = 0;
    says('verified', 503);
    expect([await verifier().verify(PERSON), received.length]).toEqual(['unavailable', 2]);
    received.length = 0;
    answer = () => undefined;
    expect([await verifier(100).verify(PERSON), received.length]).toEqual(['unavailable', 1]);
  });

  it('R15 · that is down keeps nobody waiting: after three failures it is left alone for half a minute, then tried by one', async () => {
    says('verified', 500);
    const one = verifier();
    for (let call = 0; call < 5; call++) expect(await one.verify(PERSON)).toBe('unavailable');
    expect(received).toHaveLength(3);
    clock.advance({ seconds: 30 });
    says('verified');
    const both = await Promise.all([one.verify(PERSON), one.verify(PERSON)]);
    expect([both, received.length]).toEqual([['verified', 'unavailable'], 4]);
    expect(await one.verify(PERSON)).toBe('verified');
  });
});

describe('the settings of the verifier', () => {
  const env = { BHXH_SECRET: 'a secret of the tests, longer than 32 bytes' };
  it('R15 · there is none by default, in the sandbox its invented persons, and with an address the service', () => {
    expect(verifierOf(readSettings(env), clock)).toBeUndefined();
    expect(verifierOf(readSettings({ BHXH_SANDBOX: '1' }), clock)?.name).toBe('Cơ sở dữ liệu dân cư thử nghiệm');
    const service = { ...env, BHXH_IDENTITY_VERIFIER_URL: url, BHXH_IDENTITY_VERIFIER_SECRET: SECRET };
    expect(verifierOf(readSettings(service), clock)?.name).toBe('Cơ sở dữ liệu quốc gia về dân cư');
    expect(verifierOf(readSettings({ ...service, BHXH_IDENTITY_VERIFIER_NAME: 'CSDL tỉnh' }), clock)?.name).toBe('CSDL tỉnh');
  });

  it('R15 · an address without its secret is told at start', () => {
    expect(() => readSettings({ ...env, BHXH_IDENTITY_VERIFIER_URL: url })).toThrow(SettingsWrong);
    expect(() => readSettings({ ...env, BHXH_IDENTITY_VERIFIER_URL: url })).toThrow(/BHXH_IDENTITY_VERIFIER_SECRET is missing/);
  });
});
