import { benefitOf } from '../cards/benefits.js';
import type { BenefitLevel, HealthCard } from '../cards/health-card.js';
import { addDays, daysBetween, monthIndex } from '../dates/calendar.js';
import type { MedicalVisit, VisitLine, VisitRoute } from '../visits/visit.js';
import { visitSums } from '../visits/visit-sums.js';
import { baseSalary } from './base-salary.js';
import type { Chance } from './chance.js';
import type { Unnumbered } from './life-record.js';
import { atStation, BIRTH, LASTING, OUTPATIENTS, type Treatment, TREATMENTS } from './treatments.js';

/** A visit before it has an id. */
type Visit = Unnumbered<MedicalVisit>;

interface Seeing {
  readonly cards: readonly HealthCard[];
  readonly birthDate: string;
  readonly today: string;
  /** Days on which this person gave birth; of no life of a size. */
  readonly births: readonly string[];
  /** So many visits in all; without it as many as the years make likely. */
  readonly rows?: number | undefined;
}

/** Below this share of the base salary a visit is paid whole (identifiers §2). */
const SMALL = 0.15;
/** What is left of the benefit of an inpatient who came to a central hospital by the wrong route; an outpatient's is nothing (Luật 46/2014/QH13, Điều 22 khoản 3). */
const WRONG_ROUTE = 0.4;

/** The share of what lies within the scope that BHYT pays for a visit, in per cent. */
function shareOf(level: BenefitLevel, within: number, visit: { month: number; station: boolean; inpatient: boolean; route: VisitRoute }): number {
  const { percent, fullForSmall } = benefitOf(level);
  if (visit.route === 'wrong-route') return visit.inpatient ? percent * WRONG_ROUTE : 0;
  const small = visit.station || within < SMALL * baseSalary(visit.month);
  return fullForSmall && small ? 100 : percent;
}

/** The card of a day: those of a life do not overlap. */
const cardOf = (cards: readonly HealthCard[], day: string): HealthCard | undefined =>
  cards.find(({ validFrom, validTo = '9999' }) => validFrom <= day && day <= validTo);

const time = (chance: Chance): string => `${String(chance.whole(7, 19)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;

/** One visit on a day somebody has a card for. */
function visitOn(chance: Chance, day: string, card: HealthCard, treatment: Treatment): Visit {
  const stay = chance.whole(...treatment.days);
  const inpatient = stay > 0;
  const station = atStation(treatment);
  const route = station ? 'right-route' : routeOf(chance);
  const services = treatment.services.filter(({ outside }) => !outside || chance.happens(0.3));
  const priced = services.map(({ quantity: [least, most], daily, unitPrice, group, service, unit, outside }) => {
    // An even number, so that a price with a half makes whole đồng.
    const count = daily ? stay : most === 1 ? 1 : chance.whole(Math.ceil(least / 2), Math.floor(most / 2)) * 2;
    return { outside: outside === true, line: { group, service, unit, quantity: count, unitPrice, totalCost: Math.round(count * unitPrice) } };
  });
  const within = priced.reduce((sum, { outside, line }) => sum + (outside ? 0 : line.totalCost), 0);
  const level = card.benefitLevel ?? '4';
  const share = shareOf(level, within, { month: monthIndex(day), station, inpatient, route });
  const lines = priced.map(({ outside, line }): VisitLine => {
    const paidByInsurance = outside && !benefitOf(level).beyondScope ? 0 : Math.round((line.totalCost * share) / 100);
    return { ...line, paidByInsurance, paidByPatient: line.totalCost - paidByInsurance };
  });
  const { totalCost, paidByInsurance, paidByPatient } = visitSums(lines);
  const came = time(chance);
  return {
    facilityCode: '79 - 000',
    facilityName: station ? 'Trạm Y tế Phường Mẫu' : (card.facilityName ?? 'Bệnh viện Mẫu'),
    admittedOn: day,
    admittedTime: came,
    dischargedOn: addDays(day, stay),
    ...(inpatient && { dischargedTime: '16:00' }),
    diagnosis: treatment.diagnosis,
    icd: treatment.icd,
    route,
    discharge: inpatient && chance.happens(0.1) ? 'asked-to-leave' : 'discharged',
    treatmentResult: chance.pick(treatment.results),
    totalCost,
    paidByInsurance,
    paidByPatient,
    lines,
  };
}

function routeOf(chance: Chance): VisitRoute {
  if (chance.happens(0.65)) return 'right-route';
  return chance.pick(['emergency', 'open-route', 'open-route', 'wrong-route']);
}

/** The days between a person's first card and today that one of their cards covers, each drawn evenly. */
function drawnDays(chance: Chance, { cards, today, rows, birthDate }: Seeing): string[] {
  const first = cards.reduce((least, { validFrom }) => (validFrom < least ? validFrom : least), today);
  const span = daysBetween(first, today);
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const yearly = age < 6 || age > 50 ? 5 : 2;
  const wanted = rows ?? Math.round((span / 365) * yearly);
  const days: string[] = [];
  // Where few days are covered a day is drawn again; somebody without any covered day never goes.
  for (let tries = 0; days.length < wanted && tries < 20 * wanted + 100; tries++) {
    const day = addDays(first, chance.whole(0, Math.max(0, span - 1)));
    if (cardOf(cards, day)) days.push(day);
  }
  return days;
}

/** Sổ khám chữa bệnh: visits on days a card was valid, paid by the level of that card; the newest first, and none that has not ended. */
export function visitsOf(chance: Chance, seeing: Seeing): MedicalVisit[] {
  const { cards, today, birthDate, births, rows } = seeing;
  const lasting = chance.of('lasting').pick(LASTING);
  const born = births.flatMap((day) => {
    const card = cardOf(cards, day);
    return card ? [visitOn(chance.of(`birth ${day}`), day, card, BIRTH)] : [];
  });
  // So many that they would overlap are all outpatients’.
  const treatments = rows === undefined ? TREATMENTS : OUTPATIENTS;
  const others = drawnDays(chance.of('days'), seeing).flatMap((day, at) => {
    const own = chance.of(`visit ${at}`);
    const card = cardOf(cards, day);
    const old = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) >= 45;
    return card ? [visitOn(own, day, card, old && own.happens(0.6) ? lasting : own.pick(treatments))] : [];
  });
  const newest = apart([...born, ...others])
    .reverse()
    .slice(0, rows);
  return newest.map((visit, at) => ({ id: `visit-${at}`, ...(visit.dischargedOn && visit.dischargedOn > today ? stillIn(visit) : visit) }));
}

/** In the order they began, without those that would begin while the patient is in hospital. */
function apart(visits: readonly Visit[]): Visit[] {
  const moment = ({ admittedOn, admittedTime }: Visit): string => `${admittedOn} ${admittedTime ?? ''}`;
  let inUntil = '';
  return [...visits]
    .sort((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0))
    .filter(({ admittedOn, dischargedOn = admittedOn }) => {
      if (admittedOn <= inUntil) return false;
      if (dischargedOn > admittedOn) inUntil = dischargedOn;
      return true;
    });
}

/** Who has not left yet has no result either. */
function stillIn({ dischargedOn: _, dischargedTime: __, discharge: ___, treatmentResult: ____, ...visit }: Visit): Visit {
  return visit;
}
