import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment } from './columns.js';
import { accounts } from './schema.js';

/**
 * Changes of a registered contact that wait for their two codes. The new contact stands in `sealed` and is what is registered in the end: nothing that is sent later redirects it.
 * `newCodeMac` is absent where no code was sent, because the address serves another account: nothing confirms it (R14).
 */
export const contactChanges = pgTable(
  'contact_changes',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    sealed: bytea().notNull(),
    contactMac: text('contact_mac').notNull(),
    registeredCodeId: text('registered_code_id').notNull(),
    newCodeMac: text('new_code_mac'),
    tries: integer().notNull().default(0),
    sentAt: moment('sent_at').notNull(),
  },
  (table) => [
    index('contact_changes_of').on(table.accountId, table.sentAt),
    index('contact_changes_to').on(table.contactMac, table.sentAt),
    index('contact_changes_age').on(table.sentAt),
  ],
);
