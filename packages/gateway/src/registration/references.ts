import { formatReference } from '@bhxh-kit/domain';
import { sql } from 'drizzle-orm';
import type { Queries } from '../storage/database.js';
import { referenceCounters } from '../storage/schema.js';

/**
 * The next reference of a year and provincial office, `00055.GD_2021_084` (identifiers §7). The counter's row stays locked until the transaction ends:
 * serials have no gaps and are never given twice, whatever fails.
 */
export async function nextReference(tx: Queries, year: number, province: string): Promise<string> {
  const [counter] = await tx
    .insert(referenceCounters)
    .values({ year, province, last: 1 })
    .onConflictDoUpdate({ target: [referenceCounters.year, referenceCounters.province], set: { last: sql`${referenceCounters.last} + 1` } })
    .returning({ last: referenceCounters.last });
  if (!counter) throw new Error('the counter answered no row');
  return formatReference({ serial: counter.last, year, province });
}
