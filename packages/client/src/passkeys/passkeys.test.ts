import { describe, expect, it } from 'vitest';
import { createClient } from '../client/create-client.js';
import { createTestGateway, personas } from '../testing/testing.js';
import { passkeysOffered } from './passkeys.js';

const { profile, password } = personas.employee;
const opened = (passkeys = true) => {
  const gateway = createTestGateway({ passkeys });
  return { gateway, bhxh: createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 }) };
};
const code = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => 'done',
    (failure: unknown) => (failure as { code: unknown }).code,
  );
/** What a device would answer; the test gateway knows a passkey by its id. */
const credential = (id: string) => ({ id, rawId: id, type: 'public-key' as const, response: {} });

describe('a person’s session', () => {
  it('A7 · is opened by a passkey that was added with a code, ends the other device’s, and not by one that was removed', async () => {
    const { bhxh, gateway } = opened();
    await bhxh.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    const { codeId } = await bhxh.passkeys.sendCode();
    const oneTimeCode = /\d{6}/.exec(gateway.messages.at(-1)!.body)![0];
    expect(await code(bhxh.passkeys.addOptions({ codeId, oneTimeCode: '999999' }))).toBe('code.refused');
    const { challengeToken } = await bhxh.passkeys.addOptions({ codeId, oneTimeCode });
    const added = await bhxh.passkeys.add({ challengeToken, credential: credential('a'), label: 'Điện thoại' });
    expect((await bhxh.passkeys.mine()).items).toEqual([added]);

    const other = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    const byPasskey = async () => {
      const { ceremony } = await other.passkeys.signInOptions();
      return other.passkeys.signIn({ challengeToken: ceremony!.challengeToken, credential: credential('a') });
    };
    await byPasskey();
    expect([other.signedIn, (await other.profile.read()).bhxhNumber, await code(bhxh.profile.read())]).toEqual([
      true,
      profile.bhxhNumber,
      'session.taken-over',
    ]);
    await other.passkeys.remove({ id: added.id });
    expect(await code(byPasskey())).toBe('session.passkey-refused');
  });

  it('A7 · is offered by no gateway that has none, and in no browser that knows none', async () => {
    expect((await opened(false).bhxh.passkeys.signInOptions()).ceremony).toBeUndefined();
    const { bhxh, gateway } = opened();
    expect(await passkeysOffered(bhxh)).toBeUndefined();
    expect(gateway.requests).toEqual([]);
  });
});
