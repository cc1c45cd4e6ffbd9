import { bigint, bigserial, index, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';

/** Who did what to which declaration or account, when, and of an officer for which agency. A trigger refuses every change. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    act: text().notNull(),
    subject: text().notNull(),
    actor: text().notNull(),
    agencyCode: text('agency_code'),
  },
  (table) => [index('audit_subject').on(table.subject, table.id)],
);

/** The chain over the audit trail: each seal is a keyed hash over the one before and its entry. A trigger refuses every change. No foreign key: a deleted entry must leave its seal. */
export const auditSeals = pgTable('audit_seals', {
  sequence: bigint({ mode: 'number' }).primaryKey(),
  auditId: bigint('audit_id', { mode: 'number' }).notNull().unique(),
  hash: text().notNull(),
  sealedAt: moment('sealed_at').notNull(),
});
