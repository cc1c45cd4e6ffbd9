import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment } from './columns.js';
import { officers } from './officers-schema.js';
import { declarations } from './schema.js';

const declarationId = () =>
  uuid('declaration_id')
    .notNull()
    .references(() => declarations.id, { onDelete: 'cascade' });

/** Keyed fingerprints of a declaration's numbers and contacts, by which duplicates and whole numbers are found (O1). They go when the declaration's data goes (R13). */
export const declarationMarks = pgTable('declaration_marks', { declarationId: declarationId(), kind: text().notNull(), mac: text().notNull() }, (table) => [
  primaryKey({ columns: [table.declarationId, table.kind] }),
  index('declaration_marks_mac').on(table.mac),
]);

/**
 * What officers did to a declaration, in order of `version` (O2–O4). `sealed` holds the words to the person and what an undo puts back.
 * `at` is also when its minute begins; `undoneAt` ends the act, `undoneBy` is always its own officer.
 */
export const reviewActs = pgTable(
  'review_acts',
  {
    id: uuid().primaryKey(),
    declarationId: declarationId(),
    version: integer().notNull(),
    act: text().notNull(),
    fromStatus: text('from_status').notNull(),
    toStatus: text('to_status').notNull(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officers.id),
    agencyCode: text('agency_code').notNull(),
    at: moment('at').notNull(),
    reasons: text().array(),
    sealed: bytea(),
    undoneAt: moment('undone_at'),
  },
  (table) => [
    index('review_acts_of').on(table.declarationId, table.version),
    index('review_acts_restoring').on(table.at).where(sql`${table.act} = 'approve' and ${table.sealed} is not null`),
  ],
);

/** Who has a case open, so that a second officer is told. */
export const reviewLeases = pgTable(
  'review_leases',
  {
    declarationId: declarationId(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officers.id, { onDelete: 'cascade' }),
    since: moment('since').notNull(),
    until: moment('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.declarationId, table.officerId] }), index('review_leases_until').on(table.until)],
);

/** A list approved in one act (O5). `decidedBy` is who approved it in the end, or declined it. */
export const reviewLists = pgTable(
  'review_lists',
  {
    id: uuid().primaryKey(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officers.id),
    agencyCode: text('agency_code').notNull(),
    state: text().notNull(),
    createdAt: moment('created_at').notNull(),
    until: moment('until').notNull(),
    decidedBy: uuid('decided_by').references(() => officers.id),
    decidedAt: moment('decided_at'),
  },
  (table) => [index('review_lists_waiting').on(table.state, table.until)],
);

export const reviewListItems = pgTable(
  'review_list_items',
  {
    listId: uuid('list_id')
      .notNull()
      .references(() => reviewLists.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** As the officer gave it: perhaps nobody's. */
    declarationId: uuid('declaration_id').notNull(),
    version: integer().notNull(),
    outcome: text().notNull(),
    code: text(),
    /** The version the list's act made, for taking it back. */
    madeVersion: integer('made_version'),
  },
  (table) => [primaryKey({ columns: [table.listId, table.position] })],
);

/** Codes that were sent to a person, by what they open: `activation` of an account, `correction` of a declaration. One at a time; the newest replaces the one before. */
export const sentCodes = pgTable(
  'sent_codes',
  {
    purpose: text().notNull(),
    subject: uuid().notNull(),
    mac: text().notNull(),
    tries: integer().notNull().default(0),
    sentAt: moment('sent_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.purpose, table.subject] }), index('sent_codes_expiry').on(table.expiresAt)],
);

export type ReviewActRow = typeof reviewActs.$inferSelect;
export type ReviewListRow = typeof reviewLists.$inferSelect;
export type ReviewListItemRow = typeof reviewListItems.$inferSelect;
