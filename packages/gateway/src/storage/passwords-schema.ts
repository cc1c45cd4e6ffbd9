import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';
import { accounts } from './schema.js';

/**
 * Who asked for another password without the old one (A6). Whether number and contact fit or not, a row like any other is left; where they do not, it has neither account nor
 * code, and nothing opens it. Of number, contact and code only keyed fingerprints are kept.
 */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: uuid().primaryKey(),
    /** Of number and contact together: the pause between two codes is theirs. */
    askedMac: text('asked_mac').notNull(),
    personMac: text('person_mac').notNull(),
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    codeMac: text('code_mac'),
    sentAt: moment('sent_at').notNull(),
    tries: integer().notNull().default(0),
    confirmedAt: moment('confirmed_at'),
  },
  (table) => [
    index('password_resets_asked').on(table.askedMac, table.sentAt),
    index('password_resets_of').on(table.accountId),
    index('password_resets_age').on(table.sentAt),
  ],
);
