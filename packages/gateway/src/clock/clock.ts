/** Where the time comes from. Nothing in the gateway asks the machine itself, so that the sandbox and the tests can move it. */
export interface Clock {
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

const VIETNAM_OFFSET = 7 * 3_600_000;

/** The day in Asia/Ho_Chi_Minh, ISO date. Vietnam keeps one offset all year. */
export function today(clock: Clock): string {
  return new Date(clock.now().getTime() + VIETNAM_OFFSET).toISOString().slice(0, 10);
}

/** A moment some milliseconds later. */
export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);
