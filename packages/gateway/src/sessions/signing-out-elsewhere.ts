import { type AccountRow, profileOf } from '../accounts/accounts-repository.js';
import { putting } from '../outbox/outbox.js';
import type { Settings } from '../settings/settings.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { type Beginning, closeSessions, type Sessions, TAKEN_OVER } from './sessions.js';
import { otherDevice } from './signing-in.js';
import { type TakingOver, takeOverMessages } from './take-over-notices.js';

type Needs = Pick<Sessions, 'clock' | 'secrets'> & { readonly settings: Pick<Settings, 'oneDevice'> };

/**
 * Signs another device out at once (A5), for whoever shows more than a code to the registered contact would: a passkey, VNeID. Its next call is told why, and the registered
 * contacts are told, as the code would have told them (docs/decisions/015). Where no other device is in use nothing ends and nothing is sent. The account must be locked.
 */
export async function signOutElsewhere(tx: Queries, account: AccountRow, from: Beginning, by: TakingOver, needs: Needs): Promise<void> {
  const { clock, secrets, settings } = needs;
  if (!settings.oneDevice || !(await otherDevice(tx, account.id, from, needs))) return;
  await closeSessions(tx, account.id, clock, TAKEN_OVER);
  const messages = takeOverMessages(by, clock.now(), profileOf(account, secrets));
  await inOneStatement(tx, putting(tx, { notice: `${by}-took-over`, messages }, needs));
}
