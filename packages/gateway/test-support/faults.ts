import { sql } from 'drizzle-orm';
import type { Database, Queries } from '../src/storage/database.js';

/** What can happen to a database in the middle of a transaction. */
export type Fault = 'disk full' | 'read-only' | 'connection lost';

/** Where drizzle sends the statements of a transaction. */
interface Session {
  prepareQuery(...args: unknown[]): { execute(...args: unknown[]): Promise<unknown> };
}

/** The database, whose transactions meet the fault before their statement `at`, from 0 (the commit is one too, on a server); and how many statements the longest had. */
export function failing(database: Database, fault: Fault, at: number): Database & { readonly statements: () => number } {
  let most = 0;
  const transaction: Queries['transaction'] = async (work, config) => {
    let session: Session | undefined;
    const transacted = database.queries.transaction(async (tx) => {
      let statement = 0;
      session = (tx as unknown as { session: Session }).session;
      const prepare = session.prepareQuery.bind(session);
      session.prepareQuery = (...args) => {
        const prepared = prepare(...args);
        const execute = prepared.execute.bind(prepared);
        prepared.execute = async (...values) => {
          most = Math.max(most, statement + 1);
          if (statement++ === at) await happen(fault, tx);
          return execute(...values);
        };
        return prepared;
      };
      return work(tx);
    }, config);
    // The next transaction of its connection meets nothing.
    return transacted.finally(() => Reflect.deleteProperty(session ?? {}, 'prepareQuery'));
  };
  const queries = new Proxy(database.queries, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name)) });
  return { queries, close: () => Promise.resolve(), statements: () => most };
}

/** The first two are answered by PostgreSQL itself; a connection only a server can lose. */
async function happen(fault: Fault, tx: Queries): Promise<void> {
  if (fault === 'read-only') await tx.execute(sql`set transaction read only`);
  else if (fault === 'disk full') await tx.execute(sql.raw("do $$ begin raise exception 'no space left' using errcode = '53100'; end $$"));
  else if (process.env['DATABASE_URL']) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
  else throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
}
