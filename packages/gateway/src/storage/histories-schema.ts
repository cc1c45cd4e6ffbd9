import { integer, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns.js';
import { accounts } from './schema.js';

/**
 * What every row of a history has in clear: whose it is, and its place among the person's rows, the oldest 1, which says nothing of when or of what kind it was
 * (docs/decisions/016). What it says is in `sealed`.
 */
const row = () => ({
  id: uuid().primaryKey(),
  accountId: uuid('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  ordinal: integer().notNull(),
  sealed: bytea().notNull(),
});

/** Quá trình tham gia (H1). */
export const participationPeriods = pgTable('participation_periods', row(), (table) => [
  uniqueIndex('participation_in_order').on(table.accountId, table.ordinal),
]);

/** Thông tin hưởng (H2). */
export const benefitPayments = pgTable('benefit_payments', row(), (table) => [uniqueIndex('benefits_in_order').on(table.accountId, table.ordinal)]);

/** Sổ khám chữa bệnh (H3). The lines are sealed apart, because a list shows none of them. */
export const medicalVisits = pgTable('medical_visits', { ...row(), sealedLines: bytea('sealed_lines') }, (table) => [
  uniqueIndex('visits_in_order').on(table.accountId, table.ordinal),
]);
