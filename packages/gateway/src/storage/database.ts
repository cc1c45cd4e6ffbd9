import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { type SQL, sql, type SQLWrapper } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as overPool, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as migratePool } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import type { GatewayLog } from '../system/log.js';
import { takeFolder } from './folder-lock.js';
import { quickBytes } from './quick-bytes.js';
import { retrying } from './retrying.js';
import { inFolder, serverUnusable } from './unusable.js';
import { WritesClient } from './writes-client.js';

/** A database or a transaction of one, whichever PostgreSQL is behind it. Inside a transaction only the transaction is asked: PGlite has one connection. */
export type Queries = PgDatabase<PgQueryResultHKT>;

/** An open database with its schema up to date. */
export interface Database {
  readonly queries: Queries;
  close(): Promise<void>;
}

/** Rows of a statement drizzle has no words for. Both drivers answer `{ rows }`, which their common type does not say. */
export async function rawRows(db: Queries, statement: SQL): Promise<readonly unknown[]> {
  const result: unknown = await db.execute(statement);
  return (result as { rows: unknown[] }).rows;
}

/** Runs several writes as one statement: one way to the database and back, and what the transaction has locked is locked for less long. None may depend on a row another one writes, foreign keys apart. */
export async function inOneStatement(tx: Queries, writes: readonly SQLWrapper[]): Promise<void> {
  const parts = writes.map((write, at) => sql`${sql.identifier(`write_${at}`)} as ${write}`);
  if (parts.length > 0) await tx.execute(sql`with ${sql.join(parts, sql`, `)} select`);
}

const migrations = { migrationsFolder: fileURLToPath(new URL('../../migrations', import.meta.url)) };

/** Two gateways starting at once migrate one after the other. Any number not used elsewhere in the database. */
const MIGRATION_LOCK = 8_271_090_121;

export interface Place {
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
}

/** Opens the server named by a `postgres://` URL, or the embedded PostgreSQL in a folder, and brings the schema up to date. The log is told of broken connections. Rejects with a sentence that names the setting. */
export async function openDatabase({ databaseUrl, dataFolder }: Place, log?: Pick<GatewayLog, 'warned'>): Promise<Database> {
  return databaseUrl ? openServer(databaseUrl, log) : inFolder(dataFolder, () => openFolder(dataFolder));
}

/** Milliseconds a statement may take, so that one that hangs does not keep its connection; `?statement_timeout=` in the URL says otherwise. */
const STATEMENT_TIMEOUT = 30_000;

/** The connections that serve. Kept alive, because what is between (a firewall, a balancer) forgets silent ones. */
export function openPool(connectionString: string, log?: Pick<GatewayLog, 'warned'>): pg.Pool {
  const pool = new pg.Pool({ ...reach(connectionString), max: 10, statement_timeout: STATEMENT_TIMEOUT, Client: WritesClient });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (failure: NodeJS.ErrnoException) => log?.warned('a connection to the database was lost', { code: failure.code ?? 'unknown' }));
  // The pool listens to idle connections only; one that breaks while it carries a transaction fails its statements, and would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const reach = (connectionString: string) => ({ connectionString, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'bhxh-gateway' });

async function openServer(connectionString: string, log?: Pick<GatewayLog, 'warned'>): Promise<Database> {
  const pool = openPool(connectionString, log);
  const queries = givingBack(overPool(pool), pool);
  try {
    if (!(await upToDate(queries))) await migrateServer(connectionString);
  } catch (failure) {
    await pool.end();
    throw serverUnusable(failure);
  }
  return { queries, close: () => pool.end() };
}

/**
 * Transactions that give their connection back whatever fails: drizzle-orm 0.45 keeps one whose `begin` failed, and after ten of those nobody is served. One that lost
 * against another is done again; the embedded PostgreSQL does one after the other, and none loses there.
 */
function givingBack(queries: NodePgDatabase, pool: pg.Pool): Queries {
  // Kept with its connection: what drizzle makes anew for a transaction includes the names of all columns.
  const known = new WeakMap<pg.PoolClient, NodePgDatabase>();
  const over = (client: pg.PoolClient): NodePgDatabase => {
    const own = known.get(client) ?? overPool(client);
    known.set(client, own);
    return own;
  };
  queries.transaction = (work, config) =>
    retrying(async () => {
      const client = await pool.connect();
      try {
        return await over(client).transaction(work, config);
      } finally {
        client.release();
      }
    });
  return queries;
}

/** Over a connection of its own: neither a migration nor the wait for another gateway's is bound to the time of a statement that serves. */
async function migrateServer(connectionString: string): Promise<void> {
  const client = new pg.Client(reach(connectionString));
  // A connection that breaks fails the statement under way; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migratePool(overPool(client), migrations);
  } finally {
    // The lock ends with its session.
    await client.end().catch(() => undefined);
  }
}

/** Asked before migrating, because the serving role need not be allowed to create anything. */
async function upToDate(queries: Queries): Promise<boolean> {
  const newest = readMigrationFiles(migrations).at(-1)?.folderMillis;
  const [journal] = await rawRows(queries, sql`select to_regclass('drizzle.__drizzle_migrations') is not null as kept`);
  if (!(journal as { kept: boolean }).kept) return false;
  const [row] = await rawRows(queries, sql`select max(created_at) as newest from drizzle.__drizzle_migrations`);
  return Number((row as { newest: string | null }).newest) >= (newest ?? 0);
}

async function openFolder(dataFolder: string): Promise<Database> {
  mkdirSync(dataFolder, { recursive: true });
  const leave = takeFolder(dataFolder);
  try {
    const pglite = await PGlite.create({ dataDir: join(dataFolder, 'postgres'), relaxedDurability: false, ...quickBytes });
    const queries = overPglite(pglite);
    await migratePglite(queries, migrations);
    return {
      queries,
      close: async () => {
        await pglite.close();
        leave();
      },
    };
  } catch (failure) {
    leave();
    throw failure;
  }
}
