import { operations } from '@bhxh-kit/contract';
import { BenefitPayment, costDisagreements, HealthCard, MedicalVisit, ParticipationPeriod, Profile } from '@bhxh-kit/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dump, openTestDatabase, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';

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
    const year = body.years[1];
    const paged: MedicalVisit[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = (await gateway.call(visits.list, { year, limit: 2, ...(cursor && { cursor }) }, retired)).body;
      expect('years' in page).toBe(first);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(body.items.filter((visit: MedicalVisit) => yearOf(visit) === year));
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
      for (const value of [profile.fullName, profile.bhxhNumber, profile.mobilePhone, cards[0]?.number, benefits?.[0]?.regime, visits?.[0]?.diagnosis])
        if (value) expect(everything).not.toContain(value);
    expect((await gateway.call(cards.mine, {}, tokens[0])).headers.get('cache-control')).toBe('no-store');
  });
});
