import { type InputOf, type MyPasskeys, type operations, type Passkey, type PasskeyCeremony, PASSKEYS_MAX, type SentAccountCode } from '@bhxh-kit/contract';
import { sendAccountCode, tryAccountCode } from '../accounts/account-codes.js';
import { type AccountRow, find, lockAccount, profileOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import type { Call, Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import type { Secrets } from '../secrets/secrets.js';
import { browserOfSession } from '../sessions/browsers.js';
import { holdSession } from '../sessions/sessions.js';
import type { Settings } from '../settings/settings.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { deletePasskey, handleOf, insertPasskey, passkeysOf, shown } from './account-passkeys.js';
import { type Answered, askForKey, type Ceremonies, madeKey, refuseTooMany } from './ceremonies.js';
import { type PasskeyNotice, passkeyMessages } from './passkey-notices.js';
import { siteFor } from './site.js';

export interface AccountCeremonies extends Ceremonies {
  readonly secrets: Secrets;
  readonly settings: Ceremonies['settings'] & Pick<Settings, 'smtpHost' | 'smsUrl' | 'noticeWebhook'>;
}

type Page = Pick<Call, 'origin'>;

/** On another page than the site's the device would refuse. */
function refuseOtherPage({ origin }: Page, { settings }: Pick<Ceremonies, 'settings'>): void {
  if (!siteFor(origin, settings)) throw new Refusal('passkey.not-offered');
}

/** The person's passkeys, the oldest first, and the site they belong to where the page can use them. */
export async function myPasskeys({ accountId }: Holder, { origin }: Page, { db, secrets, settings }: AccountCeremonies): Promise<MyPasskeys> {
  const site = siteFor(origin, settings);
  const items = (await passkeysOf(db, accountId, secrets)).map(shown);
  return { ...(site && { site }), maximum: PASSKEYS_MAX, items };
}

/** Sends the code a passkey is added with, to the registered contact: for this browser alone, because a session left open is not enough to stay in for good. */
export async function sendPasskeyCode({ accountId, sessionId }: Holder, page: Page, needs: AccountCeremonies): Promise<SentAccountCode> {
  const { db, secrets } = needs;
  refuseOtherPage(page, needs);
  refuseTooMany(await passkeysOf(db, accountId, secrets));
  const browser = await browserOfSession(db, sessionId);
  const asking = { from: browser, by: sessionId };
  return db.transaction((tx) => sendAccountCode(tx, { accountId, purpose: 'add-passkey', boundTo: browser, asking }, needs));
}

/** Asks a device for a passkey, for whoever gives the code. */
export async function newPasskeyCeremony(
  code: InputOf<typeof operations.passkeys.addOptions>,
  { accountId, sessionId }: Holder,
  page: Page,
  needs: AccountCeremonies,
): Promise<PasskeyCeremony> {
  const { db, secrets } = needs;
  refuseOtherPage(page, needs);
  await tryAccountCode(db, { ...code, accountId, purpose: 'add-passkey', boundTo: await browserOfSession(db, sessionId) }, needs);
  const account = await find(db, accountId);
  if (!account) throw new Refusal('session.expired');
  const { bhxhNumber, fullName } = profileOf(account, secrets);
  // What the device lists the passkey by: enough to tell the members of a family apart, and no whole number where keychains are synchronised.
  const name = `${fullName} (…${bhxhNumber.slice(-4)})`;
  return askForKey({ accountId }, { handle: handleOf(accountId, secrets), name, displayName: name }, await passkeysOf(db, accountId, secrets), needs);
}

/** Adds what the device made, and tells the registered contacts. */
export async function addPasskey(
  { label, ...answered }: Answered & { readonly label: string },
  { accountId, sessionId }: Holder,
  needs: AccountCeremonies,
): Promise<Passkey> {
  const { db, clock, secrets } = needs;
  const made = await madeKey(answered, { accountId }, 'people', needs);
  const added = await db.transaction(async (tx) => {
    const account = await lockAccount(tx, accountId);
    await holdSession(tx, sessionId);
    refuseTooMany(await passkeysOf(tx, accountId, secrets));
    const kept = account && (await insertPasskey(tx, { accountId, label, made }, needs));
    if (!kept) throw new Refusal('passkey.refused');
    await tell(tx, account, 'passkey-added', needs);
    await record(tx, clock, { act: 'passkey-added', subject: accountId, actor: accountId });
    return kept;
  });
  return shown(added);
}

/** Removes one of the person's own passkeys, and tells the registered contacts. */
export async function removePasskey({ id }: { readonly id: string }, { accountId }: Holder, needs: AccountCeremonies): Promise<void> {
  const { db, clock } = needs;
  await db.transaction(async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (!account || !(await deletePasskey(tx, accountId, id))) throw new Refusal('passkey.not-found');
    await tell(tx, account, 'passkey-removed', needs);
    await record(tx, clock, { act: 'passkey-removed', subject: accountId, actor: accountId });
  });
}

/** Puts out a notice to the registered contacts. */
async function tell(tx: Queries, account: AccountRow, notice: PasskeyNotice, { clock, secrets }: Pick<AccountCeremonies, 'clock' | 'secrets'>): Promise<void> {
  const messages = passkeyMessages(notice, clock.now(), profileOf(account, secrets));
  await inOneStatement(tx, putting(tx, { notice, messages }, { clock, secrets }));
}
