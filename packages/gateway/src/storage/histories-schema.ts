import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns.js';
import { accounts } from './schema.js';

/** Thông tin hưởng (H2). In clear only what a page is found and ordered by. */
export const benefitPayments = pgTable(
  'benefit_payments',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    /** A day or, where the register knows none, a month. */
    from: text('from_day').notNull(),
    sealed: bytea().notNull(),
  },
  (table) => [index('benefits_of').on(table.accountId, table.from, table.id), index('benefits_of_kind').on(table.accountId, table.kind, table.from, table.id)],
);

/** Sổ khám chữa bệnh (H3). The lines are sealed apart, because a list shows none of them. */
export const medicalVisits = pgTable(
  'medical_visits',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    year: integer().notNull(),
    /** `2025-01-02`, with the hour where it is known: `2025-01-02T08:30`. */
    admitted: text().notNull(),
    sealed: bytea().notNull(),
    sealedLines: bytea('sealed_lines'),
  },
  (table) => [
    index('visits_of').on(table.accountId, table.admitted, table.id),
    index('visits_of_year').on(table.accountId, table.year, table.admitted, table.id),
  ],
);
