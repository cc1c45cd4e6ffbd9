import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment } from './columns.js';
import { officers } from './officers-schema.js';

/** One row: which secret this database was made under, so that a wrong one is told at start and not by unreadable data. */
export const installation = pgTable('installation', {
  id: integer().primaryKey(),
  keyId: text('key_id').notNull(),
  clockOffset: bigint('clock_offset', { mode: 'number' }).notNull().default(0),
});

/**
 * Tờ khai. Everything the person wrote is in `sealed`; the deadline empties it and what is left is the tombstone that tells why (R13), until it is deleted too.
 * `phoneMac` and `emailMac` open it to its owner without keeping either (R17). `emptiedAt`: since when it is a tombstone.
 */
export const declarations = pgTable(
  'declarations',
  {
    id: uuid().primaryKey(),
    reference: text().notNull().unique(),
    agencyCode: text('agency_code').notNull(),
    agencyName: text('agency_name').notNull(),
    rulePack: text('rule_pack').notNull(),
    status: text().notNull(),
    reason: text(),
    locale: text().notNull(),
    receivedAt: moment('received_at').notNull(),
    paperDueAt: moment('paper_due_at'),
    phoneMac: text('phone_mac').notNull(),
    emailMac: text('email_mac'),
    sealed: bytea(),
    /** Grows with every act, of officers and of the clock (O1). */
    version: integer().notNull().default(1),
    /** Of a declaration older than these columns they are filled in by a job. */
    purpose: text(),
    subject: text(),
    /** When the next reminder of the paper may be due (R13); absent when none is left. */
    nextReminderAt: moment('next_reminder_at'),
    /** When the notice of receipt was last sent again. */
    resentAt: moment('resent_at'),
    /** Until when a rejected declaration can be corrected (O4). */
    correctableUntil: moment('correctable_until'),
    /** The reference under which it was handed in again, corrected: it is corrected once. */
    correctedAs: text('corrected_as'),
    emptiedAt: moment('emptied_at'),
  },
  (table) => [
    // The queue's order: it never changes for a declaration, so that pages join whatever happens between them.
    index('declarations_open')
      .on(sql`coalesce(${table.paperDueAt}, ${table.receivedAt})`, table.id)
      .where(sql`${table.status} in ('waiting-for-paper', 'in-review')`),
    index('declarations_unmarked').on(table.id).where(sql`${table.purpose} is null and ${table.sealed} is not null`),
    index('declarations_correctable').on(table.correctableUntil).where(sql`${table.sealed} is not null`),
    index('declarations_reminding').on(table.nextReminderAt).where(sql`${table.status} = 'waiting-for-paper' and ${table.nextReminderAt} is not null`),
    index('declarations_due').on(table.paperDueAt).where(sql`${table.status} = 'waiting-for-paper'`),
    index('declarations_emptied').on(table.emptiedAt).where(sql`${table.emptiedAt} is not null`),
    index('declarations_agency').on(table.agencyCode, table.status, table.paperDueAt),
  ],
);

/** What happened to a declaration, in order. */
export const declarationEvents = pgTable(
  'declaration_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    declarationId: uuid('declaration_id')
      .notNull()
      .references(() => declarations.id, { onDelete: 'cascade' }),
    status: text().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('declaration_events_of').on(table.declarationId, table.id)],
);

/** The last serial given in a year and province. Its row is locked until the declaration is in, so that no serial is skipped or given twice. */
export const referenceCounters = pgTable(
  'reference_counters',
  { year: integer().notNull(), province: text().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.year, table.province] })],
);

/** An upload and, once complete, the photograph itself (`sealed`). It belongs to a declaration or expires. */
export const photographs = pgTable(
  'photographs',
  {
    id: text().primaryKey(),
    keyHash: text('key_hash').notNull(),
    kind: text().notNull(),
    size: integer().notNull(),
    sha256: text(),
    received: integer().notNull().default(0),
    complete: boolean().notNull().default(false),
    expiresAt: moment('expires_at').notNull(),
    declarationId: uuid('declaration_id').references(() => declarations.id, { onDelete: 'cascade' }),
    sealed: bytea(),
  },
  (table) => [
    index('photographs_expiry').on(table.expiresAt).where(sql`${table.declarationId} is null`),
    index('photographs_open').on(table.size).where(sql`${table.declarationId} is null`),
    index('photographs_of').on(table.declarationId),
  ],
);

export const photographChunks = pgTable(
  'photograph_chunks',
  {
    photographId: text('photograph_id')
      .notNull()
      .references(() => photographs.id, { onDelete: 'cascade' }),
    offset: integer('byte_offset').notNull(),
    length: integer().notNull(),
    sealed: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.photographId, table.offset] })],
);

/** Answers of writes by their `Idempotency-Key`, written in the transaction of the write itself. */
export const idempotency = pgTable(
  'idempotency',
  { keyHash: text('key_hash').primaryKey(), fingerprint: text().notNull(), answer: bytea().notNull(), expiresAt: moment('expires_at').notNull() },
  (table) => [index('idempotency_expiry').on(table.expiresAt)],
);

/** Messages to send, written in the transaction that causes them. `id` is the message id a carrier sees, the same at every attempt. `givenUpAt`: not tried any more. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    /** In which order they were put out: moments may be the same. */
    ordinal: bigserial({ mode: 'number' }).notNull(),
    declarationId: uuid('declaration_id'),
    channel: text().notNull(),
    notice: text().notNull(),
    sealed: bytea(),
    createdAt: moment('created_at').notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    deliveredAt: moment('delivered_at'),
    givenUpAt: moment('given_up_at'),
    /** After this it is of no use and is deleted. */
    until: moment('until'),
    /** The officer's act it tells of: undone within its minute, it is never sent. */
    actId: uuid('act_id'),
  },
  (table) => [
    index('outbox_waiting').on(table.nextAttemptAt, table.ordinal).where(sql`${table.deliveredAt} is null and ${table.givenUpAt} is null`),
    index('outbox_given_up').on(table.givenUpAt).where(sql`${table.givenUpAt} is not null`),
    index('outbox_of').on(table.declarationId),
    index('outbox_until').on(table.until).where(sql`${table.until} is not null`),
  ],
);

/** What the sandbox "sent", with the recipient masked. */
export const sandboxMessages = pgTable('sandbox_messages', {
  id: uuid().primaryKey(),
  /** In which order they were "sent": moments may be the same. */
  ordinal: bigserial({ mode: 'number' }).notNull(),
  channel: text().notNull(),
  recipient: text().notNull(),
  subject: text(),
  body: text().notNull(),
  at: moment('at').notNull(),
});

/** `personMac` finds the account of a BHXH number; the person's data is in `sealed`. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    personMac: text('person_mac').notNull().unique(),
    /** Absent until the person chooses their first password (O3). */
    passwordHash: text('password_hash'),
    /** Since when it is the password (A3); without it, since the account was made. */
    passwordChangedAt: moment('password_changed_at'),
    /** How many of the reminders of its age went out, or were passed over (A3). */
    passwordReminders: integer('password_reminders').notNull().default(0),
    sealed: bytea().notNull(),
    createdAt: moment('created_at').notNull(),
    /** Set where the rule pack lets an address serve one account only (R14). */
    emailMac: text('email_mac').unique(),
    /** Fingerprint of the personal ID, by which VNeID finds the account (A10), or of another identity paper; empty where there is none, absent until somebody looked. */
    identityMac: text('identity_mac'),
    /** From this moment on nobody signs in (R2, stopping). */
    closesAt: moment('closes_at'),
  },
  (table) => [
    index('accounts_closing').on(table.closesAt).where(sql`${table.closesAt} is not null`),
    index('accounts_identity').on(table.identityMac, table.createdAt),
    index('accounts_unidentified').on(table.id).where(sql`${table.identityMac} is null`),
    index('accounts_reminding')
      .on(table.passwordReminders, sql`coalesce(${table.passwordChangedAt}, ${table.createdAt})`)
      .where(sql`${table.passwordHash} is not null`),
  ],
);

/** Failed sign-ins of a BHXH number or an officer's user name, known here or not: an unknown one locks the same way. Of a caller's address too (A1). */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    personMac: text('person_mac').primaryKey(),
    failures: integer().notNull(),
    lockedUntil: moment('locked_until'),
    lastAt: moment('last_at').notNull(),
  },
  (table) => [index('sign_in_failures_age').on(table.lastAt)],
);

/** Sessions, of a person's account or of an officer. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    officerId: uuid('officer_id').references(() => officers.id, { onDelete: 'cascade' }),
    signedInAt: moment('signed_in_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
    /** Why, where its holder is told (A5). */
    endedBy: text('ended_by'),
    /** Of the random name the device gave itself: the same device signs in again without a code (A5). */
    deviceHash: text('device_hash'),
    /** The page that signed in: its tokens are refused to every other. */
    origin: text(),
  },
  (table) => [
    index('sessions_expiry').on(table.expiresAt),
    index('sessions_of').on(table.accountId),
    index('sessions_of_officer').on(table.officerId),
    check('sessions_of_one', sql`num_nonnulls(${table.accountId}, ${table.officerId}) = 1`),
  ],
);

/** Access and refresh tokens by their hash. A refresh token is used once; used twice, the session ends. */
export const sessionTokens = pgTable(
  'session_tokens',
  {
    hash: text().primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('session_tokens_of').on(table.sessionId), check('session_tokens_kind', sql`${table.kind} in ('access', 'refresh')`)],
);

/** Thẻ BHYT (C1). The few a person has are put in order after they were opened. */
export const healthCards = pgTable(
  'health_cards',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    sealed: bytea().notNull(),
  },
  (table) => [index('health_cards_by').on(table.accountId)],
);

/** Calls counted per bucket, caller (hashed) and window. Unlogged: a crash forgets counts, and counting costs no disk flush. */
export const rateCounters = pgTable(
  'rate_counters',
  { bucket: text().notNull(), caller: text().notNull(), windowStart: moment('window_start').notNull(), count: integer().notNull() },
  (table) => [primaryKey({ columns: [table.bucket, table.caller, table.windowStart] }), index('rate_counters_age').on(table.windowStart)],
);

export type DeclarationRow = typeof declarations.$inferSelect;
export type PhotographRow = typeof photographs.$inferSelect;
