import type { SessionTokens } from '@bhxh-kit/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, isBhxhError } from '../index.js';
import { createTestGateway, type Fault, personas, sampleDeclaration } from '../testing/testing.js';

/** Values no person has, so that finding one anywhere means that it leaked. */
const CANARY = {
  fullName: 'Nguyễn Thị Hoàng Yến Canary',
  bhxhNumber: '9999999955',
  identityNumber: '079399000055',
  mobilePhone: '0900000055',
  email: 'canary-55@example.vn',
  password: 'canary-password-55',
  street: 'Ngõ Canary 55',
};
const values = Object.values(CANARY);

const { password: _, street, ...person } = CANARY;
const address = { scheme: '2025', provinceCode: '01', communeCode: '00004', street } as const;
const declaration = { ...sampleDeclaration, ...person, contactName: CANARY.fullName, address };

const FAULTS: (Fault | undefined)[] = [
  undefined,
  { kind: 'refused', status: 400, code: 'request.malformed' },
  { kind: 'refused', status: 422, code: 'declaration.invalid' },
  { kind: 'refused', status: 500, code: 'server.failed' },
  { kind: 'rate-limited' },
  { kind: 'cut-before' },
  { kind: 'html' },
  { kind: 'truncated-json' },
  { kind: 'wrong-type', field: 'reference' },
];

describe('nothing personal', () => {
  const logged: string[] = [];
  beforeEach(() => {
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...said) => void logged.push(said.map(String).join(' ')));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    expect(logged).toEqual([]);
  });

  it.each(FAULTS)('is in a URL, an error or the console, whatever happens: %j', async (fault) => {
    const gateway = createTestGateway();
    const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    const calls = {
      'declarations.submit': () => bhxh.declarations.submit(declaration),
      'declarations.follow': () => bhxh.declarations.follow({ reference: '00055.GD_2026_001', contact: CANARY.mobilePhone }),
      'declarations.form': () => bhxh.declarations.form({ reference: '00055.GD_2026_001', contact: CANARY.email }),
      'session.signIn': () => bhxh.session.signIn({ bhxhNumber: CANARY.bhxhNumber, password: CANARY.password }),
    };
    for (const [operation, call] of Object.entries(calls)) {
      gateway.script(operation, fault);
      const thrown: unknown = await Promise.resolve(call()).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (thrown !== undefined) {
        expect(isBhxhError(thrown)).toBe(true);
        const shown = [
          JSON.stringify(thrown),
          String(thrown),
          (thrown as Error).stack,
          Object.entries(thrown as object).join(),
          String((thrown as Error).cause),
        ].join('\n');
        for (const value of values) expect(shown, operation).not.toContain(value);
      }
    }
    for (const { url } of gateway.requests) for (const value of values) expect(decodeURIComponent(url)).not.toContain(value);
  });

  it.each<Fault>([{ kind: 'truncated-json' }, { kind: 'wrong-type', field: 'fullName' }])('is in the error of an answer that breaks: %j', async (fault) => {
    const gateway = createTestGateway();
    const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    const { profile, password } = personas.employee;
    await bhxh.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    gateway.script('profile.read', fault);
    const thrown = (await Promise.resolve(bhxh.profile.read()).catch((failure: unknown) => failure)) as Error;
    expect(isBhxhError(thrown)).toBe(true);
    const shown = [JSON.stringify(thrown), String(thrown), thrown.stack, String(thrown.cause)].join('\n');
    for (const value of Object.values(profile)) expect(shown).not.toContain(value);
  });

  it('stays with a token after a failed call: the error cannot reach the request', async () => {
    const gateway = createTestGateway();
    const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    const { bhxhNumber } = personas.employee.profile;
    const { accessToken } = (await bhxh.session.signIn({ bhxhNumber, password: personas.employee.password })) as SessionTokens;
    gateway.script('profile.read', { kind: 'refused', status: 500, code: 'server.failed' });
    const thrown: unknown = await Promise.resolve(bhxh.profile.read()).catch((error: unknown) => error);
    const seen = new Set<unknown>();
    const walk = (value: unknown): void => {
      if (typeof value === 'string') expect(value).not.toContain(accessToken);
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      for (const name of Object.getOwnPropertyNames(value)) walk((value as Record<string, unknown>)[name]);
    };
    walk(thrown);
    expect(seen.size).toBeGreaterThan(0);
  });
});
