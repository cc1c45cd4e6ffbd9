import type { PGlite } from '@electric-sql/pglite';

/** What only ever grows is emptied all the same, because as a replica nothing asks for the rules of a table. What ANALYZE learned of the rows goes with them. */
const EMPTY = `do $$ begin
  perform set_config('session_replication_role', 'replica', true);
  execute (select 'truncate ' || string_agg(format('public.%I', tablename), ', ') || ' restart identity' from pg_tables where schemaname = 'public');
  delete from pg_statistic;
end $$`;

/** Everything outside PostgreSQL's own schemas that is no row: schemas, relations and their columns, constraints, indexes, triggers and whether they fire, functions, sequences. */
const SCHEMA = `with ours as (select oid, nspname from pg_namespace where nspname !~ '^(pg_|information_schema$)')
select md5(string_agg(line, chr(10) order by line)) as schema from (
  select 'schema ' || nspname from ours
  union all select format('relation %s %s %s %s %s', nspname, relname, relkind, reloptions, relacl) from pg_class join ours on ours.oid = relnamespace where relkind <> 't'
  union all select format('column %s %s %s %s %s %s', attrelid::regclass, attname, atttypid, atttypmod, attnotnull, pg_get_expr(adbin, adrelid))
    from pg_attribute join pg_class on pg_class.oid = attrelid join ours on ours.oid = relnamespace left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped
  union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid)) from pg_constraint join ours on ours.oid = connamespace
  union all select 'index ' || indexdef from pg_indexes where schemaname in (select nspname from ours)
  union all select format('trigger %s %s %s', tgrelid::regclass, tgenabled, pg_get_triggerdef(pg_trigger.oid)) from pg_trigger where not tgisinternal
  union all select 'function ' || pg_get_functiondef(pg_proc.oid) from pg_proc join ours on ours.oid = pronamespace where prokind in ('f', 'p')
  union all select format('sequence %s %s %s', schemaname, sequencename, increment_by) from pg_sequences
) lines (line)`;

/** A text that differs between two schemas. */
export async function schemaOf(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ schema: string }>(SCHEMA);
  return rows[0]?.schema ?? '';
}

/** Takes every row out, once what is under way has ended, and makes the session a new one; answers false where the schema is not what it was, or the database no longer answers. */
export async function emptied(pglite: PGlite, schema: string): Promise<boolean> {
  try {
    await pglite.exec(EMPTY);
    await pglite.exec('discard all');
    return (await schemaOf(pglite)) === schema;
  } catch {
    return false;
  }
}
