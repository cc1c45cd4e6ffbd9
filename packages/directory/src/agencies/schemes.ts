import type { Unit } from '@bhxh-kit/domain';

/** From when to when each map was in force; ISO days, both included (NQ 15/2008/QH12, NQ 202/2025/QH15). */
export const SCHEME_PERIODS: Readonly<Record<Unit['scheme'], { readonly validFrom: string; readonly validTo?: string }>> = {
  '2021': { validFrom: '2008-08-01', validTo: '2025-06-30' },
  '2025': { validFrom: '2025-07-01' },
};

/** The day nearest to `day` on which the map was in force: a form that works with the 2021 map lists the agencies of its last day. */
export function dayWithin(scheme: Unit['scheme'], day: string): string {
  const { validFrom, validTo } = SCHEME_PERIODS[scheme];
  if (day < validFrom) return validFrom;
  return validTo !== undefined && day > validTo ? validTo : day;
}

/** The map in force on a day. */
export function schemeOn(day: string): Unit['scheme'] {
  return day < SCHEME_PERIODS['2025'].validFrom ? '2021' : '2025';
}
