import { type DoneAct, type ReviewAct, undoUntil } from '@bhxh-kit/domain';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Restoring } from '../accounts/account-changes.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { type ReviewActRow, reviewActs } from '../storage/review-schema.js';
import type { DeclarationRow } from '../storage/schema.js';

/** What is sealed with an act: the words to the person, and what an undo puts back. */
export interface Told {
  readonly words?: string | undefined;
  readonly restoring?: Restoring | undefined;
}

/** The last act that stands. */
export async function lastActOf(tx: Queries, declarationId: string): Promise<ReviewActRow | undefined> {
  const [row] = await tx
    .select()
    .from(reviewActs)
    .where(and(eq(reviewActs.declarationId, declarationId), isNull(reviewActs.undoneAt)))
    .orderBy(desc(reviewActs.version))
    .limit(1);
  return row;
}

/** What a rejection says to its person (O4). */
export async function rejectionOf(
  db: Queries,
  row: DeclarationRow,
  secrets: Secrets,
): Promise<{ reasons?: string[]; words?: string; correctableUntil?: string; correctedAs?: string }> {
  if (row.status !== 'rejected') return {};
  const last = await lastActOf(db, row.id);
  const { words } = last?.sealed ? secrets.openJson<Told>('review', last.id, last.sealed) : {};
  return {
    ...(last?.reasons && { reasons: last.reasons }),
    ...(words && { words }),
    ...(row.correctedAs === null && row.correctableUntil && { correctableUntil: row.correctableUntil.toISOString() }),
    ...(row.correctedAs !== null && { correctedAs: row.correctedAs }),
  };
}

/** The act in the domain's shape, with the end of its minute. */
export function doneAct({ act, fromStatus, toStatus, at, officerId }: ReviewActRow): DoneAct & { readonly until: string } {
  const moment = at.toISOString();
  return { act: act as ReviewAct, from: fromStatus as DoneAct['from'], to: toStatus as DoneAct['to'], at: moment, officerId, until: undoUntil(moment) };
}
