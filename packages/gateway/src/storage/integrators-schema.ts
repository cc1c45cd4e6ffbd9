import { sql } from 'drizzle-orm';
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';

/** Keys of hosts' own backends, by their hash: what each may, and until when. A revoked one stays, so that it can be told whose it was. */
export const integratorKeys = pgTable(
  'integrator_keys',
  {
    id: uuid().primaryKey(),
    hash: text().notNull().unique(),
    /** Of the host, not of a person. */
    name: text().notNull(),
    scopes: text().array().notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    /** The hour of its last use. */
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [check('integrator_keys_scopes', sql`cardinality(${table.scopes}) > 0 and ${table.scopes} <@ array['forward', 'vouch']`)],
);
