import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { BenefitPayment } from '../benefits/benefit-payment.js';
import { Profile } from '../accounts/profile.js';
import { benefitOf } from '../cards/benefits.js';
import { cardOn } from '../cards/card-on.js';
import { HealthCard } from '../cards/health-card.js';
import { addDays, ageOn, isRealDate, monthIndex, monthOfIndex } from '../dates/calendar.js';
import { ParticipationPeriod } from '../participation/participation-period.js';
import { participationTotal } from '../participation/participation-total.js';
import { MedicalVisit } from '../visits/visit.js';
import { costDisagreements } from '../visits/visit-costs.js';
import { baseSalary } from './base-salary.js';
import { generateLife, type Life } from './life.js';
import type { LifeRecord } from './life-record.js';

const TODAY = '2026-01-05';
const seeds = fc.integer({ min: 0, max: 100_000 });
const ofLives = (look: (life: Life) => void, runs = 12) =>
  fc.assert(
    fc.property(seeds, (seed) => look(generateLife(seed))),
    { numRuns: runs },
  );
const recordsOf = (life: Life): readonly LifeRecord[] => [life, ...life.children];
const monthsOf = ({ from, to = TODAY }: { from: string; to?: string | undefined }) =>
  Array.from({ length: monthIndex(to) - monthIndex(from) + 1 }, (_, at) => monthIndex(from) + at);
const worked = ({ participation }: LifeRecord) => new Set(participation.filter(({ branch }) => branch === 'social').flatMap(monthsOf));

describe('synthetic lives', () => {
  it('come again from the same seed, and differ between seeds', () => {
    expect(generateLife(7)).toEqual(generateLife(7));
    expect(generateLife(7)).not.toEqual(generateLife(8));
    expect(generateLife(7, { size: { visits: 50 } }).participation).toEqual(generateLife(7, { age: 57, size: { benefits: 3 } }).participation);
  });

  it('have the shapes of the registers, and numbers that belong to nobody', () =>
    ofLives((life) => {
      for (const { profile, cards, participation, benefits, visits } of recordsOf(life)) {
        for (const [shape, rows] of [
          [Profile, [profile]],
          [HealthCard, cards],
          [ParticipationPeriod, participation],
          [BenefitPayment, benefits],
          [MedicalVisit, visits],
        ] as const)
          expect(rows.filter((row) => !z.safeParse(shape as z.ZodMiniType, row).success)).toEqual([]);
        expect(profile.bhxhNumber).toMatch(/^9999999\d{3}$/);
        expect(profile.personalId).toMatch(/^079[23]99000\d{3}$/);
        expect(profile.mobilePhone).toMatch(/^090000000\d$/);
        for (const { number } of cards) expect(number.endsWith(profile.bhxhNumber)).toBe(true);
        for (const rows of [participation, benefits, visits]) expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }
    }));

  it('are what they are asked to be, and say which option they cannot be', () => {
    const life = generateLife(3, { age: 38, sex: 'female', children: 2 });
    expect([ageOn(life.profile.birthDate ?? '', TODAY).least, life.children.length]).toEqual([38, 2]);
    for (const wrong of [{ age: 17 }, { children: 1.5 }, { size: { visits: -1 } }, { today: '2026-02-30' }, { age: 20, size: { visits: 1 } }])
      expect(() => generateLife(3, wrong)).toThrow(/generateLife: .+ is an? /);
  });

  it('H1 · months are in order and after the eighteenth birthday, branches began when they did, and a salary never falls within a job', () =>
    ofLives((life) => {
      const born = life.profile.birthDate ?? '';
      for (const branch of ['social', 'unemployment', 'accident', 'health'] as const) {
        const rows = life.participation.filter((row) => row.branch === branch);
        const total = participationTotal(rows, { until: TODAY });
        expect(total.unsound).toEqual([]);
        expect(total.months).toBe(new Set(rows.flatMap(monthsOf)).size);
        const since = { social: '1995-01', unemployment: '2009-01', accident: '2016-07', health: '1995-01' }[branch];
        for (const { from, to } of rows) {
          const inOrder = from >= since && monthIndex(from) >= monthIndex(born) + 216 && from <= (to ?? TODAY) && (to ?? '') < TODAY.slice(0, 7);
          if (!inOrder) expect.fail(`${branch} ${from} – ${to}`);
        }
        const later = new Map<string, number>();
        for (const { employer, workplace, salary = 0 } of rows) {
          if (salary > (later.get(`${employer} ${workplace}`) ?? Number.POSITIVE_INFINITY)) expect.fail(`${employer} paid more before`);
          later.set(`${employer} ${workplace}`, salary);
        }
      }
    }));

  it('H2 · every benefit has its reason: a job, a job that ended, a birth, or years enough for a pension', () =>
    ofLives((life) => {
      const months = worked(life);
      const births = life.children.map(({ profile }) => profile.birthDate);
      for (const { kind, regime, from, to, amount, per, employer, days, paidOn } of life.benefits) {
        expect(amount).toBeGreaterThan(0);
        expect(from <= (to ?? from) && from <= TODAY && (paidOn ?? from) <= TODAY).toBe(true);
        const month = monthIndex(from);
        if (kind === 'short-term') {
          expect(months.has(month)).toBe(true);
          expect(life.participation.some((row) => row.employer === employer)).toBe(true);
          expect(days).toBeGreaterThan(0);
          if (/Sinh con|vợ sinh/.test(regime)) expect(births).toContain(from);
        }
        if (kind === 'unemployment') {
          expect(per).toBe('month');
          for (const idle of monthsOf({ from, to })) expect(months.has(idle)).toBe(false);
          expect(Array.from({ length: 24 }, (_, back) => month - 1 - back).filter((paid) => months.has(paid)).length).toBeGreaterThanOrEqual(12);
          expect(monthsOf({ from, to }).length).toBeLessThanOrEqual(12);
          expect(amount).toBeLessThanOrEqual(5 * baseSalary(month));
        }
        if (kind === 'monthly') {
          expect(months.size).toBeGreaterThanOrEqual(240);
          expect(Math.max(...months)).toBeLessThan(month);
        }
        if (regime === 'BHXH một lần') expect(month - Math.max(...months)).toBeGreaterThan(12);
      }
      expect(life.benefits.filter(({ kind, to }) => kind === 'monthly' && to === undefined).length).toBeLessThanOrEqual(1);
    }));

  it('C1 · one card at most begins on a day, none overlaps another, and whoever works has one', () =>
    ofLives((life) => {
      for (const { cards, profile, visits } of recordsOf(life)) {
        const inOrder = [...cards].reverse();
        for (const [at, card] of inOrder.entries()) {
          expect(isRealDate(card.validFrom) && card.validFrom <= (card.validTo ?? '') && card.validFrom >= (profile.birthDate ?? '')).toBe(true);
          expect(card.validFrom > (inOrder[at - 1]?.validTo ?? '')).toBe(true);
          expect(cardOn(cards, card.validFrom)).toMatchObject({ state: 'valid', card });
        }
        expect(visits.filter(({ admittedOn }) => cardOn(cards, admittedOn).state !== 'valid')).toEqual([]);
      }
      const lately = [...worked(life)].filter((month) => month > monthIndex('2016-02'));
      expect(lately.filter((month) => cardOn(life.cards, `${monthOfIndex(month)}-15`).state !== 'valid')).toEqual([]);
    }));

  it('H3 · costs add up, the insurance pays what the card of the day gives, and nobody is in two places', () =>
    ofLives((life) => {
      for (const { cards, visits } of recordsOf(life)) {
        let after = '9999';
        for (const visit of visits) {
          const { admittedOn, dischargedOn = TODAY, route, lines = [], paidByInsurance } = visit;
          expect(costDisagreements(visit)).toEqual([]);
          expect(admittedOn <= dischargedOn && dischargedOn <= TODAY && dischargedOn <= after).toBe(true);
          after = admittedOn;
          const state = cardOn(cards, admittedOn);
          const { percent, fullForSmall } = benefitOf((state.state === 'valid' && state.card.benefitLevel) || '4');
          const within = lines.filter(({ service }) => !/yêu cầu|Thực phẩm/.test(service)).reduce((sum, { totalCost }) => sum + totalCost, 0);
          const whole = fullForSmall && (/trạm y tế/i.test(visit.facilityName) || within < 0.15 * baseSalary(monthIndex(admittedOn)));
          const wanted = route === 'wrong-route' ? [0, percent * 0.4] : [whole ? 100 : percent];
          expect(wanted.some((share) => Math.abs(paidByInsurance - (within * share) / 100) <= lines.length)).toBe(true);
        }
      }
    }));

  it('fill as many rows as a page is to be tried with', () => {
    const rows = 2000;
    const { participation, benefits, visits, cards } = generateLife(1, { size: { participation: rows, benefits: rows, visits: rows } });
    const social = participation.filter(({ branch }) => branch === 'social');
    expect([social.length, benefits.length, visits.length]).toEqual([rows, rows, rows]);
    expect(participationTotal(social, { until: TODAY }).unsound).toEqual([]);
    expect(visits.flatMap(costDisagreements)).toEqual([]);
    expect(visits.every(({ admittedOn }) => cardOn(cards, admittedOn).state === 'valid' && admittedOn < TODAY)).toBe(true);
    expect(benefits.every(({ from, to = from }) => from <= to)).toBe(true);
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 30, max: 70 }), (seed, rows, age) => {
        const life = generateLife(seed, { age, size: { participation: rows, benefits: rows, visits: rows } });
        expect([life.participation.filter(({ branch }) => branch === 'social').length, life.benefits.length, life.visits.length]).toEqual([rows, rows, rows]);
        expect(life.participation.filter(({ from, to = TODAY }) => from > to)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('show most of what there is to show among few seeds', () => {
    const lives = Array.from({ length: 30 }, (_, seed) => generateLife(seed));
    expect(new Set(lives.flatMap(({ benefits }) => benefits.map(({ kind }) => kind)))).toEqual(new Set(['one-off', 'short-term', 'monthly', 'unemployment']));
    expect(new Set(lives.flatMap((life) => recordsOf(life).flatMap(({ cards }) => cards.map(({ objectCode }) => objectCode))))).toEqual(
      new Set(['DN', 'HC', 'TN', 'GD', 'HT', 'TE', 'HS']),
    );
    const totals = lives.map(({ participation }) =>
      participationTotal(
        participation.filter(({ branch }) => branch === 'social'),
        { until: TODAY },
      ),
    );
    expect(totals.some(({ gaps }) => gaps.length > 0) && totals.some(({ overlaps }) => overlaps.length > 0)).toBe(true);
    expect(lives.some(({ visits }) => visits.some(({ admittedOn, dischargedOn = admittedOn }) => dischargedOn > addDays(admittedOn, 1)))).toBe(true);
  });
});
