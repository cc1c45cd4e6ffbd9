import { operations } from '@bhxh-kit/contract';
import { describe, expect, it } from 'vitest';
import { createClient } from '../client/create-client.js';
import { LATER } from '../client/later-rows.js';
import { createTestGateway, officers, personas } from '../testing/testing.js';

const { username, password, oneTimeCode, fullName } = officers.provincial;
const credentials = { username, password, oneTimeCode };
const opened = (options = {}) => {
  const gateway = createTestGateway(options);
  return { gateway, bhxh: createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 }) };
};
const code = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => 'done',
    (failure: unknown) => (failure as { code: unknown }).code,
  );
/** What a device would answer; the test gateway knows a passkey by its id. */
const credential = (id: string) => ({ id, rawId: id, type: 'public-key' as const, response: {} });

describe('an officer’s session', () => {
  it('O1 · is kept like a person’s: one sign-in, one refresh for all, one end', async () => {
    const { bhxh, gateway } = opened();
    const told: boolean[] = [];
    bhxh.onSessionChange((signedIn) => told.push(signedIn));
    await bhxh.officers.signIn(credentials);
    gateway.expireTokens();
    const names = await Promise.all([bhxh.officers.me(), bhxh.officers.me(), bhxh.officers.me()]);
    expect(names.map((me) => me.fullName)).toEqual([fullName, fullName, fullName]);
    expect(gateway.requests.filter(({ operation }) => operation === 'session.refresh')).toHaveLength(1);
    await bhxh.session.signOut();
    expect([bhxh.signedIn, told]).toEqual([false, [true, false]]);
    expect(await code(bhxh.officers.me())).toBe('session.missing');
  });

  it('O1 · opens nothing of people, a person’s nothing of officers, and neither is refreshed for it', async () => {
    const { bhxh, gateway } = opened();
    await bhxh.officers.signIn(credentials);
    expect(await code(bhxh.profile.read())).toBe('session.not-allowed');
    await bhxh.session.signIn({ bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password });
    expect(await code(bhxh.officers.me())).toBe('session.not-allowed');
    expect(gateway.requests.map(({ operation }) => operation)).not.toContain('session.refresh');
  });

  it('O1 · is not opened by a given password; changing it opens one and ends the others', async () => {
    const given = { ...officers.provincial, passwordGiven: true };
    const { bhxh, gateway } = opened({ officers: [given] });
    expect(await code(bhxh.officers.signIn(credentials))).toBe('officer.password-given');
    expect([bhxh.signedIn, await code(bhxh.officers.changePassword({ ...credentials, newPassword: 'ngan' }))]).toEqual([false, 'officer.password-refused']);
    await bhxh.officers.changePassword({ ...credentials, newPassword: 'mot-mat-khau-moi' });
    expect((await bhxh.officers.me()).fullName).toBe(fullName);
    const other = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    expect(await code(other.officers.signIn(credentials))).toBe('officer.refused');
    await other.officers.changePassword({ ...credentials, password: 'mot-mat-khau-moi', newPassword: 'lai-mot-mat-khau-khac' });
    expect(await code(bhxh.officers.me())).toBe('session.expired');
  });

  it('O1 · is opened by a passkey that was added with a code, and not by one that was removed', async () => {
    const { bhxh } = opened();
    await bhxh.officers.signIn(credentials);
    expect(await code(bhxh.officers.addPasskeyOptions({ oneTimeCode: '000000' }))).toBe('passkey.refused');
    const { challengeToken } = await bhxh.officers.addPasskeyOptions({ oneTimeCode });
    const added = await bhxh.officers.addPasskey({ challengeToken, credential: credential('a'), label: 'Điện thoại' });
    expect(await code(bhxh.officers.addPasskey({ challengeToken, credential: credential('b'), label: 'B' }))).toBe('passkey.refused');
    await bhxh.session.signOut();
    const byPasskey = async () =>
      bhxh.officers.signInByPasskey({ challengeToken: (await bhxh.officers.passkeyOptions()).challengeToken, credential: credential('a') });
    await byPasskey();
    expect([bhxh.signedIn, (await bhxh.officers.passkeys()).items]).toEqual([true, [added]]);
    await bhxh.officers.removePasskey({ id: added.id });
    expect(await code(byPasskey())).toBe('officer.refused');
  });

  it('names every operation fetched on first use as the contract does', () => {
    for (const [noun, verbs] of Object.entries(LATER)) expect([...verbs].sort()).toEqual(Object.keys(operations[noun as keyof typeof operations]).sort());
  });
});
