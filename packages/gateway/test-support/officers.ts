import { operations } from '@bhxh-kit/contract';
import { sql } from 'drizzle-orm';
import { codeSecretOf, findByUsername } from '../src/officers/officers-repository.js';
import { codeOf, stepAt } from '../src/officers/one-time-codes.js';
import { addOfficer, type Enrolment } from '../src/officers/enrolment.js';
import { OFFICER_PERSONAS } from '../src/sandbox/officer-personas.js';
import { Secrets } from '../src/secrets/secrets.js';
import { SECRET, type TestGateway } from './gateway.js';

const secrets = new Secrets(SECRET);

/** A code of an officer that is good now, as the phone shows it: of this half minute, or of a neighbouring one. */
export async function codeFor(gateway: TestGateway, username: string, stepsAway = 0): Promise<string> {
  const row = await findByUsername(gateway.database.queries, username);
  if (!row) throw new Error(`there is no officer ${username}`);
  return codeOf(codeSecretOf(row, secrets), stepAt(gateway.clock.now()) + stepsAway);
}

/** Signs a sandbox officer in and answers the header of their calls. Any number of times a minute: the code used last is forgotten before. */
export async function asOfficer(gateway: TestGateway, username: string): Promise<{ Authorization: string }> {
  const persona = OFFICER_PERSONAS.find((each) => each.username === username);
  await gateway.database.queries.execute(sql`update officers set code_step = 0 where username = ${username}`);
  const credentials = { username, password: persona?.password ?? PASSWORD, oneTimeCode: await codeFor(gateway, username) };
  const { status, body } = await gateway.call(operations.officers.signIn, credentials);
  if (status !== 201) throw new Error(`the officer was refused: ${JSON.stringify(body)}`);
  return { Authorization: `Bearer ${body.accessToken}` };
}

export const PASSWORD = 'mot-mat-khau-thu-nghiem';

/** Puts one more officer in, with `PASSWORD`. */
export async function newOfficer(gateway: TestGateway, username: string, agencyCode: string, passwordGiven = false): Promise<void> {
  await addOfficer({ username, fullName: 'Đỗ Thị Thử', agencyCode, password: PASSWORD, passwordGiven }, enrolmentOf(gateway));
}

export const enrolmentOf = (gateway: TestGateway): Enrolment => ({ db: gateway.database.queries, clock: gateway.clock, secrets });
