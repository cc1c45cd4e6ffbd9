import { bigint, boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment } from './columns.js';

/** Cán bộ BHXH: whoever acts for an agency. The name and the secret of the one-time codes are sealed; `codeStep` is the last code used, so that none works twice. */
export const officers = pgTable('officers', {
  id: uuid().primaryKey(),
  /** Folded to lower case. */
  username: text().notNull().unique(),
  passwordHash: text('password_hash').notNull(),
  /** The password was given, not chosen: nothing opens before it is changed. */
  passwordGiven: boolean('password_given').notNull(),
  sealedCodeSecret: bytea('sealed_code_secret').notNull(),
  codeStep: bigint('code_step', { mode: 'number' }).notNull().default(0),
  agencyCode: text('agency_code').notNull(),
  sealedName: bytea('sealed_name').notNull(),
  createdAt: moment('created_at').notNull(),
  disabledAt: moment('disabled_at'),
});

export type OfficerRow = typeof officers.$inferSelect;
