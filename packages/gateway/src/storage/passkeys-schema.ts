import { bigint, boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment } from './columns.js';
import { officers } from './officers-schema.js';
import { accounts } from './schema.js';

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

/**
 * Passkeys of people (A7). Found by the keyed fingerprint of the credential id; the id itself, the public key, how the device is reached and what the person calls it are
 * sealed. `counter` as above.
 */
export const accountPasskeys = pgTable(
  'account_passkeys',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    credentialMac: text('credential_mac').notNull().unique(),
    counter: bigint({ mode: 'number' }).notNull(),
    syncable: boolean().notNull(),
    backedUp: boolean('backed_up').notNull(),
    sealed: bytea().notNull(),
    createdAt: moment('created_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [index('account_passkeys_of').on(table.accountId)],
);

/** What an authenticator is asked to sign, by the hash of the token that names it. Used once. Of a signing-in nobody is known yet. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    tokenHash: text('token_hash').primaryKey(),
    officerId: uuid('officer_id').references(() => officers.id, { onDelete: 'cascade' }),
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    challenge: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('passkey_challenges_expiry').on(table.expiresAt)],
);

export type OfficerPasskeyRow = typeof officerPasskeys.$inferSelect;
export type AccountPasskeyRow = typeof accountPasskeys.$inferSelect;
