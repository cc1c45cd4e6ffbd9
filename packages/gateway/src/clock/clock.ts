import { dayInVietnam } from '@bhxh-kit/domain';

/** Where the time comes from. Nothing in the gateway asks the machine itself, so that the sandbox and the tests can move it. */
export interface Clock {
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** The day in Asia/Ho_Chi_Minh, ISO date. */
export const today = (clock: Clock): string => dayInVietnam(clock.now());

/** A moment some milliseconds later. */
export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);
