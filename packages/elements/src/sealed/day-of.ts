/** Vietnam keeps UTC+7 all year. */
const VIETNAM_OFFSET = 7 * 3_600_000;

/** The day in Vietnam of milliseconds since 1970, ISO date. Not `foundation/today.ts`: what the parts that keep things shared with an element, every page would load as a file of its own. */
export const isoDayOf = (moment: number): string => new Date(moment + VIETNAM_OFFSET).toISOString().slice(0, 10);

/** The same as people read it: "28/11/2026". */
export const dayOf = (moment: number): string => isoDayOf(moment).split('-').reverse().join('/');
