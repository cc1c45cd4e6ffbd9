import { operations } from '@bhxh-kit/contract';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallOptions } from '../call/settings.js';
import { createTestGateway, personas } from '../testing/testing.js';
import { createClient } from './create-client.js';

const BASE = 'https://gateway.test';
const client = (gateway = createTestGateway(), options = {}) => ({ gateway, bhxh: createClient({ baseUrl: BASE, fetch: gateway.fetch, ...options }) });
const { bhxhNumber } = personas.employee.profile;
const credentials = { bhxhNumber, password: personas.employee.password };
const failure = (call: PromiseLike<unknown>): Promise<Error & Record<string, unknown>> =>
  Promise.resolve(call).then(
    () => Promise.reject(new Error('it should have failed')),
    (thrown: unknown) => thrown as Error & Record<string, unknown>,
  );

describe('the client', () => {
  it('has one method for each operation of the contract', () => {
    const { bhxh } = client();
    for (const [noun, verbs] of Object.entries(operations)) {
      for (const verb of Object.keys(verbs))
        expect((bhxh as unknown as Record<string, Record<string, unknown>>)[noun]?.[verb], `${noun}.${verb}`).toBeTypeOf('function');
    }
  });

  it('tells which gateway it calls, also with other options', () => {
    expect([client().bhxh.baseUrl, client().bhxh.withOptions({ timeout: 1 }).baseUrl]).toEqual([BASE, BASE]);
  });

  it('gives the value, and with it the status, headers and request id when asked', async () => {
    const { bhxh } = client();
    expect((await bhxh.rules.current()).rulePack).toBe('2025');
    const { status, value } = await bhxh.health.read().withResponse();
    expect([status, value.status]).toEqual([200, 'ok']);
  });

  it('keeps a field it does not know, from a newer gateway', async () => {
    const { bhxh, gateway } = client();
    gateway.script('health.read', { kind: 'unknown-field' });
    expect(await bhxh.health.read()).toHaveProperty('newerField');
  });

  it.each([
    ['http://gateway.example.vn', /https/],
    ['ftp://gateway.example.vn', /https/],
    ['https://user:secret@gateway.example.vn', /credentials/],
    ['https://gateway.example.vn/?token=1', /query/],
    ['not an address', /a full https/],
    ['gateway.example.vn', /a full https/],
  ])('refuses the base address %s', (baseUrl, why) => {
    expect(() => createClient({ baseUrl })).toThrow(why);
    expect(() => createClient({ baseUrl })).not.toThrow(/secret/);
  });

  it.each(['https://gateway.example.vn/bhxh/', 'http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])(
    'takes the base address %s',
    (baseUrl) => {
      expect(() => createClient({ baseUrl })).not.toThrow();
    },
  );

  it('names a wrong field before anything is sent', async () => {
    const { bhxh, gateway } = client();
    const thrown = await failure(bhxh.declarations.follow({ reference: '00001.GD_2026_001', contact: '0900000001', extra: 'x' } as never));
    expect(thrown).toMatchObject({ name: 'BadRequestError', code: 'request.malformed' });
    expect(gateway.requests).toHaveLength(0);
  });
});

describe('a guardian', () => {
  it('A8 · asks about a child with a client of its link: in a header, in no address, and for nothing that is their own', async () => {
    const { bhxh, gateway } = client();
    const { profile, password } = personas.guardian;
    await bhxh.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    const { items } = await bhxh.children.list();
    const ofChild = bhxh.withOptions({ guardianLink: items[0]!.linkId });
    expect([(await ofChild.profile.read()).fullName, (await bhxh.profile.read()).fullName]).toEqual([items[0]!.fullName, profile.fullName]);
    expect(gateway.requests.map(({ headers }) => headers.has('Guardian-Link'))).toEqual([false, false, true, false]);
    for (const { url } of gateway.requests) expect(url).not.toContain('link');
    expect(await failure(ofChild.contacts.sendCodes({ kind: 'email', contact: 'a@example.vn', locale: 'vi' }))).toMatchObject({ code: 'guardian.own-only' });
    expect(await failure(bhxh.withOptions({ guardianLink: 'nobodys' }).cards.mine())).toMatchObject({ code: 'guardian.not-found' });
    gateway.move(20 * 366 * 86_400_000);
    await bhxh.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    expect(await failure(ofChild.profile.read())).toMatchObject({ code: 'guardian.child-grown-up' });
    expect((await bhxh.children.list()).items).toEqual([]);
  });
});

describe('paging', () => {
  it('goes over every row, and fetches no further page after an early break', async () => {
    const { bhxh, gateway } = client();
    await bhxh.session.signIn(credentials);
    const ids: string[] = [];
    for await (const row of bhxh.participation.list({ limit: 3 })) ids.push(row.id);
    expect(new Set(ids).size).toBe(personas.employee.participation.length);
    const before = gateway.requests.length;
    for await (const row of bhxh.participation.list({ limit: 3 })) if (row.id) break;
    expect(gateway.requests.length).toBe(before + 1);
  });
});

describe('retries', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
  afterEach(() => void vi.useRealTimers());
  const settle = async <T>(call: PromiseLike<T>): Promise<T> => {
    const settled = Promise.resolve(call);
    settled.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    return settled;
  };

  it('reads again after a lost answer, three times at most', async () => {
    const { bhxh, gateway } = client();
    gateway.script('health.read', { kind: 'cut-before' }, { kind: 'refused', status: 503, code: 'server.unavailable' }, { kind: 'cut-after' });
    expect((await settle(bhxh.health.read())).status).toBe('ok');
    gateway.script('health.read', ...Array.from({ length: 9 }, () => ({ kind: 'cut-before' }) as const));
    expect(await failure(settle(bhxh.health.read()))).toMatchObject({ name: 'NetworkError', code: 'client.network' });
    expect(gateway.requests).toHaveLength(8);
  });

  it('sends a write again under the same key, so that it happens once', async () => {
    const { bhxh, gateway } = client();
    gateway.script('photographs.begin', { kind: 'cut-after' }, { kind: 'cut-after' });
    const begun = await settle(bhxh.photographs.begin({ kind: 'portrait', size: 3 }));
    const keys = new Set(gateway.requests.map(({ headers }) => headers.get('Idempotency-Key')));
    expect([keys.size, gateway.requests.length]).toEqual([1, 3]);
    expect(begun.id).toBe('photograph-00000001');
  });

  it('sends a write under the key of the caller, who kept it over a reload', async () => {
    const { bhxh, gateway } = client();
    const idempotencyKey = 'kept-over-a-reload-01';
    await settle(bhxh.photographs.begin({ kind: 'portrait', size: 3 }, { idempotencyKey }));
    expect(gateway.requests.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([idempotencyKey]);
  });

  it.each([
    [409, 'review.changed'],
    [422, 'declaration.invalid'],
    [429, 'session.locked'],
    [404, 'declaration.not-found'],
  ])('does not send again what would be answered the same: %i %s', async (status, code) => {
    const { bhxh, gateway } = client();
    gateway.script('health.read', { kind: 'refused', status, code });
    expect(await failure(settle(bhxh.health.read()))).toMatchObject({ code, status });
    expect(gateway.requests).toHaveLength(1);
  });

  it('never sends a sign-in again', async () => {
    const { bhxh, gateway } = client();
    gateway.script('session.signIn', { kind: 'cut-before' });
    expect(await failure(settle(bhxh.session.signIn(credentials)))).toMatchObject({ name: 'NetworkError' });
    expect(gateway.requests).toHaveLength(1);
  });

  it('obeys Retry-After, and holds back every call of the same bucket meanwhile', async () => {
    const { bhxh, gateway } = client();
    gateway.script('agencies.list', { kind: 'rate-limited', retryAfter: 4 });
    const first = bhxh.agencies.list();
    await vi.advanceTimersByTimeAsync(100);
    const second = bhxh.units.list({ scheme: '2025' });
    await vi.advanceTimersByTimeAsync(3_800);
    expect(gateway.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect((await first).items.length).toBeGreaterThan(0);
    expect((await second).items.length).toBeGreaterThan(0);
  });

  it('says at once that it would have to wait past its deadline', async () => {
    const { bhxh, gateway } = client(undefined, { timeout: 3_000 });
    gateway.script('agencies.list', { kind: 'rate-limited', retryAfter: 30 });
    expect(await failure(bhxh.agencies.list())).toMatchObject({ name: 'RateLimitedError', retryAfter: 30 });
    expect(await failure(bhxh.agencies.list())).toMatchObject({ name: 'RateLimitedError', retryAfter: 30 });
    expect(gateway.requests).toHaveLength(1);
  });

  it('ends everything at one deadline, tries and waits together', async () => {
    const { bhxh, gateway } = client(undefined, { timeout: 1_500 });
    gateway.script('health.read', { kind: 'refused', status: 503, code: 'server.unavailable' }, { kind: 'slow', milliseconds: 5_000 });
    const call = failure(bhxh.health.read());
    let ended = false;
    void call.then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(1_400);
    expect([gateway.requests.length, ended]).toEqual([2, false]);
    await vi.advanceTimersByTimeAsync(200);
    expect(await call).toMatchObject({ name: 'TimeoutError', code: 'client.timeout' });
  });
});

describe('stopping', () => {
  it('stops the request itself on the caller’s signal and on the deadline, without AbortSignal.any', async () => {
    const any = AbortSignal.any;
    Reflect.deleteProperty(AbortSignal, 'any');
    try {
      for (const optionsOf of [() => ({ timeout: 20 }), () => ({ signal: AbortSignal.timeout(20) })]) {
        const options: CallOptions = optionsOf();
        let stopped = false;
        const fetch: typeof globalThis.fetch = (_, init) =>
          new Promise((_resolve, reject) =>
            init?.signal?.addEventListener('abort', () => {
              stopped = true;
              reject(new DOMException('stopped', 'AbortError'));
            }),
          );
        const thrown = await failure(createClient({ baseUrl: BASE, fetch }).health.read({}, options));
        expect([thrown.name, stopped]).toEqual([options.signal ? 'AbortError' : 'TimeoutError', true]);
      }
    } finally {
      AbortSignal.any = any;
    }
  });

  it('does not send at all when the signal was over before', async () => {
    const { bhxh, gateway } = client(createTestGateway(), { fetch: undefined });
    expect(await failure(bhxh.health.read({}, { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' });
    expect(gateway.requests).toHaveLength(0);
  });
});

describe('a lying network', () => {
  it.each([
    ['html', /text\/html instead of application\/json/],
    ['truncated-json', /breaks in the middle/],
  ] as const)('is called broken, not believed: %s', async (kind, message) => {
    const { bhxh, gateway } = client();
    gateway.script('rules.current', { kind });
    const thrown = await failure(bhxh.rules.current());
    expect(thrown).toMatchObject({ name: 'ContractError', code: 'client.contract' });
    expect(thrown.message).toMatch(message);
  });

  it('is quoted in nothing: neither its type nor its code unless they look like one', async () => {
    const answering = (type: string, status: number, body: string) =>
      failure(createClient({ baseUrl: BASE, retries: 0, fetch: async () => new Response(body, { status, headers: { 'Content-Type': type } }) }).health.read());
    const portal = await answering('text/html of 0900000001', 200, '<html>');
    expect([portal.message, String(portal)].join()).not.toContain('0900000001');
    const problem = { type: 'about:blank', title: 'x', status: 422, requestId: 'r', code: '0900000001 Nguyễn Văn A' };
    const refused = await answering('application/problem+json', 422, JSON.stringify(problem));
    expect(refused).toMatchObject({ code: 'client.refused', status: 422 });
    expect(JSON.stringify(refused) + String(refused)).not.toContain('0900000001');
  });

  it('names the field that broke the contract', async () => {
    const { bhxh, gateway } = client();
    gateway.script('rules.current', { kind: 'wrong-type', field: 'today' });
    expect(await failure(bhxh.rules.current())).toMatchObject({ name: 'ContractError', fields: ['/today'] });
  });

  it('leaves an error of the kit whatever the answer is', async () => {
    const types = fc.constantFrom('application/json', 'application/problem+json', 'text/html', '', 'nonsense');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 599 }), types, fc.oneof(fc.string(), fc.json()), async (status, type, body) => {
        const bare = [204, 205, 304].includes(status);
        const fetch = () => Promise.resolve(new Response(bare ? null : body, { status, headers: type ? { 'Content-Type': type } : {} }));
        const thrown = await createClient({ baseUrl: BASE, fetch, retries: 0 })
          .health.read()
          .catch((error: unknown) => error);
        if (thrown instanceof Error) expect(thrown).toHaveProperty('code');
        else expect(thrown).toHaveProperty('version');
      }),
    );
  });
});
