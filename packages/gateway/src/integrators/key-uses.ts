import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import type { Queries } from '../storage/database.js';
import { integratorKeys } from '../storage/integrators-schema.js';

const HOUR = 3_600_000;

/** When keys were last used, to the hour: enough to tell one that nobody needs any more, and no more is kept of anybody's calls. */
export interface KeyUses {
  /** Notes that a call was taken by a key whose row says when it was last used. Waits for nothing: the jobs write it down, once an hour of a key at most. */
  note(key: { readonly id: string; readonly lastUsedAt: Date | null }): void;
  /** Writes down what was noted. What could not be written is, by the next run. */
  keep(): Promise<void>;
}

export function openKeyUses({ db, clock }: { readonly db: Queries; readonly clock: Clock }): KeyUses {
  const noted = new Map<string, Date>();
  return {
    note({ id, lastUsedAt }) {
      const hour = new Date(Math.floor(clock.now().getTime() / HOUR) * HOUR);
      if (lastUsedAt === null || lastUsedAt < hour) noted.set(id, hour);
    },
    async keep() {
      for (const [id, hour] of noted) {
        // Another gateway may have seen a later one.
        const isLater = or(isNull(integratorKeys.lastUsedAt), lt(integratorKeys.lastUsedAt, hour));
        await db
          .update(integratorKeys)
          .set({ lastUsedAt: hour })
          .where(and(eq(integratorKeys.id, id), isLater));
        if (noted.get(id) === hour) noted.delete(id);
      }
    },
  };
}
