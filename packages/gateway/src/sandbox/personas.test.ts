import { type LinkedChild, operations } from '@bhxh-kit/contract';
import type { HealthCard } from '@bhxh-kit/domain';
import { describe, expect, it } from 'vitest';
import { openTestDatabase, TestClock, testGateway } from '../../test-support/gateway.js';
import { type Persona, PERSONAS, personasOn } from './personas.js';

/** The ends of a year, and a day not every year has. */
const DAYS = ['2026-12-31', '2027-01-01', '2028-02-29', '2035-11-02'];

describe('the personas of the sandbox', () => {
  it.each(DAYS)('C2 · have on %s the cards they are there to show', (day) => {
    const [worker, expired, , child, retired] = personasOn(day) as [Persona, Persona, Persona, Persona, Persona];
    const validOn = ({ cards }: Persona) => cards.filter(({ validFrom, validTo = day }) => validFrom <= day && day <= validTo);
    expect([worker, expired, child, retired].map((persona) => validOn(persona).length)).toEqual([1, 0, 1, 1]);
    expect(expired.cards.map(({ validFrom }) => validFrom > day)).toEqual([true, false]);
    const [card] = validOn(worker) as [HealthCard];
    const shown = (iso = '') => iso.split('-').reverse().join('/');
    expect(card.qrText).toContain(`|${shown(card.validFrom)}|${shown(card.validTo)}|${shown(card.issuedOn)}|`);
  });

  it.each(DAYS)('H1 H2 H3 · have on %s nothing behind them that is still to come, and visits', (day) => {
    for (const { participation, benefits = [], visits = [] } of personasOn(day)) {
      const moments = [participation.map(({ from }) => from), benefits.map(({ from }) => from), visits.map(({ admittedOn }) => admittedOn)].flat();
      expect(moments.filter((moment) => moment > day)).toEqual([]);
    }
    expect(personasOn(day)[0]?.visits?.length).toBeGreaterThan(0);
  });

  it('are the same people on every day', () => {
    const who = (personas: readonly Persona[]) =>
      personas.map(({ id, password, profile }) => [id, password, profile.bhxhNumber, profile.mobilePhone, profile.email]);
    for (const day of DAYS) expect(who(personasOn(day))).toEqual(who(PERSONAS));
  });

  it('C2 · have a valid card in a sandbox that begins on any day', async () => {
    const database = await openTestDatabase();
    const gateway = await testGateway(database, { clock: new TestClock('2028-02-29T03:00:00.000Z') });
    const [{ profile, password }] = PERSONAS as [Persona];
    const { accessToken } = (await gateway.call(operations.session.signIn, { bhxhNumber: profile.bhxhNumber, password, device: 'd'.repeat(43) })).body as {
      accessToken: string;
    };
    const { items } = (await gateway.call(operations.cards.mine, {}, { Authorization: `Bearer ${accessToken}` })).body as { items: HealthCard[] };
    expect(items.map(({ validFrom, validTo }) => [validFrom, validTo])).toContainEqual(['2028-01-01', '2028-12-31']);
    await gateway.close();
    await database.close();
  });

  it.each([
    ['2021', 18],
    ['2025', 15],
  ])('A8, R16 · under rule pack %s the child has its guardian until it is %i', async (pack, age) => {
    const database = await openTestDatabase();
    const gateway = await testGateway(database, { env: { BHXH_RULE_PACK: pack } });
    const [, { profile, password }, , child] = PERSONAS as [Persona, Persona, Persona, Persona];
    const credentials = { bhxhNumber: profile.bhxhNumber, password, device: 'd'.repeat(43) };
    const { accessToken } = (await gateway.call(operations.session.signIn, credentials)).body as { accessToken: string };
    const { items } = (await gateway.call(operations.children.list, {}, { Authorization: `Bearer ${accessToken}` })).body as { items: LinkedChild[] };
    const birthday = `${Number(child.profile.birthDate?.slice(0, 4)) + age}${child.profile.birthDate?.slice(4)}`;
    expect(items.map(({ until }) => until)).toEqual([new Date(`${birthday}T00:00:00+07:00`).toISOString()]);
    await gateway.close();
    await database.close();
  });
});
