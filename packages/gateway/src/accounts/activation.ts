import { firstPasswordUntil, parseBhxhNumber, parsePassword } from '@bhxh-kit/domain';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import { takeWaiting } from '../guardians/waiting-guardians.js';
import type { Call } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import { normaliseContact } from '../registration/contact.js';
import { activationLink } from '../review/acting.js';
import { decisionMessages } from '../review/decision-notices.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { findByPerson, isClosed, NOBODY, personMac, profileOf, setFirstPassword } from './accounts-repository.js';
import { beginTry, endTries } from './lockout.js';
import { hashPassword } from './passwords.js';
import { drop, isCode, issueAgain, type Opening } from './sent-codes.js';

export interface Activation {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'firstPassword' | 'activationPage'>;
}

const digitsOf = (text: string): string => {
  const number = parseBhxhNumber(text);
  return number.ok ? number.value.digits : text;
};

const openingOf = (subject: string): Opening => ({ purpose: 'activation', subject });

/** Sets the first password of an approved account (O3, A2), and opens the children to it that waited for its person (R16). Unknown number, wrong, used and late code are one answer, counted like wrong passwords. */
export async function activate(
  { bhxhNumber, activationCode, password }: { bhxhNumber: string; activationCode: string; password: string },
  { address }: Pick<Call, 'address'>,
  { db, clock, secrets }: Activation,
): Promise<void> {
  const mac = personMac(secrets, digitsOf(bhxhNumber));
  // Of this caller and apart from sign-ins: whoever types codes for another's number must not lock them out.
  const tries = secrets.mac('code', 'activation tries', mac, address);
  await beginTry(db, clock, tries);
  const account = await findByPerson(db, mac);
  const waiting = account?.passwordHash === null && !isClosed(account, clock.now()) ? account : undefined;
  // Looked for of every number, so that a refusal takes as long for one nobody has.
  const right = await isCode(db, openingOf(waiting?.id ?? NOBODY), activationCode, { clock, secrets });
  if (!waiting || !right) return refuse(account?.id ?? 'unknown', { db, clock });
  await endTries(db, tries);
  const chosen = parsePassword(password, { bhxhNumber: digitsOf(bhxhNumber) });
  if (!chosen.ok) throw new Refusal('password.refused', { fieldErrors: [{ pointer: '/password', code: chosen.code, facts: { ...chosen.facts } }] });
  // The code itself is no password: it stands in a message.
  if (chosen.value === activationCode.normalize('NFC'))
    throw new Refusal('password.refused', { fieldErrors: [{ pointer: '/password', code: 'password.too-simple' }] });
  const passwordHash = await hashPassword(chosen.value);
  const activated = await db.transaction(async (tx) => {
    if (!(await setFirstPassword(tx, waiting.id, passwordHash, clock.now()))) return false;
    await drop(tx, openingOf(waiting.id));
    await record(tx, clock, { act: 'account-activated', subject: waiting.id, actor: waiting.id });
    await takeWaiting(tx, { id: waiting.id, profile: profileOf(waiting, secrets) }, { clock, secrets });
    return true;
  });
  // Somebody was faster, or the approval was taken back.
  if (!activated) await refuse(waiting.id, { db, clock });
}

async function refuse(subject: string, { db, clock }: Pick<Activation, 'db' | 'clock'>): Promise<never> {
  await record(db, clock, { act: 'activation-refused', subject, actor: 'person' });
  throw new Refusal('activation.refused');
}

/** Sends a new code to the registered contact of an account that waits for its activation, or nothing: the answer is the same. */
export async function requestActivation(
  { bhxhNumber, contact }: { bhxhNumber: string; contact: string },
  { db, clock, secrets, settings }: Activation,
): Promise<void> {
  const account = await findByPerson(db, personMac(secrets, digitsOf(bhxhNumber)));
  if (account?.passwordHash !== null || isClosed(account, clock.now())) return;
  const { mobilePhone = '', email, agencyName = '', locale = 'vi' } = profileOf(account, secrets);
  if (![mobilePhone, email ?? ''].map(normaliseContact).includes(normaliseContact(contact)) || mobilePhone === '') return;
  const until = firstPasswordUntil(clock.now().toISOString(), settings.firstPassword);
  await db.transaction(async (tx) => {
    const code = await issueAgain(tx, openingOf(account.id), new Date(until), { clock, secrets });
    if (code === undefined) return;
    const page = settings.activationPage && activationLink(settings.activationPage, code);
    const messages = decisionMessages({ kind: 'new-code', code, until, page }, { reference: '', agencyName }, { mobilePhone, email, locale });
    await inOneStatement(tx, putting(tx, { notice: 'activation', messages }, { clock, secrets }));
    await record(tx, clock, { act: 'activation-requested', subject: account.id, actor: 'person' });
  });
}
