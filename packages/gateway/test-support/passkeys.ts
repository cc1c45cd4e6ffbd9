import { operations, type Passkey } from '@bhxh-kit/contract';
import { Authenticator, type Lie } from './authenticator.js';
import type { Answer, TestGateway } from './gateway.js';
import { newPerson, type TestPerson, withCode } from './persons.js';

const { passkeys } = operations;
type Headers = Record<string, string>;
type Right = { input?: Record<string, unknown>; headers?: Headers };

/** What a device is asked to make a passkey with, by whoever gave the code: one a minute for a person. */
export async function begunPasskey(gateway: TestGateway, headers: Headers): Promise<Answer> {
  const code = await withCode(gateway, () => gateway.call(passkeys.sendCode, {}, headers));
  return gateway.call(passkeys.addOptions, code, headers);
}

/** Adds a passkey of a device. */
export async function addedPasskey(gateway: TestGateway, headers: Headers, device: Authenticator, lie?: Lie): Promise<Answer> {
  const { body } = await begunPasskey(gateway, headers);
  return gateway.call(passkeys.add, { challengeToken: body.challengeToken, credential: device.create(body.options, lie), label: 'Điện thoại mẫu' }, headers);
}

/** A person with a passkey on a device of theirs. */
export async function withPasskey(gateway: TestGateway): Promise<{ person: TestPerson; device: Authenticator; headers: Headers; passkey: Passkey }> {
  const [person, device] = [await newPerson(gateway), new Authenticator()];
  const headers = await person.headers();
  return { person, device, headers, passkey: (await addedPasskey(gateway, headers, device)).body };
}

/** For every operation of people's passkeys a call that is right, made when its turn comes. */
export function rightPasskeyCalls(gateway: TestGateway): Record<string, () => Promise<Right>> {
  const headers = async () => (await newPerson(gateway)).headers();
  return {
    'passkeys.signInOptions': async () => ({}),
    'passkeys.signIn': async () => {
      const { device } = await withPasskey(gateway);
      const { ceremony } = (await gateway.call(passkeys.signInOptions)).body;
      return { input: { challengeToken: ceremony.challengeToken, credential: device.get(ceremony.options) } };
    },
    'passkeys.mine': async () => ({ headers: (await withPasskey(gateway)).headers }),
    'passkeys.sendCode': async () => ({ headers: await headers() }),
    'passkeys.addOptions': async () => {
      const bearer = await headers();
      return { input: { ...(await withCode(gateway, () => gateway.call(passkeys.sendCode, {}, bearer))) }, headers: bearer };
    },
    'passkeys.add': async () => {
      const bearer = await headers();
      const { body } = await begunPasskey(gateway, bearer);
      return { input: { challengeToken: body.challengeToken, credential: new Authenticator().create(body.options), label: 'Máy tính' }, headers: bearer };
    },
    'passkeys.remove': async () => {
      const { passkey, headers: bearer } = await withPasskey(gateway);
      return { input: { id: passkey.id }, headers: bearer };
    },
  };
}
