import { randomUUID } from 'node:crypto';
import { operations } from '@bhxh-kit/contract';
import type { Profile } from '@bhxh-kit/domain';
import { personMac } from '../src/accounts/accounts-repository.js';
import { hashPassword } from '../src/accounts/passwords.js';
import { Secrets } from '../src/secrets/secrets.js';
import { makeTicket } from '../src/sessions/tickets.js';
import { accounts } from '../src/storage/schema.js';
import { rowsOf, SECRET, type TestGateway } from './gateway.js';

const { session, passwords } = operations;

/** A person with an account of their own, invented. */
export interface TestPerson {
  readonly accountId: string;
  readonly bhxhNumber: string;
  readonly password: string;
  readonly mobilePhone: string;
  readonly email: string;
  /** What a call of theirs carries, signed in anew on their device. */
  headers(): Promise<{ Authorization: string }>;
  /** What signing in gives where the password is too old. */
  overdueTicket(): Promise<string>;
}

export const OLD_PASSWORD = 'con mèo nằm trên mái';
export const NEW_PASSWORD = 'trời hôm nay đẹp';

let hash: Promise<string> | undefined;
let serials = 300;

/** Puts a person in whose account is active. */
export async function newPerson({ database, clock, call }: TestGateway, change: Partial<Profile> = {}): Promise<TestPerson> {
  const secrets = new Secrets(SECRET);
  const accountId = randomUUID();
  const serial = ++serials;
  const bhxhNumber = `9999999${serial}`;
  const [mobilePhone, email] = [`0900000${serial}`, `nguoi.${serial}@example.vn`];
  const profile: Profile = { bhxhNumber, fullName: 'Trần Thử Nghiệm', mobilePhone, email, ...change };
  hash ??= hashPassword(OLD_PASSWORD);
  await database.queries.insert(accounts).values({
    id: accountId,
    personMac: personMac(secrets, bhxhNumber),
    passwordHash: await hash,
    passwordChangedAt: clock.now(),
    sealed: secrets.sealJson('account', accountId, profile),
    createdAt: clock.now(),
  });
  return {
    accountId,
    bhxhNumber,
    password: OLD_PASSWORD,
    mobilePhone,
    email,
    headers: async () => ({ Authorization: `Bearer ${(await call(session.signIn, { bhxhNumber, password: OLD_PASSWORD, device: `thiet-bi-${accountId}` })).body.accessToken}` }),
    overdueTicket: async () => (await makeTicket(database.queries, 'change-password', { accountId, deviceHash: null, origin: null }, clock)).ticket,
  };
}

/** The body of what is asked, and the code that was sent for it by the sandbox. */
export async function withCode(gateway: TestGateway, ask: () => ReturnType<TestGateway['call']>): Promise<{ readonly codeId: string; readonly oneTimeCode: string }> {
  // What was sent before is out of the way: then the only message is the code's.
  await gateway.jobs.runDue();
  await rowsOf(gateway.database, 'delete from sandbox_messages');
  const { body } = await ask();
  await gateway.jobs.runDue();
  const [message] = await rowsOf(gateway.database, 'select body from sandbox_messages');
  return { codeId: body.codeId, oneTimeCode: /\b\d{6}\b/.exec(String(message?.['body']))?.[0] ?? '' };
}

/** For every operation of passwords a call that is right, made when its turn comes. */
export function rightPasswordCalls(gateway: TestGateway): Record<string, () => Promise<{ input?: Record<string, unknown>; headers?: Record<string, string> }>> {
  const signedIn = async () => {
    const person = await newPerson(gateway);
    return { person, headers: await person.headers() };
  };
  return {
    'passwords.age': async () => ({ headers: (await signedIn()).headers }),
    'passwords.requestChange': async () => ({ input: { currentPassword: OLD_PASSWORD }, headers: (await signedIn()).headers }),
    'passwords.change': async () => {
      const { headers } = await signedIn();
      const code = await withCode(gateway, () => gateway.call(passwords.requestChange, { currentPassword: OLD_PASSWORD }, headers));
      return { input: { ...code, newPassword: NEW_PASSWORD }, headers };
    },
    'passwords.requestOverdueChange': async () => ({ input: { ticket: await (await newPerson(gateway)).overdueTicket() } }),
    'passwords.changeOverdue': async () => {
      const ticket = await (await newPerson(gateway)).overdueTicket();
      const code = await withCode(gateway, () => gateway.call(passwords.requestOverdueChange, { ticket }));
      return { input: { ticket, ...code, newPassword: NEW_PASSWORD } };
    },
    'passwords.requestReset': async () => {
      const { bhxhNumber, email } = await newPerson(gateway);
      return { input: { bhxhNumber, contact: email } };
    },
    'passwords.reset': async () => {
      const { bhxhNumber, email } = await newPerson(gateway);
      const code = await withCode(gateway, () => gateway.call(passwords.requestReset, { bhxhNumber, contact: email }));
      return { input: { bhxhNumber, ...code, newPassword: NEW_PASSWORD } };
    },
  };
}
