import { readFileSync } from 'node:fs';
import { costDisagreements } from '@bhxh-kit/domain';
import { describe, expect, it } from 'vitest';
import { createClient } from '../index.js';
import { createTestGateway, generateLife, type Life, personas } from './testing.js';

const signedIn = async (life: Pick<Life, 'profile' | 'password'>, known: readonly Life[] = []) => {
  const gateway = createTestGateway(known.length > 0 ? { personas: known } : {});
  const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
  await bhxh.session.signIn({ bhxhNumber: life.profile.bhxhNumber, password: life.password });
  return bhxh;
};
const collected = async <Row>(rows: AsyncIterable<Row>) => {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

describe('the personas', () => {
  it('A1 · sign in as the README says, and no number of theirs can be anybody’s', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    for (const [name, persona] of Object.entries(personas))
      for (const { profile, password } of [persona, ...(persona.children ?? [])]) {
        expect(profile.bhxhNumber).toMatch(/^9999999\d{3}$/);
        expect(profile.personalId ?? '---999').toMatch(/^...[2-3]99|^---/);
        if (profile === persona.profile) expect(readme).toContain(`| \`${name}\` | \`${profile.bhxhNumber}\` | \`${password}\` |`);
        const bhxh = await signedIn({ profile, password });
        expect((await bhxh.profile.read()).fullName).toBe(profile.fullName);
      }
  });
});

describe('histories of the test gateway', () => {
  it('H1 H2 H3 · a made-up life is read page by page as it is', async () => {
    const life = generateLife(11, { size: { participation: 60, benefits: 60, visits: 60 } });
    const bhxh = await signedIn(life, [life]);
    expect(await collected(bhxh.benefits.list({ limit: 25 }))).toEqual(life.benefits);
    expect(await collected(bhxh.visits.list({ limit: 25 }))).toEqual(life.visits.map(({ lines: _, ...visit }) => visit));
    expect(await collected(bhxh.participation.list({ branch: 'social', limit: 25 }))).toHaveLength(60);
    const { years = [] } = await bhxh.visits.list({ limit: 1 });
    const [latest = 0] = years;
    const ofYear = await collected(bhxh.visits.list({ year: latest }));
    expect(ofYear).toHaveLength(life.visits.filter(({ admittedOn }) => admittedOn.startsWith(String(latest))).length);
    const visit = await bhxh.visits.read({ id: ofYear[0]?.id ?? '' });
    expect(visit).toEqual(life.visits[0]);
  });

  it('H2 H3 · the personas have benefits of each kind between them, and visits that add up', async () => {
    const { employee, pensioner } = personas as unknown as Record<'employee' | 'pensioner', Life>;
    const kinds = [...employee.benefits, ...pensioner.benefits].map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['one-off', 'short-term', 'monthly', 'unemployment']));
    for (const { visits } of [employee, pensioner]) {
      expect(visits.length).toBeGreaterThan(0);
      expect(visits.flatMap(costDisagreements)).toEqual([]);
    }
    const bhxh = await signedIn(employee);
    expect(await collected(bhxh.benefits.list({ kind: 'unemployment' }))).toEqual(employee.benefits.filter(({ kind }) => kind === 'unemployment'));
    await expect(bhxh.visits.read({ id: 'no-such-visit' })).rejects.toMatchObject({ code: 'visit.not-found', status: 404 });
  });
});
