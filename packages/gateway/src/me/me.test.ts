import { readdir, readFile } from 'node:fs/promises';
import { operations } from '@bhxh-kit/contract';
import { BenefitPayment, costDisagreements, HealthCard, MedicalVisit, ParticipationPeriod, Profile } from '@bhxh-kit/domain';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dump, openTestDatabase, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { withOrdinals } from '../histories/ordinals.js';
import { seek } from '../histories/pages.js';
import { PERSONAS } from '../sandbox/personas.js';
import { type Database, rawRows } from '../storage/database.js';

const { profile, cards, participation, benefits, visits, session } = operations;
let database: Database;
let gateway: TestGateway;
let tokens: { Authorization: string }[];

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
  tokens = [];
  for (const { profile, password } of PERSONAS) {
    const { body } = await gateway.call(session.signIn, { bhxhNumber: profile.bhxhNumber, password });
    tokens.push({ Authorization: `Bearer ${body.accessToken}` });
  }
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

describe('what a person sees of themselves', () => {
  it.each(PERSONAS.map((persona, at) => [persona.profile.fullName, at, persona] as const))(
    'A8 C1 · %s sees their own profile and cards',
    async (_, at, persona) => {
      expect((await gateway.call(profile.read, {}, tokens[at])).body).toEqual(z.parse(Profile, persona.profile));
      const mine = (await gateway.call(cards.mine, {}, tokens[at])).body.items;
      expect(mine).toEqual([...persona.cards].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1)).map((card) => z.parse(HealthCard, card)));
    },
  );

  it('H1 · the history comes newest first, by branch, in pages that join without gap or repeat', async () => {
    const whole = (await gateway.call(participation.list, { limit: 200 }, tokens[0])).body;
    expect(whole).not.toHaveProperty('nextCursor');
    expect(whole.items).toHaveLength(PERSONAS[0]?.participation.length ?? 0);
    const paged = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const { body } = await gateway.call(participation.list, { limit: 3, ...(cursor && { cursor }) }, tokens[0]);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole.items);
    for (const row of whole.items) expect(z.safeParse(ParticipationPeriod, row).success).toBe(true);
    expect(whole.items.map((row: { from: string }) => row.from)).toEqual([...whole.items.map((row: { from: string }) => row.from)].sort().reverse());
    const social = (await gateway.call(participation.list, { branch: 'social' }, tokens[0])).body.items;
    expect(social.map((row: { branch: string }) => row.branch)).toEqual(['social', 'social', 'social']);
    // Rows of other branches lie between: more is read until a page is full.
    const one: unknown[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const { body } = await gateway.call(participation.list, { branch: 'social', limit: 1, ...(cursor && { cursor }) }, tokens[0]);
      one.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(one).toEqual(social);
  });

  it('H2 · benefits come newest first, by kind, in pages that join', async () => {
    const retired = tokens.at(-1);
    const whole = (await gateway.call(benefits.list, { limit: 200 }, retired)).body.items;
    expect(whole).toHaveLength(PERSONAS.at(-1)?.benefits?.length ?? 0);
    const paged: unknown[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const { body } = await gateway.call(benefits.list, { limit: 2, ...(cursor && { cursor }) }, retired);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole);
    for (const row of whole) expect(z.safeParse(BenefitPayment, row).success).toBe(true);
    const pension = (await gateway.call(benefits.list, { kind: 'monthly' }, retired)).body.items;
    expect(pension.length).toBeGreaterThan(0);
    expect(pension).toEqual(whole.filter(({ kind }: BenefitPayment) => kind === 'monthly'));
    const kinds = (await gateway.call(benefits.list, {}, tokens[0])).body.items.map(({ kind }: BenefitPayment) => kind);
    expect(kinds).toEqual(['short-term', 'unemployment', 'one-off', 'short-term']);
  });

  it('H3 · visits come by year without their lines, the first page tells the years, and one visit comes with lines that add up', async () => {
    const retired = tokens.at(-1);
    const { body } = await gateway.call(visits.list, { limit: 200 }, retired);
    expect(body.items).toHaveLength(PERSONAS.at(-1)?.visits?.length ?? 0);
    const yearOf = ({ admittedOn }: MedicalVisit) => Number(admittedOn.slice(0, 4));
    expect(body.years).toEqual([...new Set(body.items.map(yearOf))].sort((a, b) => Number(b) - Number(a)));
    for (const row of body.items) expect([z.safeParse(MedicalVisit, row).success, 'lines' in row]).toEqual([true, false]);
    const moments = body.items.map(({ admittedOn, admittedTime }: MedicalVisit) => `${admittedOn} ${admittedTime}`);
    expect(moments).toEqual([...moments].sort().reverse());
    const inYear = (year: number) => body.items.filter((visit: MedicalVisit) => yearOf(visit) === year);
    // Before the last year, and of several pages.
    const year = body.years.slice(1).find((each: number) => inYear(each).length > 1);
    const paged: MedicalVisit[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = (await gateway.call(visits.list, { year, limit: 1, ...(cursor && { cursor }) }, retired)).body;
      expect('years' in page).toBe(first);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect([paged.length > 1, paged]).toEqual([true, inYear(year)]);
    const { body: whole } = await gateway.call(visits.read, { id: paged[0]?.id }, retired);
    expect(whole).toMatchObject(paged[0] ?? {});
    expect(whole.lines.length).toBeGreaterThan(0);
    expect(costDisagreements(whole)).toEqual([]);
  });

  it('H3 · another’s visit, one that never was and what is no id are one answer', async () => {
    const [others] = (await gateway.call(visits.list, { limit: 1 }, tokens.at(-1))).body.items;
    for (const id of [others.id, '00000000-0000-4000-8000-00000000ffff', 'visit-1']) {
      const { status, body } = await gateway.call(visits.read, { id }, tokens[0]);
      expect([status, body.code]).toEqual([404, 'visit.not-found']);
    }
  });

  it('a cursor of another’s making is refused', async () => {
    const answer = await gateway.call(participation.list, { cursor: Buffer.from("2020-01/' or 1=1 --").toString('base64url') }, tokens[0]);
    expect([answer.status, answer.body.fieldErrors]).toEqual([400, [{ pointer: '', code: 'cursor' }]]);
  });

  it('nothing of it lies open in the database, or may be kept by a browser', async () => {
    const everything = await dump(database);
    for (const { profile, cards, benefits, visits } of PERSONAS)
      for (const value of [
        profile.fullName,
        profile.bhxhNumber,
        profile.mobilePhone,
        cards[0]?.number,
        cards[0]?.facilityName,
        benefits?.[0]?.regime,
        visits?.[0]?.diagnosis,
        visits?.[0]?.facilityName,
      ])
        if (value) expect(everything).not.toContain(value);
    // What a column holds and nothing besides: inside an id or a moment the same digits say nothing.
    const columns = new Set(everything.split(/[\n,()"\\]+/));
    const said = PERSONAS.flatMap(({ profile, cards, participation, benefits = [], visits = [] }) => [
      profile.birthDate,
      ...cards.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
      ...participation.flatMap(({ branch, from, to }) => [branch, from, to]),
      ...benefits.flatMap(({ kind, from, to, paidOn }) => [kind, from, to, paidOn]),
      ...visits.flatMap(({ admittedOn, admittedTime }) => [admittedOn, `${admittedOn}T${admittedTime}`]),
    ]);
    expect(said.filter((value) => value !== undefined && columns.has(value))).toEqual([]);
    expect((await gateway.call(cards.mine, {}, tokens[0])).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the rows of a history', () => {
  it('H1, H2, H3 · of one time are in the order of their ids, however they came', () => {
    const rows = [{ id: 'c' }, { id: 'b' }, { id: 'a' }];
    expect(withOrdinals(rows, ({ id }) => (id === 'b' ? '2020-01' : '2020-02'))).toEqual([
      { id: 'b', ordinal: 1 },
      { id: 'a', ordinal: 2 },
      { id: 'c', ordinal: 3 },
    ]);
  });

  it('H3 · are read in growing steps until a page is full, or none can follow', async () => {
    const all = Array.from({ length: 40 }, (_, at) => ({ id: '', ordinal: 40 - at, sealed: new Uint8Array() }));
    const steps: number[] = [];
    const read = async (before = 41, most = 0) => {
      steps.push(most);
      return all.filter(({ ordinal }) => ordinal < before).slice(0, most);
    };
    const ordinals = async (sought: Omit<Parameters<typeof seek<number>>[3], 'limit'>) =>
      (await seek(read, ({ ordinal }) => ordinal, undefined, { limit: 2, ...sought })).map(({ item }) => item);
    expect([await ordinals({ isOne: (item) => item % 10 === 0 }), steps.splice(0)]).toEqual([
      [40, 30, 20],
      [3, 6, 12],
    ]);
    expect([await ordinals({ isOne: (item) => item === 35, isPast: (item) => item < 35 }), steps.splice(0)]).toEqual([[35], [3, 6]]);
    expect([await ordinals({ isOne: () => false }), steps]).toEqual([[], [3, 6, 12, 24]]);
  });
});

describe('rows that are older than their places', () => {
  const HISTORY = /"(participation_periods|benefit_payments|medical_visits|health_cards)"/;
  const folder = new URL('../../migrations/', import.meta.url);
  const statementsOf = async (names: readonly string[]) =>
    (await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))).flatMap((text) => text.split('--> statement-breakpoint'));

  it('H1, H2, H3 · keep their order, and nothing in clear', async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const at = names.findIndex((name) => name.includes('histories_in_order'));
    const before = (await statementsOf(names.slice(0, at))).filter((statement) => HISTORY.test(statement) && !statement.includes('FOREIGN KEY'));
    const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`;
    const [one, other] = [id(91), id(92)];
    await database.queries.transaction(async (tx) => {
      const run = (statement: string) => tx.execute(sql.raw(statement));
      const placed = (table: string) => rawRows(tx, sql.raw(`select right(id::text, 2) as row, ordinal from ${table} order by account_id, ordinal`));
      await run('create schema before');
      await run('set local search_path to before');
      for (const statement of before) await run(statement);
      await run(`insert into participation_periods (id, account_id, branch, from_month, sealed) values
        ('${id(13)}', '${one}', 'social', '2020-01', ''), ('${id(12)}', '${one}', 'health', '2012-03', ''), ('${id(11)}', '${one}', 'social', '2012-03', ''), ('${id(14)}', '${other}', 'health', '2012-03', '')`);
      await run(
        `insert into benefit_payments (id, account_id, kind, from_day, sealed) values ('${id(21)}', '${one}', 'monthly', '2019-05-02', ''), ('${id(22)}', '${one}', 'one-off', '2019-05', '')`,
      );
      await run(
        `insert into medical_visits (id, account_id, year, admitted, sealed) values ('${id(31)}', '${one}', 2025, '2025-01-02T08:30', ''), ('${id(32)}', '${one}', 2025, '2025-01-02', '')`,
      );
      await run(`insert into health_cards (id, account_id, valid_from, sealed) values ('${id(41)}', '${one}', '2026-01-01', '')`);
      for (const statement of await statementsOf(names.slice(at, at + 1))) await run(statement);
      expect(await placed('participation_periods')).toEqual([
        { row: '11', ordinal: 1 },
        { row: '12', ordinal: 2 },
        { row: '13', ordinal: 3 },
        { row: '14', ordinal: 1 },
      ]);
      for (const [table, rows] of Object.entries({ benefit_payments: ['22', '21'], medical_visits: ['32', '31'] }))
        expect(await placed(table)).toEqual(rows.map((row, place) => ({ row, ordinal: place + 1 })));
      const columns = await rawRows(tx, sql`select distinct column_name from information_schema.columns where table_schema = 'before' order by 1`);
      expect(columns.map((row) => (row as { column_name: string }).column_name)).toEqual(['account_id', 'id', 'ordinal', 'sealed', 'sealed_lines']);
    });
  });
});
