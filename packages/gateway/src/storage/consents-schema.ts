import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';
import { declarations } from './schema.js';

/**
 * What was agreed to with a declaration: which text in which version and language, when, by whom and by which channel (Luật 91/2025/QH15). Nothing of it says who the
 * person is but the id of the account they were signed in to; it outlives their data with what is left of the declaration, and goes with that.
 */
export const consents = pgTable(
  'consents',
  {
    declarationId: uuid('declaration_id')
      .notNull()
      .references(() => declarations.id, { onDelete: 'cascade' }),
    consent: text().notNull(),
    /** Absent where a page or a program showed words of its own. */
    version: text(),
    locale: text().notNull(),
    channel: text().notNull(),
    givenBy: text('given_by').notNull(),
    /** The account whose session it was given in. */
    accountId: uuid('account_id'),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.declarationId, table.consent] })],
);
