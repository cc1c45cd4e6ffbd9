import type { Act } from './client.js';

/** What a kill can fall into: an act of a client, or the delivery of a message. */
export type Target = Act | 'send';

/**
 * Where a kill fell. Of an act: its request had not reached the gateway; had, and nothing of it stands; it was done and its answer never came; or it was answered before. Of
 * a delivery: its receiver refused it; took it, and the gateway knows nothing of it, so that it comes once more under its id; or the gateway knows.
 */
export const PHASES = ['not begun', 'begun, not done', 'done, unanswered', 'answered'] as const;
export type Phase = (typeof PHASES)[number];

/** Kills counted by what they fell into and where. `unknown`: a second kill came before the first one's outcome was known. */
export type Counts = Record<Target, Record<Phase | 'unknown', number>>;

const none = () => ({ 'not begun': 0, 'begun, not done': 0, 'done, unanswered': 0, answered: 0, unknown: 0 });
export const newCounts = (): Counts => ({ submit: none(), receivePaper: none(), approve: none(), send: none() });

/** How long acts last on this machine, as it is loaded now: a kill falls anywhere into one, and a little after it. */
export class Pace {
  readonly #lasted = new Map<Target, number[]>();

  /** Milliseconds from the question to the answer. */
  note(target: Target, lasted: number): void {
    this.#lasted.set(target, [...(this.#lasted.get(target) ?? []), lasted].slice(-NEWEST));
  }

  /** Nothing until enough were seen. */
  median(target: Target): number | undefined {
    const lasted = this.#lasted.get(target) ?? [];
    return lasted.length < ENOUGH ? undefined : [...lasted].sort((one, other) => one - other)[lasted.length >> 1];
  }
}

const NEWEST = 60;
const ENOUGH = 4;
