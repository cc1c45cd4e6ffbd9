import { describe, expect, it } from 'vitest';
import { createClient } from '../client/create-client.js';
import { personas } from '../testing/personas.js';
import { createTestGateway, type TestGatewayOptions } from '../testing/test-gateway.js';
import { beginVneid, cameFromVneid, finishVneid, type VneidPage } from './vneid.js';

const RETURN = 'https://truong.example.vn/vneid';
const { fullName, birthDate, personalId = '' } = personas.employee.profile;
const EMPLOYEE = { fullName, birthDate: birthDate ?? '', personalId, level: 2 } as const;
const NEW = { fullName: 'Lê Thị Mẫu', birthDate: '1990-05-17', personalId: '079399000012', level: 2 } as const;

/** A tab: where it is, and what it keeps. */
function tab(): VneidPage & { readonly at: () => string; readonly go: (href: string) => void; readonly kept: Map<string, string> } {
  let href = RETURN;
  const kept = new Map<string, string>();
  return {
    kept,
    at: () => href,
    go: (to) => void (href = to),
    location: {
      get href() {
        return href;
      },
      assign: (to: string | URL) => void (href = String(to)),
    },
    history: { replaceState: (_state: unknown, _title: string, to?: string | URL | null) => void (href = String(to)) },
    sessionStorage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
  };
}

function opened(options: TestGatewayOptions = {}) {
  const gateway = createTestGateway({ vneid: [EMPLOYEE, NEW, { ...NEW, personalId: '079299000013', level: 1 }], ...options });
  return { gateway, page: tab(), client: createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 }) };
}

/** Signs in at the test gateway's VNeID, or cancels. */
function signedIn(page: ReturnType<typeof tab>, person: string | undefined): void {
  const away = new URL(page.at());
  const back = new URL(away.searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('state', away.searchParams.get('state') ?? '');
  back.searchParams.set(person ? 'code' : 'error', person ?? 'access_denied');
  page.go(back.href);
}

describe('the way to VNeID and back', () => {
  it('A10 · signs in whoever has an account; the address is clean and nothing is kept before the answer is there', async () => {
    const { client, page } = opened();
    await beginVneid(client, { returnTo: RETURN, page });
    expect(page.at()).toMatch(/^https:\/\/gateway\.test\//);
    expect(cameFromVneid({ page })).toBe(false);
    signedIn(page, EMPLOYEE.personalId);
    expect(cameFromVneid({ page })).toBe(true);
    const finishing = finishVneid(client, { page });
    expect([page.at(), page.kept.size, cameFromVneid({ page })]).toEqual([RETURN, 0, false]);
    expect((await finishing)?.result).toBe('signed-in');
    expect([client.signedIn, (await client.profile.read()).fullName]).toEqual([true, fullName]);
  });

  it('A10 · tells who came without an account, for their declaration; nobody is signed in', async () => {
    const { client, page } = opened();
    await beginVneid(client, { returnTo: RETURN, page });
    signedIn(page, NEW.personalId);
    const result = await finishVneid(client, { page });
    expect([result?.result, result?.person, client.signedIn]).toEqual([
      'no-account',
      { fullName: 'Lê Thị Mẫu', identityNumber: NEW.personalId, birthDate: '1990-05-17' },
      false,
    ]);
    expect(result?.identityVerification).toBeTruthy();
  });

  it('A10 · nobody came back: nothing is asked', async () => {
    const { gateway, client, page } = opened();
    expect(await finishVneid(client, { page })).toBeUndefined();
    expect(gateway.requests).toEqual([]);
  });

  it('A10 · cancelled, level 1, another tab’s answer and no VNeID are each said in words', async () => {
    const { client, page } = opened();
    const failure = async (person: string | undefined, between = () => undefined as unknown) => {
      await beginVneid(client, { returnTo: RETURN, page });
      between();
      signedIn(page, person);
      return finishVneid(client, { page }).catch((error: unknown) => (error as { code: string }).code);
    };
    expect(await failure(undefined)).toBe('vneid.cancelled');
    expect(await failure('079299000013')).toBe('vneid.level');
    expect(await failure(NEW.personalId, () => page.kept.clear())).toBe('vneid.state-refused');
    const none = opened({ vneid: undefined });
    await expect(beginVneid(none.client, { returnTo: RETURN, page: none.page })).rejects.toMatchObject({ code: 'vneid.not-offered' });
  });
});
