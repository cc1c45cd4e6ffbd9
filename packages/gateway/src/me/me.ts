import type { HealthCard, Profile } from '@bhxh-kit/domain';
import { sql } from 'drizzle-orm';
import { type AccountRow, profileOf } from '../accounts/accounts-repository.js';
import type { Clock } from '../clock/clock.js';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { accounts, healthCards } from '../storage/schema.js';
import { together } from '../storage/together.js';

interface Me {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** My profile (A8). */
export async function profile(db: Queries, holder: Holder, { clock, secrets }: Me): Promise<Profile> {
  const account = await accountFor(db, holder, clock);
  return profileOf(account, secrets);
}

/** The account a call is about: the holder's, or the child's its link opens. */
export async function accountFor(db: Queries, holder: Holder, clock: Clock): Promise<AccountRow> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(belongsTo(db, accounts.id, holder, clock));
  if (!account) throw new Refusal(holder.link === undefined ? 'session.expired' : 'guardian.not-found');
  return account;
}

/** My cards (C1), the newest first. */
export function openCards(db: Queries, { clock, secrets }: Me): (holder: Holder) => Promise<HealthCard[]> {
  const statement = db
    .select()
    .from(healthCards)
    .where(sql`${healthCards.accountId} = any(${sql.placeholder('accounts')}::uuid[])`)
    .prepare('cards');
  const find = together(async (accounts: readonly string[]) => {
    const rows = await statement.execute({ accounts: [...new Set(accounts)] });
    return accounts.map((account) => rows.filter(({ accountId }) => accountId === account));
  });
  const ofChild = (holder: Holder) =>
    db
      .select()
      .from(healthCards)
      .where(belongsTo(db, healthCards.accountId, holder, clock));
  return async (holder) => {
    const rows = holder.link === undefined ? await find(holder.accountId) : await ofChild(holder);
    const cards = rows.map(({ id, sealed }) => ({ id, card: secrets.openJson<HealthCard>('account', id, sealed) }));
    return cards.sort((one, other) => (newness(one) < newness(other) ? 1 : -1)).map(({ card }) => card);
  };
}

const newness = ({ id, card }: { readonly id: string; readonly card: HealthCard }): string => `${card.validFrom} ${id}`;
