import type { Database } from '@bhxh-kit/gateway';
import { systemClock } from '../../../packages/gateway/src/clock/clock.js';
import { seed } from '../../../packages/gateway/src/sandbox/seed.js';
import { Secrets } from '../../../packages/gateway/src/secrets/secrets.js';
import { rowsOf, SECRET } from '../../../packages/gateway/test-support/gateway.js';
import { openMemory } from '../../../packages/gateway/test-support/memory.js';

let opened: Promise<Database> | undefined;

/** Keeps the rows of every table in another schema. */
const REMEMBER = `do $$ declare name text; begin
  create schema seeded;
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create table seeded.%1$I as table public.%1$I', name);
  end loop;
end $$`;

/** Puts them back; what only ever grows is emptied all the same, because as a replica nothing asks for the rules of a table. */
const PUT_BACK = `do $$ declare name text; begin
  perform set_config('session_replication_role', 'replica', true);
  execute (select 'truncate ' || string_agg(format('public.%I', tablename), ', ') from pg_tables where schemaname = 'public');
  for name in select tablename from pg_tables where schemaname = 'seeded' loop
    execute format('insert into public.%1$I overriding system value select * from seeded.%1$I', name);
  end loop;
end $$`;

async function open(): Promise<Database> {
  const database = await openMemory();
  await seed(database.queries, { clock: systemClock, secrets: new Secrets(SECRET), settings: { rulePack: undefined } });
  await rowsOf(database, REMEMBER);
  return database;
}

/**
 * The embedded database of the journeys of a process, under the secret of the tests, with the sandbox's people in it and nothing else. It stays open from one journey to the
 * next, and each has it to itself: to put its rows back is a tenth of the work of opening another one.
 */
export async function freshDatabase(): Promise<Database> {
  const database = await (opened ??= open());
  await rowsOf(database, PUT_BACK);
  return { queries: database.queries, close: () => Promise.resolve() };
}
