import { operationList } from '@bhxh-kit/contract';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Backend, type BackendOptions, createBackend } from './backend.js';
import { ROUTES } from './routes.js';
import { Sealing } from './sealing.js';

const ORIGIN = 'https://truong.example.vn';
const SECRETS = ['một bí mật của máy chủ trường, đủ dài'];
const NAME = 'ten-phien-22-ky-tu-aaa';
const TOKEN = 'the-access-token-of-somebody';
const KEY = 'kanari-bhxh-key_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const HELD = { name: NAME, turn: '1', accessToken: TOKEN, refreshToken: 'the-refresh-token' };
const MINE = { 'Bhxh-Page': '1', 'Sec-Fetch-Site': 'same-origin' };
const WRITE = { ...MINE, Origin: ORIGIN, 'Content-Type': 'application/json' };

let sent: Request[];
let answer: () => Promise<Response> | Response;
let backend: Backend;
let cookie: string;

const made = (options: Partial<BackendOptions> = {}) =>
  createBackend({
    gateway: 'https://gateway.example.vn/api/',
    origin: ORIGIN,
    secrets: SECRETS,
    now: () => 1_000,
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      return answer();
    },
    ...options,
  });
const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' }, ...init });
const call = (method: string, path: string, headers: Record<string, string> = MINE, body?: BodyInit) =>
  backend(new Request(`${ORIGIN}${path}`, { method, headers, ...(body !== undefined && { body }) }), { address: '203.0.113.7' });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const inSession = () => ({ ...MINE, Cookie: cookie, Authorization: `Bearer ${NAME}.x` });

beforeEach(async () => {
  sent = [];
  answer = () => json({ items: [] });
  backend = made();
  cookie = `__Host-bhxh=${await new Sealing(SECRETS, ORIGIN).seal(HELD, 1_000)}`;
});

describe('what a backend passes on', () => {
  it('is every operation of the contract that is no officer’s, under its own path, with the session’s token where the operation asks for one', async () => {
    const officers = operationList.filter(({ auth, name }) => auth === 'officer' || name.startsWith('officers.'));
    expect(ROUTES.length).toBe(operationList.length - officers.length);
    for (const { row } of ROUTES.filter(({ row }) => row.name !== 'session.refresh')) {
      sent = [];
      const headers = { ...inSession(), ...(row.method !== 'GET' && WRITE) };
      await call(row.method, `/bhxh${row.path.replaceAll(/\{\w+\}/g, '123')}`, headers, row.body && row.method !== 'GET' ? '{}' : undefined);
      expect([sent[0]?.method, sent[0]?.url], row.name).toEqual([row.method, `https://gateway.example.vn/api${row.path.replaceAll(/\{\w+\}/g, '123')}`]);
      expect(sent[0]?.headers.get('Authorization'), row.name).toBe(/session/.test(row.auth) ? `Bearer ${TOKEN}` : null);
    }
    for (const row of officers)
      expect(await codeOf(await call(row.method, `/bhxh${row.path.replaceAll(/\{\w+\}/g, '123')}`, WRITE)), row.name).toEqual([404, 'route.unknown']);
  });

  it('knows by the contract which answers carry tokens', () => {
    const names = ROUTES.filter(({ answersTokens }) => answersTokens).map(({ row }) => row.name);
    expect(names).toEqual(expect.arrayContaining(['devices.takeOver', 'session.refresh', 'session.signIn', 'vneid.finish']));
    expect(names.filter((name) => !/^(devices|passkeys|session|vneid)\./.test(name))).toEqual([]);
  });

  it.each([
    ['GET', '/bhxh/sandbox/outbox'],
    ['GET', '/bhxh/v1/../sandbox/outbox'],
    ['GET', '/bhxh/v1/%2e%2e/sandbox/outbox'],
    ['GET', '/bhxh/../v1/health'],
    ['GET', '/bhxh//gateway.example.vn/v1/health'],
    ['GET', '/bhxh/v1/health/'],
    ['GET', '/bhxhv1/health'],
    ['GET', '/v1/health'],
    ['POST', '/bhxh/v1/health'],
    ['OPTIONS', '/bhxh/v1/session'],
    ['GET', '/bhxh/v1/photographs/a%0d%0aX:1'],
    ['GET', `/bhxh/v1/photographs/${'a'.repeat(201)}`],
  ])('is nothing of %s %s', async (method, path) => {
    expect(await codeOf(await call(method, path, WRITE))).toEqual([404, 'route.unknown']);
    expect(sent).toEqual([]);
  });

  it('is no header but those of the contract, whatever a caller sends, and the caller’s address as the host knows it', async () => {
    const smuggled = {
      'X-Forwarded-For': '198.51.100.1',
      Forwarded: 'for=198.51.100.1',
      'X-Real-Ip': '198.51.100.1',
      'X-Http-Method-Override': 'DELETE',
      'X-Original-Url': '/sandbox/outbox',
      'Proxy-Authorization': 'Basic eDp5',
      'Guardian-Link': 'mot-lien-ket',
      'Accept-Language': 'en',
    };
    await call('GET', '/bhxh/v1/session', { ...smuggled, ...inSession(), Authorization: `Bearer ${NAME}` });
    expect(Object.fromEntries(sent[0]!.headers)).toEqual({
      'accept-language': 'en',
      authorization: `Bearer ${TOKEN}`,
      'guardian-link': 'mot-lien-ket',
      origin: ORIGIN,
      'x-forwarded-for': '203.0.113.7',
    });
    // A token a page got from elsewhere is nobody's here, and an operation without a session is told of none.
    expect(await codeOf(await call('GET', '/bhxh/v1/session', { ...MINE, Authorization: 'Bearer a-token-of-somebody-else-aaaa' }))).toEqual([
      401,
      'session.expired',
    ]);
    expect(await codeOf(await call('GET', '/bhxh/v1/session'))).toEqual([401, 'session.missing']);
    await call('GET', '/bhxh/v1/health', { ...MINE, Cookie: cookie, Authorization: 'Bearer a-token-of-somebody-else-aaaa' });
    expect([sent.length, sent[1]!.headers.has('Authorization'), sent[1]!.headers.has('Cookie')]).toEqual([2, false, false]);
  });

  it('is the host’s key, where it has one, and never a caller’s', async () => {
    backend = made({ integratorKey: KEY });
    await call('GET', '/bhxh/v1/health', { ...MINE, 'Integrator-Key': 'khoa-cua-trang' });
    await call('POST', '/bhxh/v1/session/refresh', { ...inSession(), ...WRITE }, JSON.stringify({ refreshToken: `${NAME}.1` }));
    expect(sent.map(({ headers }) => headers.get('Integrator-Key'))).toEqual([KEY, KEY]);
    backend = made();
    await call('GET', '/bhxh/v1/health', { ...MINE, 'Integrator-Key': KEY });
    expect(sent[2]!.headers.has('Integrator-Key')).toBe(false);
  });

  it('tells nobody the host’s key, whatever happens: no answer, no header of one, no error', async () => {
    const shown: string[] = [];
    const failing = [
      () => Promise.reject(new TypeError(`cannot send ${KEY}`)),
      () => json({ code: 'integrator.refused' }, { status: 403 }),
      () => new Response(null, { status: 302, headers: { Location: `https://khac.example.vn/?key=${KEY}` } }),
      () => json({}, { headers: { 'Integrator-Key': KEY } }),
    ];
    backend = made({ integratorKey: KEY });
    for (answer of failing) {
      const response = await call('GET', '/bhxh/v1/health');
      shown.push(JSON.stringify([...response.headers]), await response.text());
    }
    for (const wrong of [`${KEY}\n`, `${KEY} `, KEY.slice(0, 5), ''])
      try {
        made({ integratorKey: wrong });
        shown.push('taken');
      } catch (failure) {
        shown.push(String(failure));
      }
    expect(shown.join('\n')).not.toContain(KEY.slice(0, 5));
    expect(shown.filter((text) => text === 'TypeError: integratorKey must be the text `bhxh-gateway keys add` printed')).toHaveLength(4);
    expect(JSON.stringify(backend) ?? '').not.toContain(KEY);
  });

  it('is of an answer its body as it comes and the headers of the contract, no cookie, and never a page', async () => {
    const headers = { 'Content-Type': 'application/pdf', ETag: '"1"', 'Set-Cookie': 'a=b', Server: 'x', 'WWW-Authenticate': 'Bearer', 'Request-Id': 'r' };
    answer = () => new Response(new Uint8Array([1, 2, 3]), { headers });
    const response = await call('GET', '/bhxh/v1/health');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/pdf',
      'cross-origin-resource-policy': 'same-origin',
      etag: '"1"',
      'referrer-policy': 'no-referrer',
      'request-id': 'r',
      'x-content-type-options': 'nosniff',
    });
  });

  it('A10 · is the way to VNeID whole: of a sandbox it is relative to the gateway, of which the page knows nothing', async () => {
    const trip = { vneidState: 'a.b.c', browserKey: 'd' };
    for (const [given, passed] of [
      ['/sandbox/vneid/authorize?state=a.b.c', 'https://gateway.example.vn/sandbox/vneid/authorize?state=a.b.c'],
      ['https://vneid.example.vn/authorize?state=a.b.c', 'https://vneid.example.vn/authorize?state=a.b.c'],
    ]) {
      answer = () => json({ ...trip, authorizeUrl: given }, { status: 201 });
      const response = await call('POST', '/bhxh/v1/vneid', WRITE, '{"returnTo":"https://truong.example.vn/"}');
      expect([response.status, await response.json()]).toEqual([201, { ...trip, authorizeUrl: passed }]);
    }
  });

  it('is no body that is too large, announced or not, and no query of an operation without one', async () => {
    const large = new Uint8Array(70_000).fill(32);
    const stream = () =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(large);
          controller.close();
        },
      });
    for (const body of [large, stream()]) {
      const request = new Request(`${ORIGIN}/bhxh/v1/session`, { method: 'POST', headers: WRITE, body, ...({ duplex: 'half' } as object) });
      expect(await codeOf(await backend(request))).toEqual([413, 'request.too-large']);
    }
    expect(await codeOf(await call('GET', '/bhxh/v1/session?bhxhNumber=9999999001', inSession()))).toEqual([400, 'request.malformed']);
    expect(sent).toEqual([]);
  });
});

describe('who may call a backend', () => {
  it.each([
    ['a page of another origin', { ...WRITE, Origin: 'https://khac.example.vn', 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of a sister site', { ...WRITE, Origin: 'https://khac.truong.example.vn', 'Sec-Fetch-Site': 'same-site' }],
    ['a page that has no origin', { ...WRITE, Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    ['a page that has no origin, of an older browser', { 'Bhxh-Page': '1', Origin: 'null' }],
    ['a page of an older browser of another origin', { 'Bhxh-Page': '1', Origin: 'https://khac.example.vn' }],
    ['whoever names no page', { 'Bhxh-Page': '1' }],
    ['a form', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'text/plain' }],
    ['a link', { 'Sec-Fetch-Site': 'none' }],
  ])('is not %s', async (_, headers) => {
    const posted = await call('POST', '/bhxh/v1/session', { ...(headers as Record<string, string>), Cookie: cookie }, '{}');
    expect([await codeOf(posted), posted.headers.get('Access-Control-Allow-Origin'), sent]).toEqual([[403, 'session.other-origin'], null, []]);
  });

  it('is told, where it is not, which origin the backend was made for, and nothing of what it sent', async () => {
    const posted = await call('POST', '/bhxh/v1/session', { ...WRITE, Origin: 'https://khac.example.vn', 'Sec-Fetch-Site': 'cross-site' }, '{}');
    const { detail } = (await posted.json()) as { detail: string };
    expect(detail).toBe(`This backend answers calls that openHostedClient makes in pages of ${ORIGIN}, its option \`origin\`, and no others.`);
  });

  it('is an own page, also of a browser that says only its origin', async () => {
    expect((await call('POST', '/bhxh/v1/session', { 'Bhxh-Page': '1', Origin: ORIGIN }, '{}')).status).toBe(200);
    // Of Firefox, which writes no origin where no referrer is sent.
    expect((await call('POST', '/bhxh/v1/session', { ...WRITE, Origin: 'null' }, '{}')).status).toBe(200);
    expect((await call('GET', '/bhxh/v1/health', { 'Bhxh-Page': '1' })).status).toBe(200);
  });

  it.each(['same-site', 'cross-site', 'none'])('is nobody who reads from elsewhere, whose browser names no origin: %s', async (site) => {
    const read = await call('GET', '/bhxh/v1/session', { ...inSession(), 'Sec-Fetch-Site': site });
    expect([await codeOf(read), sent]).toEqual([[403, 'session.other-origin'], []]);
  });
});

describe('the cookie', () => {
  it.each([
    ['changed', (whole: string) => `${whole.slice(0, -3)}AAA`],
    [
      'of another host',
      async () => `__Host-bhxh=${await new Sealing(['bí mật của một máy chủ khác, cũng đủ dài'], ORIGIN).seal({ ...HELD, accessToken: 'a' }, 1_000)}`,
    ],
    ['left alone for too long', async () => `__Host-bhxh=${await new Sealing(SECRETS, ORIGIN).seal({ ...HELD, accessToken: 'a' }, 1_000 - 1_800_000)}`],
    ['no cookie of ours', () => '__Host-bhxh=%00'],
  ])('is taken away when it is %s, and the gateway is not asked', async (_, change) => {
    const response = await call('GET', '/bhxh/v1/session', { ...inSession(), Cookie: await change(cookie) });
    expect(response.headers.get('Set-Cookie')).toBe('__Host-bhxh=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0');
    expect([await codeOf(response), sent]).toEqual([[401, 'session.expired'], []]);
  });

  it('is none when there are two, and is not taken from a page that calls the session otherwise', async () => {
    expect(await codeOf(await call('GET', '/bhxh/v1/session', { ...inSession(), Cookie: `${cookie}; ${cookie}` }))).toEqual([401, 'session.expired']);
    const other = await call('GET', '/bhxh/v1/session', { ...inSession(), Authorization: 'Bearer mot-ten-khac-aaaaaaaaa' });
    expect([other.headers.has('Set-Cookie'), await codeOf(other), sent]).toEqual([false, [401, 'session.expired'], []]);
  });

  it('is given anew by a refresh, of which a page that lags behind needs none', async () => {
    answer = () => json({ accessToken: 'newer', expiresIn: 600, refreshToken: 'newest' });
    const refresh = (refreshToken: string) => call('POST', '/bhxh/v1/session/refresh', { ...WRITE, Cookie: cookie }, JSON.stringify({ refreshToken }));
    const lagging = (await (await refresh(`${NAME}.0`)).json()) as { accessToken: string };
    expect([lagging.accessToken, sent]).toEqual([`${NAME}.1`, []]);
    const response = await refresh(`${NAME}.1`);
    const { accessToken, refreshToken } = (await response.json()) as { accessToken: string; refreshToken: string };
    expect([accessToken, await sent[0]!.text()]).toEqual([refreshToken, '{"refreshToken":"the-refresh-token"}']);
    expect(accessToken).toMatch(new RegExp(`^${NAME}\\.[\\w-]{22}$`));
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const sealed = /=([^;]+)/.exec(response.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
    expect(await new Sealing(SECRETS, ORIGIN).open(sealed)).toMatchObject({ name: NAME, accessToken: 'newer', refreshToken: 'newest' });
    expect(await codeOf(await refresh('mot-ten-khac-aaaaaaaaa.1'))).toEqual([401, 'session.expired']);
    expect(await codeOf(await call('POST', '/bhxh/v1/session/refresh', { ...WRITE, Cookie: cookie }, 'not JSON'))).toEqual([400, 'request.malformed']);
  });

  it('is given anew to a page that has lagged behind for long, too: its answer was lost, and no other tab will have it', async () => {
    backend = made({ now: () => 11_000 });
    answer = () => json({ accessToken: 'newer', expiresIn: 600, refreshToken: 'newest' });
    const response = await call('POST', '/bhxh/v1/session/refresh', { ...WRITE, Cookie: cookie }, JSON.stringify({ refreshToken: `${NAME}.0` }));
    expect([sent.length, response.headers.get('Set-Cookie')]).toEqual([1, expect.stringMatching(/^__Host-bhxh=[\w-]{8}\./)]);
  });

  it.each([
    ['its refresh was refused', 'POST', '/bhxh/v1/session/refresh', 401, JSON.stringify({ refreshToken: `${NAME}.1` })],
    ['the person signed out everywhere', 'DELETE', '/bhxh/v1/session/devices', 204, undefined],
  ])('is taken away when %s', async (_, method, path, status, body) => {
    answer = () => new Response(null, { status });
    const response = await call(method, path, { ...inSession(), ...WRITE }, body);
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([status, expect.stringMatching(/^__Host-bhxh=;.*Max-Age=0$/)]);
  });

  it('is without its prefix on a machine of one’s own, where there is no https', async () => {
    backend = made({ origin: 'http://localhost:8785' });
    answer = () => json({ accessToken: 'a'.repeat(43), expiresIn: 600, refreshToken: 'r' }, { status: 201 });
    const response = await backend(
      new Request('http://localhost:8785/bhxh/v1/session', { method: 'POST', headers: { ...WRITE, Origin: 'http://localhost:8785' }, body: '{}' }),
    );
    expect(response.headers.get('Set-Cookie')).toMatch(/^bhxh=[\w-]{8}\.[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe('a gateway that fails', () => {
  it.each([
    ['does not answer', () => Promise.reject(new TypeError('fetch failed: https://gateway.example.vn'))],
    ['sends elsewhere', () => new Response(null, { status: 302, headers: { Location: 'https://khac.example.vn' } })],
    ['answers a sign-in with a page', () => new Response('<html>', { status: 200 })],
    ['answers a sign-in with half of the tokens', () => json({ accessToken: 'a' })],
  ])('is unavailable when it %s', async (_, how) => {
    answer = how;
    expect(await codeOf(await call('POST', '/bhxh/v1/session', WRITE, '{}'))).toEqual([503, 'server.unavailable']);
  });

  it('does not keep a person signed in who signs out: the browser’s cookie is gone all the same', async () => {
    answer = () => Promise.reject(new TypeError('fetch failed'));
    const response = await call('DELETE', '/bhxh/v1/session', { ...inSession(), ...WRITE });
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([503, expect.stringContaining('Max-Age=0')]);
  });
});

describe('the options of a backend', () => {
  it.each([
    [{ origin: 'https://truong.example.vn/' }],
    [{ origin: 'https://truong.example.vn:443' }],
    [{ origin: 'http://truong.example.vn' }],
    [{ gateway: 'http://gateway.example.vn' }],
    [{ path: 'bhxh' }],
    [{ path: '/bhxh/' }],
    [{ secrets: [] }],
  ])('%j are refused', (options) => {
    expect(() => made(options)).toThrow(TypeError);
  });

  it.each([
    ['gateway', { gateway: 'http://gateway.example.vn' }],
    ['gateway', { gateway: 'gateway.example.vn' }],
    ['origin', { origin: 'http://truong.example.vn' }],
  ])('names the option that is wrong, and what it may be: %s, %o', (option, options) => {
    expect(() => made(options)).toThrow(`${option} must be an https:// address without credentials, query or fragment (http:// only on this machine)`);
  });

  it('is made on no page, where anybody could read what it holds', () => {
    vi.stubGlobal('document', {});
    expect(() => made()).toThrow(/never in a page/);
    vi.unstubAllGlobals();
    expect(() => made()).not.toThrow();
  });
});
