import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { operations } from '@bhxh-kit/contract';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator } from '../../test-support/authenticator.js';
import { openTestDatabase, rightDeclaration, rowsOf, SECRET, TestClock, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { begunPasskey, withPasskey } from '../../test-support/passkeys.js';
import { newPerson } from '../../test-support/persons.js';
import { findByCredential, usePasskey } from '../passkeys/account-passkeys.js';
import { PERSONAS } from '../sandbox/personas.js';
import { Secrets } from '../secrets/secrets.js';
import { type Database, openDatabase } from './database.js';

const { declarations, session, health, passkeys } = operations;
const server = process.env['DATABASE_URL'];
const migrations = readdirSync(new URL('../../migrations', import.meta.url)).filter((name) => name.endsWith('.sql'));
let database: Database;
let one: TestGateway;
let other: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  const clock = new TestClock();
  [one, other] = await Promise.all([testGateway(database, { clock }), testGateway(database, { clock })]);
});
afterAll(async () => {
  await one.close();
  await other.close();
  await database.close();
});

const move = (gateway: TestGateway, body: object) =>
  gateway.fetch(
    new Request('http://gateway.example/sandbox/clock', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  );

describe('two gateways on one database', () => {
  it('seed the personas once, also when they start together', async () => {
    expect(await rowsOf(database, 'select 1 from accounts')).toHaveLength(PERSONAS.length);
    expect(await rowsOf(database, 'select 1 from health_cards')).toHaveLength(PERSONAS.flatMap(({ cards }) => cards).length);
  });

  it('take one declaration once, whichever is asked', async () => {
    const declaration = await rightDeclaration(one, { agencyCode: '092' });
    const key = { 'Idempotency-Key': 'two-gateways-0001' };
    const answers = await Promise.all([one, other, one, other].map((gateway) => gateway.call(declarations.submit, declaration, key)));
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.reference))).toEqual(new Set(['00001.GD_2026_092']));
    expect((await other.call(declarations.submit, declaration, key)).body.reference).toBe('00001.GD_2026_092');
  });

  it('know one session, and its end', async () => {
    const { profile, password } = PERSONAS[0] as (typeof PERSONAS)[number];
    const { accessToken } = (await one.call(session.signIn, { bhxhNumber: profile.bhxhNumber, password })).body;
    const bearer = { Authorization: `Bearer ${accessToken}` };
    expect((await other.call(session.current, {}, bearer)).status).toBe(200);
    await other.call(session.signOut, {}, bearer);
    expect((await one.call(session.current, {}, bearer)).body.code).toBe('session.expired');
  });

  it('A7 · take what a passkey signed once: whoever reads it in the same moment finds it used', async () => {
    const { device } = await withPasskey(one);
    const read = await findByCredential(database.queries, device.id, new Secrets(SECRET));
    if (!read) throw new Error('no passkey');
    const signed = { counter: read.counter + 1, syncable: false, backedUp: false };
    const used = () => usePasskey(database.queries, read, signed, one.clock);
    expect([await used(), await used()]).toEqual([true, false]);
  });

  it('A7 · add no passkey for a session that the other one ended meanwhile', async () => {
    const person = await newPerson(one);
    const bearer = await person.headers();
    const { body } = await begunPasskey(one, bearer);
    let ends = false;
    const transaction: typeof database.queries.transaction = async (...work) => {
      if (ends) expect((await other.call(session.signOut, {}, bearer)).status).toBe(204);
      ends = false;
      return database.queries.transaction(...work);
    };
    const queries = new Proxy(database.queries, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name)) });
    const slow = await testGateway({ ...database, queries }, { clock: one.clock });
    ends = true;
    const made = { challengeToken: body.challengeToken, credential: new Authenticator().create(body.options), label: 'A' };
    expect([(await slow.call(passkeys.add, made, bearer)).body.code, ends]).toEqual(['session.expired', false]);
    expect((await one.call(passkeys.mine, {}, await person.headers())).body.items).toEqual([]);
  });

  it('R13 · tell one time, and cancel a declaration once when both do what is due', async () => {
    const { body } = await one.call(declarations.submit, await rightDeclaration(one, { email: 'two@example.vn' }));
    expect((await (await move(one, { advanceDays: 10, advanceMinutes: 1 })).json()) as object).toEqual({ now: '2026-12-01T03:01:00.000Z' });
    expect((await other.call(health.read)).body.time).toBe('2026-12-01T03:01:00.000Z');
    await Promise.all([one.jobs.runDue(), other.jobs.runDue()]);
    expect((await other.call(declarations.follow, { reference: body.reference, contact: '0900000001' })).body.status).toBe('cancelled');
    expect(await rowsOf(database, "select 1 from sandbox_messages where recipient = 't•••@example.vn'")).toHaveLength(2);
    expect(await rowsOf(database, `select 1 from audit where act = 'cancelled' and subject = '${body.reference}'`)).toHaveLength(1);
    const outbox = await other.fetch(new Request('http://gateway.example/sandbox/outbox', { headers: { Accept: 'text/html' } }));
    expect([outbox.headers.get('content-type'), outbox.headers.get('content-security-policy')]).toEqual([
      'text/html; charset=utf-8',
      "default-src 'none'; img-src data:; frame-ancestors 'none'",
    ]);
    expect(await outbox.text()).toContain(`Tờ khai ${body.reference} đã bị hủy`);
    await move(other, { reset: true });
    expect((await one.call(health.read)).body.time).toBe('2026-11-21T03:00:00.000Z');
  });

  it('the clock is moved by what it understands only', async () => {
    for (const body of [{ advanceDays: -1 }, { advanceDays: 1, kanari: 1 }, { now: '2099-01-01' }]) expect((await move(one, body)).status).toBe(400);
  });

  it.runIf(server)('two transactions that wait for each other are both done, and nobody is told', async () => {
    await database.queries.execute("insert into reference_counters (year, province, last) values (1999, 'a', 0), (1999, 'b', 0)");
    const counting = (province: string) => sql`update reference_counters set last = last + 1 where year = 1999 and province = ${province}`;
    let begun = 0;
    let meet = (): void => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    const crossing = (first: string, then: string) =>
      database.queries.transaction(async (tx) => {
        await tx.execute(counting(first));
        // Each holds one before it asks for the other's.
        if (++begun === 2) meet();
        await both;
        await tx.execute(counting(then));
      });
    await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
    expect(begun).toBe(3);
    expect(await rowsOf(database, 'select last from reference_counters where year = 1999')).toEqual([{ last: 2 }, { last: 2 }]);
  });

  it.runIf(server)('need no more rights than the README gives the serving role', async () => {
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    const name = `bhxh_test_${randomBytes(6).toString('hex')}`;
    await admin.query(`create database ${name}`);
    await admin.query(`create role ${name} login`);
    const url = new URL(server ?? '');
    url.pathname = `/${name}`;
    await (await openDatabase({ databaseUrl: url.href, dataFolder: '' })).close();
    const owner = new pg.Client({ connectionString: url.href });
    await owner.connect();
    await owner.query(`grant usage on schema public, drizzle to ${name}; grant select on all tables in schema drizzle to ${name};
      grant select, insert, update, delete on all tables in schema public to ${name}; revoke update, delete on audit, audit_seals from ${name}; grant usage on all sequences in schema public to ${name}`);
    await owner.end();
    url.username = name;
    const serving = await openDatabase({ databaseUrl: url.href, dataFolder: '' });
    const gateway = await testGateway(serving);
    const { status, body } = await gateway.call(declarations.submit, await rightDeclaration(gateway));
    expect(status).toBe(201);
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    expect((await gateway.call(declarations.follow, { reference: body.reference, contact: '0900000001' })).body.status).toBe('cancelled');
    await gateway.close();
    await serving.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${name}`);
    await admin.end();
  });

  it.runIf(server)('bring an empty server up to date together', async () => {
    const name = `bhxh_test_${randomBytes(6).toString('hex')}`;
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const url = new URL(server ?? '');
    url.pathname = `/${name}`;
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ databaseUrl: url.href, dataFolder: '' })));
    expect(await rowsOf(opened[0] as Database, 'select 1 from drizzle.__drizzle_migrations')).toHaveLength(migrations.length);
    expect(await rowsOf(opened[0] as Database, 'show statement_timeout')).toEqual([{ statement_timeout: '30s' }]);
    await Promise.all(opened.map((each) => each.close()));
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
});
