import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment } from './columns.js';
import { accounts } from './schema.js';

const accountId = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });

/**
 * Which account sees the data of which child (A8): made when the child's declaration is approved, over when the child is grown up or once it was ended. When that is, its sealed
 * birth date tells, with the age of the rule pack: the day itself would be its birthday in clear.
 */
export const guardianLinks = pgTable(
  'guardian_links',
  {
    id: uuid().primaryKey(),
    guardianId: accountId('guardian_id'),
    childId: accountId('child_id'),
    since: moment('since').notNull(),
    /** The pack the child was declared under. */
    rulePack: text('rule_pack').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [index('guardian_links_of').on(table.guardianId), index('guardian_links_to').on(table.childId)],
);

/**
 * Guardians who have no account yet (R16): the link is made when the account is opened that `guardianMac`, the keyed fingerprint of the declared identity number, finds and the
 * sealed facts prove.
 */
export const waitingGuardians = pgTable(
  'waiting_guardians',
  {
    id: uuid().primaryKey(),
    childId: accountId('child_id'),
    guardianMac: text('guardian_mac').notNull(),
    sealed: bytea().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('waiting_guardians_to').on(table.childId, table.guardianMac),
    index('waiting_guardians_by').on(table.guardianMac),
    index('waiting_guardians_expiry').on(table.expiresAt),
  ],
);
