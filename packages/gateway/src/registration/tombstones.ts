import { after, type Clock } from '../clock/clock.js';
import { removeOf } from '../outbox/outbox.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import * as rows from './declarations-repository.js';

/** Tombstones in one transaction: a first run after years of them holds nobody up. */
const BATCH = 200;

/**
 * Deletes what is left of declarations whose content was deleted `tombstoneDays` ago: the row with the fingerprints of phone and e-mail, its history, and the notices about it.
 * From then on its reference is as unknown as one that was never given; the audit trail alone still knows that it was.
 */
export async function removeTombstones(
  db: Queries,
  { clock, settings }: { readonly clock: Clock; readonly settings: Pick<Settings, 'tombstoneDays'> },
): Promise<number> {
  const before = after(clock.now(), -settings.tombstoneDays * 86_400_000);
  for (let removed = 0; ; ) {
    const batch = await db.transaction(async (tx) => {
      const ids = await rows.lockTombstones(tx, before, BATCH);
      if (ids.length > 0) {
        await removeOf(tx, ids);
        await rows.remove(tx, ids);
      }
      return ids.length;
    });
    removed += batch;
    if (batch < BATCH) return removed;
  }
}
