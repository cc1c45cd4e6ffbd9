import { operations } from '@bhxh-kit/contract';
import type { TestGateway } from './gateway.js';
import { newPerson, type TestPerson, withCode } from './persons.js';

const { session, devices } = operations;

/** The ticket a person gets on a second device. */
export async function secondDevice({ call }: TestGateway, { bhxhNumber, password }: Pick<TestPerson, 'bhxhNumber' | 'password'>): Promise<string> {
  for (let device = 1; device <= 2; device++) {
    const { ticket } = (await call(session.signIn, { bhxhNumber, password })).body as { ticket?: string };
    if (ticket) return ticket;
  }
  throw new Error('the second device was not asked for a code');
}

/** For every operation about devices a call that is right, made when its turn comes. */
export function rightDeviceCalls(gateway: TestGateway): Record<string, () => Promise<{ input?: Record<string, unknown>; headers?: Record<string, string> }>> {
  const headers = async () => ({ headers: await (await newPerson(gateway)).headers() });
  return {
    'devices.sendTakeOverCode': async () => ({ input: { ticket: await secondDevice(gateway, await newPerson(gateway)) } }),
    'devices.takeOver': async () => {
      const ticket = await secondDevice(gateway, await newPerson(gateway));
      return { input: { ticket, ...(await withCode(gateway, () => gateway.call(devices.sendTakeOverCode, { ticket }))) } };
    },
    'devices.list': headers,
    'devices.signOutEverywhere': headers,
  };
}
