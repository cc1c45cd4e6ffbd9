import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';
import { accounts } from './schema.js';

/**
 * One-time codes to e-mail addresses that are to be declared (R14). Of address, code and confirmation only keyed fingerprints and hashes are kept.
 * `id` is known to whoever asked for it alone, so that nobody else can use up its tries.
 */
export const emailCodes = pgTable(
  'email_codes',
  {
    id: uuid().primaryKey(),
    emailMac: text('email_mac').notNull(),
    subject: text().notNull(),
    /** Absent where no code was sent, because the address serves an account: nothing confirms it. */
    codeMac: text('code_mac'),
    sentAt: moment('sent_at').notNull(),
    tries: integer().notNull().default(0),
    confirmedAt: moment('confirmed_at'),
    /** Of the confirmation that a declaration carries, once. */
    confirmationHash: text('confirmation_hash').unique(),
  },
  (table) => [index('email_codes_of').on(table.emailMac, table.sentAt), index('email_codes_age').on(table.sentAt)],
);

/** Challenges that were answered (R9), until they would be over anyway. `by` is the call that did: it may come again. */
export const spentChallenges = pgTable(
  'spent_challenges',
  { id: text().primaryKey(), by: text().notNull(), expiresAt: moment('expires_at').notNull() },
  (table) => [index('spent_challenges_expiry').on(table.expiresAt)],
);

/**
 * One-time codes to the registered contact of an account, for one purpose each. The contact is the one of the moment of sending: of it and of the code only the
 * keyed fingerprint of the code is kept.
 */
export const accountCodes = pgTable(
  'account_codes',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text().notNull(),
    codeMac: text('code_mac').notNull(),
    sentAt: moment('sent_at').notNull(),
    tries: integer().notNull().default(0),
    confirmedAt: moment('confirmed_at'),
    /** From where it was asked and where it went, as a keyed fingerprint: whoever asks from there again is handed this code. */
    askedMac: text('asked_mac'),
    /** The hash of the ticket, or the id of the session, that it was handed to last. */
    handedTo: text('handed_to'),
  },
  (table) => [index('account_codes_of').on(table.accountId, table.purpose, table.sentAt), index('account_codes_age').on(table.sentAt)],
);

/** What a right password gives where it does not sign in yet, by its hash: the next step of that sign-in, once. */
export const signInTickets = pgTable(
  'sign_in_tickets',
  {
    hash: text().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text().notNull(),
    /** Of the device and the page that signed in, for the session that may come of it. */
    deviceHash: text('device_hash'),
    origin: text(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('sign_in_tickets_of').on(table.accountId), index('sign_in_tickets_expiry').on(table.expiresAt)],
);
