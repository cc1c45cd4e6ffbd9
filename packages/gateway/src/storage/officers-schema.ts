import { bigint, boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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

/** Passkeys of officers (WebAuthn) by their credential id. `counter` only grows, unless the authenticator keeps none and it stays 0. */
export const officerPasskeys = pgTable(
  'officer_passkeys',
  {
    id: text().primaryKey(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officers.id, { onDelete: 'cascade' }),
    publicKey: bytea('public_key').notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    /** Whether it may leave its device, and whether it has: told by the authenticator each time. */
    syncable: boolean().notNull(),
    backedUp: boolean('backed_up').notNull(),
    sealedName: bytea('sealed_name').notNull(),
    createdAt: moment('created_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [index('officer_passkeys_of').on(table.officerId)],
);

/** What an authenticator is asked to sign, by the hash of the token that names it. Used once. Of a signing-in nobody is known yet. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    tokenHash: text('token_hash').primaryKey(),
    officerId: uuid('officer_id').references(() => officers.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('passkey_challenges_expiry').on(table.expiresAt)],
);

export type OfficerRow = typeof officers.$inferSelect;
export type PasskeyRow = typeof officerPasskeys.$inferSelect;
