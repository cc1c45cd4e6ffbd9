import type { ReviewOutcome } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import { actsOn, type DeclarationStatus, type ReviewAct } from '@bhxh-kit/domain';
import { and, desc, eq } from 'drizzle-orm';
import { type Clock, today } from '../clock/clock.js';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { agenciesOf } from '../officers/jurisdiction.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { reviewActs } from '../storage/review-schema.js';
import { type DeclarationRow, declarationEvents, declarations } from '../storage/schema.js';

/** What the work of officers needs. */
export interface Desk {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Settings;
  readonly directory: Directory;
  /** The codes of the agencies an officer acts for. */
  readonly scopeOf: (officer: Pick<ActingOfficer, 'agencyCode'>) => Promise<readonly string[]>;
}

/** Remembers for a day which agencies are below which: the directory changes with the day, and asking it about every agency takes milliseconds. */
export function openScopes(directory: Directory, clock: Clock): Desk['scopeOf'] {
  let day = '';
  const known = new Map<string, Promise<readonly string[]>>();
  return (officer) => {
    if (day !== today(clock)) known.clear();
    day = today(clock);
    const { agencyCode } = officer;
    const scope = known.get(agencyCode) ?? agenciesOf(directory, officer);
    known.set(agencyCode, scope);
    // A directory that could not be read now may be read the next time.
    scope.catch(() => known.delete(agencyCode));
    return scope;
  };
}

/** The declaration of an id, when it is the officer's to see; unknown and another's are one answer (O1). */
export async function findMine(db: Queries, id: string, officer: ActingOfficer, desk: Desk, lock?: 'for update'): Promise<DeclarationRow> {
  const query = db.select().from(declarations).where(eq(declarations.id, id));
  const [row] = await (lock ? query.for('update') : query);
  if (!row || !(await desk.scopeOf(officer)).includes(row.agencyCode)) throw new Refusal('review.not-found');
  return row;
}

/** Refuses an act on what its officer has not seen, and tells what came between. */
export async function refuseChanged(tx: Queries, row: DeclarationRow, version: number): Promise<void> {
  if (row.version === version) return;
  const between = await lastStep(tx, row.id);
  const facts = { version: row.version, status: row.status, ...between };
  throw new Refusal('review.changed', { fieldErrors: [{ pointer: '/version', code: 'review.changed', facts }] });
}

async function lastStep(tx: Queries, declarationId: string): Promise<{ act?: string; at?: string }> {
  const [act] = await tx.select().from(reviewActs).where(eq(reviewActs.declarationId, declarationId)).orderBy(desc(reviewActs.version)).limit(1);
  const [event] = await tx
    .select()
    .from(declarationEvents)
    .where(and(eq(declarationEvents.declarationId, declarationId), eq(declarationEvents.status, 'cancelled')));
  if (event) return { act: 'cancelled', at: event.at.toISOString() };
  if (!act) return {};
  return act.undoneAt ? { act: 'undone', at: act.undoneAt.toISOString() } : { act: act.act, at: act.at.toISOString() };
}

/** The officers' acts a status allows. */
export const allowedOn = (status: string): ReviewAct[] => actsOn(status as DeclarationStatus).filter((act): act is ReviewAct => act !== 'paper-overdue');

export const outcomeOf = (row: Pick<DeclarationRow, 'id' | 'reference' | 'status' | 'version'>, clock: Clock, undoUntil?: Date): ReviewOutcome => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  version: row.version,
  allowed: allowedOn(row.status),
  ...(undoUntil && { undoUntil: undoUntil.toISOString() }),
  now: clock.now().toISOString(),
});
