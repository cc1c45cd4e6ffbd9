import { randomUUID } from 'node:crypto';
import { isBytes, operationList, operations, Problem, successStatus } from '@bhxh-kit/contract';
import { FIRST_USE_VERSION } from '@bhxh-kit/domain/consent/first-use-texts.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Authenticator } from '../../test-support/authenticator.js';
import { openTestDatabase, requestFor, rightDeclaration, rowsOf, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { rightDeviceCalls } from '../../test-support/devices.js';
import { worked } from '../../test-support/challenges.js';
import { jpeg } from '../../test-support/jpeg.js';
import { rightPasskeyCalls } from '../../test-support/passkeys.js';
import { rightPasswordCalls } from '../../test-support/persons.js';
import { asOfficer, codeFor, newOfficer, PASSWORD } from '../../test-support/officers.js';
import { rightReviewCalls } from '../../test-support/reviews.js';
import { cameBack } from '../../test-support/vneid.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';
import { addressOf } from './caller.js';

let database: Database;
let gateway: TestGateway;
/** Under rules that let an identity be verified. */
let verifying: TestGateway;
/** Under rules that know VNeID. */
let later: TestGateway;
let bearer: { Authorization: string };

beforeAll(async () => {
  database = await openTestDatabase();
  const env = {
    BHXH_ALLOWED_ORIGINS: 'https://tinh.example.vn',
    BHXH_PUBLIC_URL: 'https://bhxh.example.vn',
    BHXH_PASSKEY_SITE: 'localhost',
    BHXH_PASSKEY_PAGES: 'https://tinh.example.vn',
  };
  gateway = await testGateway(database, { env });
  verifying = await testGateway(database, { env: { ...env, BHXH_RULE_PACK: '2023' } });
  later = await testGateway(database, { env: { ...env, BHXH_RULE_PACK: '2025' } });
  const { profile, password } = PERSONAS[0] as (typeof PERSONAS)[number];
  const { body } = await gateway.call(operations.session.signIn, { bhxhNumber: profile.bhxhNumber, password });
  bearer = { Authorization: `Bearer ${body.accessToken}` };
});
afterAll(async () => {
  await gateway.close();
  await verifying.close();
  await later.close();
  await database.close();
});

/** One device, so that nobody is asked for a code (A5). */
const onDevice = (persona: (typeof PERSONAS)[number] | undefined) => ({
  bhxhNumber: persona?.profile.bhxhNumber,
  password: persona?.password,
  device: 'thiet-bi-thu-nghiem',
});

/** For every operation a call that is right, made when its turn comes. */
const right: Record<string, () => Promise<{ input?: Record<string, unknown>; headers?: Record<string, string> }>> = {
  'declarations.submit': async () => ({ input: await rightDeclaration(gateway) }),
  'declarations.follow': async () => ({ input: await handedIn() }),
  'declarations.form': async () => ({ input: await handedIn() }),
  'photographs.begin': async () => ({ input: { kind: 'portrait', size: 1000 } }),
  'photographs.append': async () => {
    const bytes = jpeg();
    const { body } = await gateway.call(operations.photographs.begin, { kind: 'portrait', size: bytes.length });
    return { input: { id: body.id, offset: 0, bytes: new Uint8Array(bytes) }, headers: { 'Photograph-Key': body.key } };
  },
  'photographs.progress': async () => uploaded(),
  'photographs.discard': async () => uploaded(),
  'units.list': async () => ({ input: { scheme: '2021', parentCode: '01' } }),
  'units.search': async () => ({ input: { scheme: '2025', query: 'ba dinh', limit: '5' } }),
  'units.path': async () => ({ input: { scheme: '2021', code: '00001' } }),
  'units.successors': async () => ({ input: { code: '00001' } }),
  'agencies.list': async () => ({}),
  'agencies.children': async () => ({ input: { code: '001' } }),
  'agencies.path': async () => ({ input: { code: '00106' } }),
  'agencies.search': async () => ({ input: { query: 'dong da' } }),
  'agencies.byCommune': async () => ({ input: { communeCode: '00001' } }),
  'session.signIn': async () => ({ input: { bhxhNumber: PERSONAS[2]?.profile.bhxhNumber, password: PERSONAS[2]?.password } }),
  'session.refresh': async () => {
    const { body } = await gateway.call(operations.session.signIn, onDevice(PERSONAS[1]));
    return { input: { refreshToken: body.refreshToken } };
  },
  'session.current': async () => ({ headers: bearer }),
  'session.signOut': async () => {
    const { body } = await gateway.call(operations.session.signIn, onDevice(PERSONAS[1]));
    return { headers: { Authorization: `Bearer ${body.accessToken}` } };
  },
  'profile.read': async () => ({ headers: bearer }),
  'cards.mine': async () => ({ headers: bearer }),
  'participation.list': async () => ({ input: { branch: 'social' }, headers: bearer }),
  'benefits.list': async () => ({ input: { kind: 'short-term' }, headers: bearer }),
  'visits.list': async () => ({ input: { year: 2026 }, headers: bearer }),
  'visits.read': async () => {
    const { body } = await gateway.call(operations.visits.list, {}, bearer);
    return { input: { id: body.items[0].id }, headers: bearer };
  },
  'officers.signIn': async () => ({ input: await officerCredentials() }),
  'officers.changePassword': async () => ({ input: { ...(await officerCredentials()), newPassword: `mat-khau-moi-${randomUUID()}` } }),
  'officers.me': async () => ({ headers: await asOfficer(gateway, 'canbo.hanoi') }),
  'officers.passkeyOptions': async () => ({}),
  'officers.signInByPasskey': async () => {
    const { device } = await withPasskey();
    const { body } = await gateway.call(operations.officers.passkeyOptions);
    return { input: { challengeToken: body.challengeToken, credential: device.get(body.options) } };
  },
  'officers.passkeys': async () => ({ headers: (await withPasskey()).headers }),
  'officers.addPasskeyOptions': async () => {
    const { username, headers } = await freshOfficer();
    return { input: { oneTimeCode: await codeFor(gateway, username, 1) }, headers };
  },
  'officers.addPasskey': async () => {
    const { username, headers } = await freshOfficer();
    const { body } = await gateway.call(operations.officers.addPasskeyOptions, { oneTimeCode: await codeFor(gateway, username, 1) }, headers);
    return { input: { challengeToken: body.challengeToken, credential: new Authenticator().create(body.options), label: 'Điện thoại' }, headers };
  },
  'officers.removePasskey': async () => {
    const { id, headers } = await withPasskey();
    return { input: { id }, headers };
  },
  'children.list': async () => ({ headers: bearer }),
  'accesses.mine': async () => ({ input: { limit: 5 }, headers: bearer }),
  'contacts.sendCodes': async () => ({ input: await newContact(), headers: bearer }),
  'contacts.change': async () => {
    const { body } = await gateway.call(operations.contacts.sendCodes, await newContact(), bearer);
    await gateway.jobs.runDue();
    const texts = (await rowsOf(database, 'select body from sandbox_messages order by channel')).map((row) => /\b\d{6}\b/.exec(String(row['body']))?.[0]);
    return { input: { changeId: body.changeId, newCode: texts[0], registeredCode: texts[1] }, headers: bearer };
  },
  'codes.send': async () => ({ input: newAddress() }),
  'codes.confirm': async () => {
    // What was sent before is out of the way: then the only mail is the code's.
    await gateway.jobs.runDue();
    await rowsOf(database, 'delete from sandbox_messages');
    const { body } = await gateway.call(operations.codes.send, newAddress());
    await gateway.jobs.runDue();
    const [mail] = await rowsOf(database, 'select body from sandbox_messages');
    return { input: { codeId: body.codeId, oneTimeCode: /\b\d{6}\b/.exec(String(mail?.['body']))?.[0] } };
  },
  'consents.texts': async () => ({ input: { locale: 'vi' } }),
  'consents.mine': async () => ({ input: { locale: 'en' }, headers: bearer }),
  'consents.give': async () => ({ input: { textVersion: FIRST_USE_VERSION, purposes: ['account'], locale: 'vi', channel: 'page' }, headers: bearer }),
  'consents.withdraw': async () => ({ input: { purpose: 'account', locale: 'vi', channel: 'page' }, headers: bearer }),
  'vneid.begin': async () => ({ input: { returnTo: RETURN } }),
  'vneid.finish': async () => ({ input: await cameBack(later, RETURN, '079399000012') }),
  'identities.verify': async () => ({
    input: { fullName: 'Nguyễn Văn A', identityNumber: '079299000001', birthDate: '1985-02-28' },
    headers: await worked(verifying, 'identities.verify'),
  }),
  'challenges.make': async () => ({ input: { operation: 'declarations.submit', locale: 'vi' } }),
  'seals.keys': async () => ({}),
  'notices.resend': async () => ({ input: await handedIn() }),
  'rules.current': async () => ({}),
  'health.read': async () => ({}),
};

const RETURN = 'https://tinh.example.vn/vneid';

const served = (name: string) => (name === 'identities.verify' ? verifying : name.startsWith('vneid.') ? later : gateway);

const rightCall = async (name: string) =>
  (await { ...right, ...rightReviewCalls(gateway), ...rightPasswordCalls(gateway), ...rightDeviceCalls(gateway), ...rightPasskeyCalls(gateway) }[name]?.()) ??
  {};

async function handedIn() {
  const { body } = await gateway.call(operations.declarations.submit, await rightDeclaration(gateway));
  return { reference: body.reference, contact: '0900000001' };
}

/** A new e-mail address; what was sent before is out of the way, so that only its two codes are there: by mail to it, by SMS to the registered phone. */
async function newContact() {
  await gateway.jobs.runDue();
  for (const table of ['sandbox_messages', 'account_codes']) await rowsOf(database, `delete from ${table}`);
  return { kind: 'email', contact: `${randomUUID()}@example.vn`, locale: 'vi' };
}

const newAddress = () => ({ email: `${randomUUID()}@example.vn`, subject: 'individual', locale: 'vi' });

/** Of an officer nobody has signed in as. */
async function officerCredentials() {
  const username = `canbo.${randomUUID()}`;
  await newOfficer(gateway, username, '00106');
  return { username, password: PASSWORD, oneTimeCode: await codeFor(gateway, username) };
}

async function freshOfficer() {
  const { username } = await officerCredentials();
  return { username, headers: await asOfficer(gateway, username) };
}

async function withPasskey() {
  const { username, headers: officer } = await freshOfficer();
  const device = new Authenticator();
  const { body: ceremony } = await gateway.call(operations.officers.addPasskeyOptions, { oneTimeCode: await codeFor(gateway, username, 1) }, officer);
  const { body } = await gateway.call(
    operations.officers.addPasskey,
    { challengeToken: ceremony.challengeToken, credential: device.create(ceremony.options), label: 'Máy tính' },
    officer,
  );
  return { id: body.id as string, device, headers: officer };
}

async function uploaded() {
  const { id, key } = await upload(gateway, 'portrait');
  return { input: { id }, headers: { 'Photograph-Key': key } };
}

describe.each(operationList.map((row) => [row.name, row] as const))('%s', (name, row) => {
  it('answers a right call in the contract’s shape, status and headers', async () => {
    const { input, headers } = await rightCall(name);
    const response = await served(name).send(row, input, { ...headers, Origin: 'https://tinh.example.vn' });
    const text = await response.clone().text();
    expect([response.status, response.ok || text]).toEqual([successStatus(row), true]);
    if (row.response && !isBytes(row.response)) expect(row.response.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(response.headers.get('request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://tinh.example.vn');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('cache-control')).toBe(row.etag ? 'public, max-age=300' : 'no-store');
    expect(response.headers.has('etag')).toBe(row.etag === true);
  });

  it('refuses what the contract does not know, as a problem that repeats nothing', async () => {
    const { input = {}, headers } = await rightCall(name);
    const request = requestFor(row, input, headers ?? {});
    const strange = row.body && !isBytes(row.body) ? { ...input, kanari: 'KANARI' } : undefined;
    const bad =
      strange === undefined
        ? new Request(`${request.url}${request.url.includes('?') ? '&' : '?'}kanari=KANARI`, request)
        : new Request(request.url, { method: request.method, headers: request.headers, body: JSON.stringify(strange) });
    const response = await gateway.fetch(bad);
    const text = await response.text();
    const problem = z.parse(Problem, JSON.parse(text));
    expect([response.status, problem.code, response.headers.get('content-type')]).toEqual([400, 'request.malformed', 'application/problem+json']);
    expect(problem.requestId).toBe(response.headers.get('request-id'));
    expect(text.toLowerCase()).not.toContain('kanari');
  });

  if (row.auth === 'session' || row.auth === 'officer' || row.auth === 'any-session')
    it('asks for a session', async () => {
      const { input } = await rightCall(name);
      expect((await gateway.call(row, input, { Authorization: '' })).body.code).toBe('session.missing');
    });
  if (row.etag)
    it('answers 304 to who has it', async () => {
      const { input } = await rightCall(name);
      const tag = (await gateway.send(row, input)).headers.get('etag') ?? '';
      const again = await gateway.send(row, input, { 'If-None-Match': `"other", W/${tag}` });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    });
});

describe('requests that are none', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    gateway.fetch(
      new Request('http://gateway.example/v1/declarations/follow', { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } }),
    );
  const codes = async (response: Promise<Response>) => {
    const body = (await (await response).json()) as { status: number; code: string; fieldErrors?: { pointer: string; code: string }[] };
    return [body.status, body.code, body.fieldErrors?.[0]?.code];
  };

  it('are told apart: not JSON, not UTF-8, not declared as JSON, too large, unknown', async () => {
    expect(await codes(post('{"reference":'))).toEqual([400, 'request.malformed', 'json']);
    expect(await codes(post(Buffer.from([0x7b, 0x22, 0xff, 0xfe])))).toEqual([400, 'request.malformed', 'json']);
    expect(await codes(post('{}', { 'Content-Type': 'text/plain' }))).toEqual([400, 'request.malformed', 'content-type']);
    expect(await codes(post('{"reference":"00001.GD_2026_001","contact":"090\\u0000"}'))).toEqual([400, 'request.malformed', 'shape']);
    expect(await codes(post('[1]'))).toEqual([400, 'request.malformed', 'type']);
    expect(await codes(post(`{"reference":"${'x'.repeat(70_000)}"}`))).toEqual([413, 'request.too-large', undefined]);
    expect(await codes(gateway.fetch(new Request('http://gateway.example/v1/nothing')))).toEqual([404, 'route.unknown', undefined]);
    expect(await codes(gateway.fetch(new Request('http://gateway.example/v1/units?scheme=2021&scheme=2025')))).toEqual([
      400,
      'request.malformed',
      'query-repeated',
    ]);
    expect(await codes(gateway.fetch(new Request('http://gateway.example/v1/units/2021/%00/path')))).toEqual([400, 'request.malformed', 'shape']);
  });

  it('a body without end is cut off where it is too large', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        sent += 16_384;
        stream.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    const request = new Request('http://gateway.example/v1/declarations/follow', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json' },
    } as RequestInit);
    expect((await gateway.fetch(request)).status).toBe(413);
    expect(sent).toBeLessThan(200_000);
  });

  it('a page of an origin that is not allowed may not read the answer', async () => {
    const options = (origin: string) =>
      gateway.fetch(
        new Request('http://gateway.example/v1/declarations', { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } }),
      );
    expect((await options('https://tinh.example.vn')).headers.get('access-control-allow-origin')).toBe('https://tinh.example.vn');
    expect((await options('https://tinh.example.vn')).headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    for (const origin of ['https://evil.example', 'https://tinh.example.vn.evil.example', 'null'])
      expect((await options(origin)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('the sandbox says once which origin may not call, and how it could; of a backend, an allowed page and its own it says nothing', async () => {
    const tried = await testGateway(database, { env: { BHXH_ALLOWED_ORIGINS: 'https://tinh.example.vn' } });
    const ask = (origin: string, site?: string) =>
      tried.fetch(new Request('http://gateway.example/v1/health', { headers: { Origin: origin, ...(site && { 'Sec-Fetch-Site': site }) } }));
    const warned = () => tried.logLines.map((line) => JSON.parse(line) as { level: string; msg: string }).filter(({ level }) => level === 'warn');
    await ask('https://tinh.example.vn', 'cross-site');
    await ask('http://gateway.example', 'same-origin');
    await ask('https://truong.example.vn');
    await ask('KANARI, no origin', 'cross-site');
    expect(warned()).toEqual([]);
    for (const origin of ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'null']) await ask(origin, 'cross-site');
    expect(warned().map(({ msg }) => msg)).toEqual([
      'A page of http://127.0.0.1:8080 called, and its browser keeps the answer from it. If the page is yours, add http://127.0.0.1:8080 to BHXH_ALLOWED_ORIGINS.',
      'A page without an origin called, and its browser keeps the answer from it. If it was opened as a file, serve it and add its origin to BHXH_ALLOWED_ORIGINS.',
    ]);
    for (let port = 9000; port < 9100; port++) await ask(`http://localhost:${port}`, 'cross-site');
    expect(warned()).toHaveLength(20);
    await tried.close();
  });

  it('outside the sandbox nothing of a caller is said', async () => {
    const served = await testGateway(database, { env: { BHXH_SANDBOX: '0', BHXH_RULE_PACK: '' } });
    const headers = { Origin: 'https://khac.example.vn', 'Sec-Fetch-Site': 'cross-site' };
    await served.fetch(new Request('http://gateway.example/v1/health', { headers }));
    expect(served.logLines.join('')).not.toContain('khac.example.vn');
    await served.close();
  });
});

describe('the caller’s address', () => {
  const request = (forwarded: string) => new Request('http://x', { headers: { 'X-Forwarded-For': forwarded } });
  it('is the connection’s unless proxies are trusted, and then the one they saw', () => {
    expect(addressOf(request('203.0.113.9'), { remoteAddress: '192.0.2.1' }, { trustedProxies: 0 })).toBe('192.0.2.1');
    expect(addressOf(request('1.1.1.1, 203.0.113.9'), { remoteAddress: '10.0.0.1' }, { trustedProxies: 1 })).toBe('203.0.113.9');
    expect(addressOf(request('1.1.1.1, 203.0.113.9, 10.0.0.2'), { remoteAddress: '10.0.0.1' }, { trustedProxies: 2 })).toBe('203.0.113.9');
    expect(addressOf(request(''), { remoteAddress: '::ffff:192.0.2.1' }, { trustedProxies: 1 })).toBe('192.0.2.1');
  });
  it('counts a household of IPv6 as one', () => {
    const network = (address: string) => addressOf(request(''), { remoteAddress: address }, { trustedProxies: 0 });
    expect(network('2001:db8:1:2:aaaa::1')).toBe(network('2001:0db8:0001:0002::ffff'));
    expect(network('2001:db8:1:2::1')).not.toBe(network('2001:db8:1:3::1'));
  });
  it.each([
    ['203.0.113.9:5678', '203.0.113.9'],
    ['[2001:db8:1:2::1]:80', '2001:db8:1:2'],
    ['[2001:DB8:1:2::1]', '2001:db8:1:2'],
    ['[::1]:80', '0:0:0:0'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['[::FFFF:203.0.113.9]:443', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['0:0:0:0:0:ffff:cb00:7109', '203.0.113.9'],
    ['0000:0000:0000:0000:0000:FFFF:203.0.113.9', '203.0.113.9'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
  ])('reads the forwarded %s as %s: no port and no spelling makes another caller', (forwarded, address) => {
    expect(addressOf(request(forwarded), { remoteAddress: '10.0.0.1' }, { trustedProxies: 1 })).toBe(address);
  });
});
