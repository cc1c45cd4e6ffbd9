import { eq } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import type { Queries } from '../storage/database.js';
import { installation } from '../storage/schema.js';
import { together } from '../storage/together.js';

/** A clock that can be moved. How far is the database's, so that every instance tells the same time. */
export class SandboxClock implements Clock {
  #offset = 0;

  constructor(
    readonly machine: Clock,
    readonly db: Queries,
  ) {
    const take = together(async (askers: readonly undefined[]) => {
      const [row] = await db.select({ offset: installation.clockOffset }).from(installation);
      this.#offset = row?.offset ?? 0;
      return askers;
    });
    this.refresh = () => take(undefined);
  }

  now(): Date {
    return new Date(this.machine.now().getTime() + this.#offset);
  }

  /** Takes over what any instance set. */
  readonly refresh: () => Promise<void>;

  /** Moves on by some milliseconds; to the machine's own time without. */
  async move(milliseconds: number | undefined): Promise<void> {
    await this.refresh();
    const clockOffset = milliseconds === undefined ? 0 : this.#offset + milliseconds;
    await this.db.update(installation).set({ clockOffset }).where(eq(installation.id, 1));
    this.#offset = clockOffset;
  }
}
