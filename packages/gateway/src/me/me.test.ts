import { operations } from '@bhxh-kit/contract';
import { HealthCard, ParticipationPeriod, Profile } from '@bhxh-kit/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dump, openTestDatabase, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';

const { profile, cards, participation, session } = operations;
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

  it('a cursor of another’s making is refused', async () => {
    const answer = await gateway.call(participation.list, { cursor: Buffer.from("2020-01/' or 1=1 --").toString('base64url') }, tokens[0]);
    expect([answer.status, answer.body.fieldErrors]).toEqual([400, [{ pointer: '', code: 'cursor' }]]);
  });

  it('nothing of it lies open in the database, or may be kept by a browser', async () => {
    const everything = await dump(database);
    for (const { profile, cards } of PERSONAS)
      for (const value of [profile.fullName, profile.bhxhNumber, profile.mobilePhone, cards[0]?.number]) if (value) expect(everything).not.toContain(value);
    expect((await gateway.call(cards.mine, {}, tokens[0])).headers.get('cache-control')).toBe('no-store');
  });
});
