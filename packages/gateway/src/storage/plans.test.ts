import { operations } from '@bhxh-kit/contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Authenticator } from '../../test-support/authenticator.js';
import { openTestDatabase, rightDeclaration, rowsOf, SECRET, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { addedPasskey } from '../../test-support/passkeys.js';
import { hearStatements, type Statement } from '../../test-support/statements.js';
import { guardianFor } from '../guardians/giving-guardians.js';
import { takeWaiting } from '../guardians/waiting-guardians.js';
import { PERSONAS } from '../sandbox/personas.js';
import { Secrets } from '../secrets/secrets.js';
import { type Database, rawRows } from './database.js';

const { accesses, cards, children, contacts, declarations, participation, passkeys, passwords, benefits, visits, photographs, profile, session } = operations;
let heard: Statement[];
let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  heard = hearStatements();
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await gateway.close();
  await database.close();
});

/** Tables of one row, or of a sandbox only. */
const SMALL = /installation|sandbox_messages|__drizzle_migrations/;

/**
 * The plan of a statement whose values are not known, with every other way made dearer than an index: what then still reads a whole table could not do otherwise.
 * PREPARE knows no types of values that stand for themselves, so that a statement it refuses is told and not passed over.
 */
async function planOf(statement: string): Promise<string> {
  return database.queries.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local plan_cache_mode = force_generic_plan`);
    await tx.execute(sql.raw(`prepare looked_at as ${statement}`));
    const values = new Set(statement.match(/\$\d+/g)).size;
    const rows = await rawRows(tx, sql.raw(`explain execute looked_at${values > 0 ? `(${Array(values).fill('null').join()})` : ''}`));
    await tx.execute(sql.raw('deallocate looked_at'));
    return (rows as { 'QUERY PLAN': string }[]).map((row) => row['QUERY PLAN']).join('\n');
  });
}

/** Header of a guardian's calls about their child. */
async function guardianOf(): Promise<Record<string, string>> {
  const { profile: person, password } = PERSONAS[1] as (typeof PERSONAS)[number];
  const { body: tokens } = await gateway.call(session.signIn, { bhxhNumber: person.bhxhNumber, password });
  const headers = { Authorization: `Bearer ${tokens.accessToken}` };
  const { body } = await gateway.call(children.list, {}, headers);
  return { ...headers, 'Guardian-Link': body.items[0].linkId };
}

describe('what grows', () => {
  it('is read by an index: by every call of people, and by every job', async () => {
    heard.length = 0;
    const { profile: person, password } = PERSONAS[0] as (typeof PERSONAS)[number];
    const { body: tokens } = await gateway.call(session.signIn, { bhxhNumber: person.bhxhNumber, password });
    const bearer = { Authorization: `Bearer ${tokens.accessToken}` };
    for (const row of [session.current, profile.read, cards.mine, passwords.age]) expect((await gateway.call(row, {}, bearer)).status).toBe(200);
    const { body: page } = await gateway.call(participation.list, { limit: 1 }, bearer);
    expect((await gateway.call(participation.list, { limit: 1, cursor: page.nextCursor, branch: 'social' }, bearer)).status).toBe(200);
    for (const row of [children.list, accesses.mine]) expect((await gateway.call(row, {}, bearer)).status).toBe(200);
    const asGuardian = await guardianOf();
    for (const row of [profile.read, cards.mine, participation.list, benefits.list, visits.list, accesses.mine])
      expect((await gateway.call(row, {}, asGuardian)).status).toBe(200);
    const change = await gateway.call(contacts.sendCodes, { kind: 'mobilePhone', contact: '0900000077', locale: 'vi' }, bearer);
    const codes = { registeredCode: '000000', newCode: '000000' };
    expect((await gateway.call(contacts.change, { changeId: change.body.changeId, ...codes }, bearer)).body.code).toBe('code.refused');
    const { body: payments } = await gateway.call(benefits.list, { limit: 1 }, bearer);
    expect((await gateway.call(benefits.list, { limit: 1, cursor: payments.nextCursor, kind: 'short-term' }, bearer)).status).toBe(200);
    const { body: book } = await gateway.call(visits.list, { limit: 1 }, bearer);
    expect((await gateway.call(visits.list, { limit: 1, cursor: book.nextCursor, year: book.years[0] }, bearer)).status).toBe(200);
    expect((await gateway.call(visits.read, { id: book.items[0].id }, bearer)).status).toBe(200);
    expect((await gateway.call(session.refresh, { refreshToken: tokens.refreshToken })).status).toBe(200);
    expect((await gateway.call(session.current, {}, { 'Integrator-Key': 'khong-cua-ai' })).body.code).toBe('integrator.refused');
    const { id, key } = await upload(gateway, 'portrait');
    expect((await gateway.call(photographs.progress, { id }, { 'Photograph-Key': key })).status).toBe(200);
    expect((await gateway.call(photographs.discard, { id }, { 'Photograph-Key': key })).status).toBe(204);
    const { body } = await gateway.call(declarations.submit, await rightDeclaration(gateway), bearer);
    const opened = { reference: body.reference, contact: '0900000001' };
    expect((await gateway.call(passwords.requestChange, { currentPassword: password }, bearer)).status).toBe(201);
    for (const contact of [person.email, 'nobody@example.vn'])
      expect((await gateway.call(passwords.requestReset, { bhxhNumber: person.bhxhNumber, contact })).status).toBe(202);
    for (const row of [declarations.follow, declarations.form]) expect((await gateway.call(row, opened)).status).toBe(200);
    const passkey = await addedPasskey(gateway, bearer, new Authenticator());
    expect((await gateway.call(passkeys.remove, { id: passkey.body.id }, bearer)).status).toBe(204);
    const { challengeToken } = (await gateway.call(passkeys.signInOptions)).body.ceremony;
    const credential = { id: 'ai-khac', type: 'public-key', response: {} };
    expect((await gateway.call(passkeys.signIn, { challengeToken, credential })).body.code).toBe('session.passkey-refused');
    expect((await gateway.call(session.signOut, {}, bearer)).status).toBe(204);
    // What an approval and an activation ask of guardians.
    const needs = { clock: gateway.clock, secrets: new Secrets(SECRET) };
    const [declared] = await rowsOf(database, `select id from declarations where reference = '${body.reference}'`);
    const named = { identityNumber: person.identityNumber ?? '', contactName: person.fullName, mobilePhone: person.mobilePhone ?? '' };
    expect((await guardianFor(database.queries, String(declared?.['id']), named, needs)).state).toBe('links');
    await database.queries.transaction((tx) => takeWaiting(tx, { id: PERSONAS[0]?.id ?? '', profile: person }, needs));
    gateway.clock.advance({ days: 10, minutes: 1 });
    await gateway.jobs.runDue();
    gateway.clock.advance({ days: 181 });
    await gateway.jobs.runDue();

    const asked = [...new Set(heard.map((each) => each.sql))].filter(
      (statement) => /^\s*(with|select|insert|update|delete)/i.test(statement) && !SMALL.test(statement),
    );
    for (const table of ['declarations', 'outbox', 'photographs', 'idempotency', 'sessions', 'rate_counters', 'sign_in_failures'])
      expect(
        asked.some((statement) => statement.startsWith('delete') && statement.includes(`"${table}"`)),
        `a deletion of ${table}`,
      ).toBe(true);
    const whole: string[] = [];
    for (const statement of asked) {
      const plan = await planOf(statement);
      if (plan.includes('Seq Scan')) whole.push(`${statement}\n${plan}`);
    }
    expect(whole).toEqual([]);
    expect(asked.length).toBeGreaterThan(40);
  });
});
