import { bigserial, boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';
import { accounts } from './schema.js';

/**
 * What the person of an account agreed to and took back (A9), one row an act: which purpose, in which version and language of its words, when, by which channel and who
 * agreed. Rows are only added; a trigger refuses every change. They go with their account.
 */
export const accountConsents = pgTable(
  'account_consents',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text().notNull(),
    given: boolean().notNull(),
    textVersion: text('text_version').notNull(),
    locale: text().notNull(),
    channel: text().notNull(),
    givenBy: text('given_by').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('account_consents_of').on(table.accountId, table.id)],
);
