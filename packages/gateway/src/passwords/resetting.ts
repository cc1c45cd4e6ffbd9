import type { InputOf, OutputOf, operations } from '@bhxh-kit/contract';
import { type AccountRow, find, findByPerson, isClosed, personMac, profileOf } from '../accounts/accounts-repository.js';
import { codeContact } from '../accounts/code-contact.js';
import { beginTry, endTries } from '../accounts/lockout.js';
import { record } from '../audit/audit.js';
import type { Call } from '../http/mount.js';
import { codeRefused } from '../codes/code-refusals.js';
import { normaliseContact } from '../registration/contact.js';
import { askedWith, type Reached, sendResetCode, spendResetCode, tryResetCode } from './reset-codes.js';
import { chosenPassword, digitsOf, hashOfAnother, type Passwords, setPassword } from './setting-password.js';

type Rows = (typeof operations)['passwords'];

/**
 * Sends a code to the registered contact that was named with the number (A6). Whether there is such an account and whether the contact is its own, the answer is the same and comes
 * of the same work: a code goes out where both fit, and nowhere else.
 */
export async function requestReset({ bhxhNumber, contact }: InputOf<Rows['requestReset']>, needs: Passwords): Promise<OutputOf<Rows['requestReset']>> {
  const { db, clock, secrets } = needs;
  const person = personMac(secrets, digitsOf(bhxhNumber));
  const asking = { personMac: person, askedMac: secrets.mac('code', 'reset asked', person, normaliseContact(contact)) };
  return db.transaction(async (tx) => {
    const reached = reachedBy(await findByPerson(tx, person), contact, needs);
    const sent = await sendResetCode(tx, asking, reached, contact, needs);
    await record(tx, clock, { act: 'password-reset-asked', subject: reached?.accountId ?? 'unknown', actor: 'person' });
    return sent;
  });
}

/** Where the code goes: the contact that was named, being registered; another registered one only where this installation cannot send to it. */
function reachedBy(account: AccountRow | undefined, contact: string, { clock, secrets, settings }: Passwords): Reached | undefined {
  if (!account || account.passwordHash === null || isClosed(account, clock.now())) return undefined;
  const { mobilePhone, email, locale = 'vi' } = profileOf(account, secrets);
  const named = normaliseContact(contact);
  const own = {
    mobilePhone: mobilePhone && normaliseContact(mobilePhone) === named ? mobilePhone : undefined,
    email: email && normaliseContact(email) === named ? email : undefined,
  };
  if (!own.mobilePhone && !own.email) return undefined;
  const to = codeContact(own, settings) ?? codeContact({ mobilePhone, email }, settings);
  return to && { accountId: account.id, locale, ...to };
}

/**
 * Sets another password with the code (A6). Wrong tries count by what the code was asked with, whoever that is, and of a code nobody was sent by the caller; apart from those of signing in:
 * whoever types codes for another's number must not lock them out. Every session is over, the registered contacts are told, and the person may sign in at once, however often they had tried before.
 */
export async function reset(
  { bhxhNumber, codeId, oneTimeCode, newPassword }: InputOf<Rows['reset']>,
  { address }: Pick<Call, 'address'>,
  needs: Passwords,
): Promise<void> {
  const { db, clock, secrets } = needs;
  const digits = digitsOf(bhxhNumber);
  const chosen = chosenPassword(newPassword, digits);
  const person = personMac(secrets, digits);
  const tries = secrets.mac('code', 'reset tries', person, (await askedWith(db, { codeId, personMac: person })) ?? address);
  await beginTry(db, clock, tries);
  const accountId = await tryResetCode(db, { codeId, oneTimeCode, personMac: person }, needs).catch(async (failure: unknown) => {
    await record(db, clock, { act: 'password-reset-refused', subject: 'unknown', actor: 'person' });
    throw failure;
  });
  const account = await find(db, accountId);
  if (!account || isClosed(account, clock.now())) throw codeRefused('one-time-code.expired');
  const passwordHash = await hashOfAnother(chosen, account);
  await db.transaction(async (tx) => {
    await spendResetCode(tx, codeId, clock);
    await setPassword(tx, account, passwordHash, { by: 'reset' }, needs);
  });
  await endTries(db, tries);
  await endTries(db, person);
}
