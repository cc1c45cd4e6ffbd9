import type { IdentityResult, InputOf, operations } from '@bhxh-kit/contract';
import { errorsOf, identityVerifiable } from '@bhxh-kit/domain';
import { checkIdentityFacts, tidyIdentity } from '@bhxh-kit/domain/identity/identity-facts.js';
import { record } from '../audit/audit.js';
import { today } from '../clock/clock.js';
import type { Mounting } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { packInForce } from '../rules/rules.js';
import type { Rate } from '../settings/settings-table.js';
import type { IdentityVerifier } from './identity-verifier.js';
import { newVerification } from './verification-token.js';

/**
 * Tries for one number in a day, whoever makes them and wherever from: enough for somebody who mistypes, and too few to find out a birth date. Counted before it is known
 * whether there is such a number, so that the count says nothing either.
 */
const PER_NUMBER: Rate = { calls: 5, seconds: 86_400 };

/** Whether identities are verified here under the rules of the day (R15). */
export const verifierInForce = (
  verifier: IdentityVerifier | undefined,
  { settings, clock }: Pick<Mounting, 'settings' | 'clock'>,
): IdentityVerifier | undefined => (identityVerifiable(packInForce(settings, clock), 'individual') ? verifier : undefined);

/**
 * Asks the population database about whoever is about to declare and agreed to it (R15). No oracle: every call costs a proof of work, a number has few tries a day, and one
 * answer stands for an unknown number, another name and another birth date.
 */
export async function verify(
  asked: InputOf<typeof operations.identities.verify>,
  given: IdentityVerifier | undefined,
  mounting: Mounting,
): Promise<IdentityResult> {
  const { db, clock, secrets, settings, countCall } = mounting;
  const verifier = verifierInForce(given, mounting);
  if (!verifier) throw new Refusal('identity.not-offered');
  const facts = tidyIdentity(asked);
  const faults = errorsOf(checkIdentityFacts(facts, packInForce(settings, clock), today(clock)));
  if (faults.length > 0)
    throw new Refusal('identity.invalid', { fieldErrors: faults.map(({ pointer, code, facts }) => ({ pointer, code, facts: { ...facts } })) });
  const number = secrets.mac('identity', 'number', facts.identityNumber);
  await countCall('identity', PER_NUMBER, number);
  const result = await verifier.verify(facts);
  await record(db, clock, { act: 'identity-asked', subject: number, actor: 'person' });
  return { result, ...(result === 'verified' && newVerification(facts, verifier.name, mounting)) };
}
