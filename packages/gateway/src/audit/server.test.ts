import { randomBytes } from 'node:crypto';
import { operations } from '@bhxh-kit/contract';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightDeclaration, rowsOf, SECRET, TestClock, testGateway } from '../../test-support/gateway.js';
import { Secrets } from '../secrets/secrets.js';
import { type Database, openDatabase } from '../storage/database.js';
import { openSealing } from './seals.js';
import { verifyAudit } from './verification.js';

const server = process.env['DATABASE_URL'];
const secrets = new Secrets(SECRET);
const name = `bhxh_test_${randomBytes(6).toString('hex')}`;
let admin: pg.Client;
let url: URL;
/** Opened as the owner, who migrated it, and as the role the README gives the gateway. */
let owners: Database;
let serving: Database;

/** What the README tells the operator to grant. */
const GRANTS = `grant usage on schema public, drizzle to ${name};
  grant select on all tables in schema drizzle to ${name};
  grant select, insert, update, delete on all tables in schema public to ${name};
  revoke update, delete on audit, audit_seals from ${name};
  grant usage on all sequences in schema public to ${name}`;

describe.runIf(server)('on a server', () => {
  beforeAll(async () => {
    admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`create database ${name}`);
    await admin.query(`create role ${name} login`);
    url = new URL(server ?? '');
    url.pathname = `/${name}`;
    owners = await openDatabase({ databaseUrl: url.href, dataFolder: '' });
    await owners.queries.execute(sql.raw(GRANTS));
    url.username = name;
    serving = await openDatabase({ databaseUrl: url.href, dataFolder: '' });
  });
  afterAll(async () => {
    await serving.close();
    await owners.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${name}`);
    await admin.end();
  });

  it('O1 · the role of the gateway writes the trail and its seals, serves, and can neither change nor free them', async () => {
    const gateway = await testGateway(serving);
    expect((await gateway.call(operations.declarations.submit, await rightDeclaration(gateway))).status).toBe(201);
    await gateway.jobs.runDue();
    const { sealed, broken } = await verifyAudit(serving.queries, { clock: gateway.clock, secrets });
    expect([sealed > 0, broken]).toEqual([true, undefined]);
    await gateway.close();
    const refused = [];
    for (const table of ['audit', 'audit_seals'])
      for (const statement of [
        `update ${table} set ${table === 'audit' ? 'act = act' : 'hash = hash'}`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} disable trigger all`,
        `drop trigger ${table}_append_only on ${table}`,
        `drop table ${table}`,
        `select 1 from ${table} for update`,
      ])
        refused.push(await serving.queries.execute(sql.raw(statement)).then(() => statement, codeOf));
    refused.push(await serving.queries.execute(sql.raw('set session_replication_role = replica')).then(() => 'replication', codeOf));
    refused.push(
      await serving.queries
        .execute(sql.raw('create or replace function audit_append_only() returns trigger language plpgsql as $$ begin return new; end $$'))
        .then(() => 'function', codeOf),
    );
    expect(new Set(refused)).toEqual(new Set(['42501']));
  });

  it('O1 · the triggers refuse the owner too', async () => {
    for (const table of ['audit', 'audit_seals'])
      for (const statement of [`update ${table} set ${table === 'audit' ? 'act = act' : 'hash = hash'}`, `delete from ${table}`, `truncate ${table}`])
        await expect(owners.queries.execute(sql.raw(statement)), statement).rejects.toThrow();
  });

  it('O1 · entries that many transactions write at once, in any order of their ends, some given up, are each sealed once by two gateways', async () => {
    const clock = new TestClock('2026-11-22T03:00:00.000Z');
    const sealers = [0, 1].map(() => openSealing({ db: serving.queries, clock, secrets, settledAfter: 50 }));
    let writing = true;
    const sealing = Promise.all(
      sealers.map(async (seal) => {
        while (writing) {
          await seal();
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }),
    );
    const write = async (client: pg.Client, at: number): Promise<boolean> => {
      await client.query('begin');
      await client.query(`insert into audit (at, act, subject, actor) values ('${clock.now().toISOString()}', 'declared', 'at once ${at}', 'person')`);
      await new Promise((resolve) => setTimeout(resolve, (at * 37) % 120));
      await client.query(at % 7 === 0 ? 'rollback' : 'commit');
      return at % 7 !== 0;
    };
    const writers = Array.from({ length: 12 }, async (_, writer) => {
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      let written = 0;
      for (let turn = 0; turn < 25; turn++) written += Number(await write(client, writer * 25 + turn));
      await client.end();
      return written;
    });
    const written = (await Promise.all(writers)).reduce((sum, each) => sum + each, 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    writing = false;
    await sealing;
    const [row] = await rowsOf(
      serving,
      "select count(*)::int as sealed, bool_or(s.audit_id < p.audit_id) as crossed from audit a join audit_seals s on s.audit_id = a.id left join audit_seals p on p.sequence = s.sequence - 1 where a.subject like 'at once%'",
    );
    expect(row).toEqual({ sealed: written, crossed: true });
    expect(await verifyAudit(serving.queries, { clock, secrets })).toMatchObject({ waiting: 0 });
    expect((await verifyAudit(serving.queries, { clock, secrets })).broken).toBeUndefined();
  });
});

/** PostgreSQL's code of a failure, wherever in the chain. */
function codeOf(failure: unknown): unknown {
  const { code, cause } = failure as { code?: string; cause?: unknown };
  return code ?? (cause === undefined ? 'none' : codeOf(cause));
}
