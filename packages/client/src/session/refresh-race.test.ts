import type { SessionTokens, SignInStep } from '@bhxh-kit/contract';
import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../client/create-client.js';
import { createTestGateway, personas, sampleDeclaration, type TestGateway } from '../testing/testing.js';

const credentials = { bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password };

async function signedIn() {
  const gateway = createTestGateway();
  const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
  await bhxh.session.signIn(credentials);
  const refreshes = () => gateway.requests.filter(({ operation }) => operation === 'session.refresh').length;
  return { gateway, bhxh, refreshes };
}

describe('the session', () => {
  it('answers a call without a session at once, without asking the gateway', async () => {
    const gateway = createTestGateway();
    const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
    await expect(bhxh.profile.read()).rejects.toMatchObject({ name: 'UnauthenticatedError', code: 'session.missing' });
    expect(gateway.requests).toHaveLength(0);
  });

  it('refreshes once for twenty calls that were rejected together', async () => {
    const { gateway, bhxh, refreshes } = await signedIn();
    gateway.expireTokens();
    const names = await Promise.all(Array.from({ length: 20 }, async () => (await bhxh.profile.read()).fullName));
    expect(new Set(names)).toEqual(new Set([personas.employee.profile.fullName]));
    expect(refreshes()).toBe(1);
  });

  it('lets a call rejected late take the newer token', async () => {
    const { gateway, bhxh, refreshes } = await signedIn();
    gateway.expireTokens();
    gateway.script('cards.mine', { kind: 'slow', milliseconds: 60 });
    const late = bhxh.cards.mine();
    await bhxh.profile.read();
    expect((await late).items.length).toBeGreaterThan(0);
    expect(refreshes()).toBe(1);
  });

  it('A5 · ended by another device it says so, to the call and to everybody who listens', async () => {
    const { gateway, bhxh } = await signedIn();
    const why: (string | undefined)[] = [];
    bhxh.onSessionChange((_, reason) => why.push(reason?.code));
    const other = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
    const { ticket = '' } = (await other.session.signIn(credentials)) as Partial<SignInStep>;
    expect(other.signedIn).toBe(false);
    const { codeId } = await other.devices.sendTakeOverCode({ ticket });
    await other.devices.takeOver({ ticket, codeId, oneTimeCode: /\d{6}/.exec(gateway.messages.at(-1)!.body)![0] });
    await expect(bhxh.profile.read()).rejects.toMatchObject({ name: 'UnauthenticatedError', code: 'session.taken-over' });
    expect([why, bhxh.signedIn, other.signedIn]).toEqual([['session.taken-over'], false, true]);
    await other.devices.signOutEverywhere();
    expect(other.signedIn).toBe(false);
  });

  it('lets a sign-out during the refresh win', async () => {
    const { gateway, bhxh } = await signedIn();
    gateway.expireTokens();
    gateway.script('session.refresh', { kind: 'slow', milliseconds: 50 });
    const reading = Promise.resolve(bhxh.profile.read()).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 15));
    await bhxh.session.signOut();
    expect(await reading).toMatchObject({ name: 'UnauthenticatedError' });
    expect(bhxh.signedIn).toBe(false);
  });

  it('is over when its refresh is refused, and everybody who listens is told', async () => {
    const { gateway, bhxh } = await signedIn();
    const heard: boolean[] = [];
    bhxh.onSessionChange((signedIn) => heard.push(signedIn));
    gateway.expireTokens();
    gateway.script('session.refresh', { kind: 'refused', status: 401, code: 'session.expired' });
    await expect(bhxh.profile.read()).rejects.toMatchObject({ code: 'session.expired' });
    expect([bhxh.signedIn, heard]).toEqual([false, [false]]);
  });

  it('cools down after a refresh that got lost, and keeps the session', async () => {
    const { gateway, bhxh, refreshes } = await signedIn();
    gateway.expireTokens();
    gateway.script('session.refresh', { kind: 'cut-before' });
    await expect(bhxh.profile.read()).rejects.toMatchObject({ code: 'client.network' });
    await expect(bhxh.cards.mine()).rejects.toMatchObject({ code: 'client.network' });
    expect([refreshes(), bhxh.signedIn]).toEqual([1, true]);
  });

  it('begun anew waits neither for the cool-down of the one before nor for its refresh under way', async () => {
    const gateway = createTestGateway({ oneDevice: false });
    const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
    const signIn = async () => {
      await bhxh.session.signIn(credentials);
      gateway.expireTokens();
    };
    const refreshes = () => gateway.requests.filter(({ operation }) => operation === 'session.refresh').length;
    await signIn();
    gateway.script('session.refresh', { kind: 'cut-before' }, { kind: 'slow', milliseconds: 400 });
    await expect(bhxh.profile.read()).rejects.toMatchObject({ code: 'client.network' });
    await signIn();
    const before = Promise.resolve(bhxh.profile.read()).catch((failure: unknown) => failure);
    await vi.waitFor(() => expect(refreshes()).toBe(2));
    await signIn();
    expect((await bhxh.profile.read()).fullName).toBe(personas.employee.profile.fullName);
    await before;
    expect([refreshes(), bhxh.signedIn, (await bhxh.cards.mine()).items.length > 0]).toEqual([3, true, true]);
  });

  it('asks the host for a newer token once, when the host keeps the session', async () => {
    const gateway = createTestGateway();
    const own = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
    const { accessToken } = (await own.session.signIn(credentials)) as SessionTokens;
    const asked: (string | undefined)[] = [];
    const bhxh = createClient({
      baseUrl: 'https://gateway.test',
      fetch: gateway.fetch,
      getToken: (rejected) => {
        asked.push(rejected);
        return rejected ? accessToken : 'stale';
      },
    });
    expect((await bhxh.profile.read()).fullName).toBe(personas.employee.profile.fullName);
    expect(asked).toEqual([undefined, 'stale']);
  });

  it('ends at the gateway too on sign-out, and a session that was over already is no failure', async () => {
    const { gateway, bhxh } = await signedIn();
    gateway.expireTokens();
    await bhxh.session.signOut();
    expect(bhxh.signedIn).toBe(false);
    expect(gateway.requests.at(-1)?.operation).toBe('session.signOut');
  });
});

describe('R16 · a declaration', () => {
  const sent = (gateway: TestGateway) =>
    gateway.requests.filter(({ operation }) => operation === 'declarations.submit').map(({ headers }) => headers.get('Authorization'));

  it('carries the session of whoever is signed in, and only a declaration does', async () => {
    const { gateway, bhxh } = await signedIn();
    await Promise.resolve(bhxh.declarations.submit(sampleDeclaration)).catch(() => undefined);
    expect(sent(gateway)).toEqual([expect.stringMatching(/^Bearer access-/)]);
    await Promise.resolve(bhxh.declarations.follow({ reference: '00001.GD_2026_001', contact: '0900000001' })).catch(() => undefined);
    expect(gateway.requests.at(-1)?.headers.has('Authorization')).toBe(false);
  });

  it('goes without one where nobody is signed in', async () => {
    const gateway = createTestGateway();
    const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
    await Promise.resolve(bhxh.declarations.submit(sampleDeclaration)).catch(() => undefined);
    expect(sent(gateway)).toEqual([null]);
  });
});
