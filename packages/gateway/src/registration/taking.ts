import type { DeclarationFault, DeclarationSubmission, PhotographReference } from '@bhxh-kit/domain';
import { eq, type SQLWrapper } from 'drizzle-orm';
import { recording } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import * as photographRows from '../photographs/photographs-repository.js';
import { correctionOf, isCorrectable } from '../review/correction-key.js';
import { type Secrets, sameDigest, tokenHash } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { type DeclarationRow, declarations, type PhotographRow } from '../storage/schema.js';
import * as rows from './declarations-repository.js';
import { faultAt, refuseFaults } from './faults.js';

/** What a declaration takes over: its uploads, and the rejected declarations it stands in the place of (O4). */
export interface Taken {
  readonly photographs: readonly string[];
  readonly corrected: readonly Pick<DeclarationRow, 'id' | 'reference'>[];
}

/**
 * Takes what the declaration names, or refuses it: uploads that nobody uses yet, and those of a rejected declaration that is corrected, by the keys that were given for it.
 *
 * Everything is locked until the transaction ends, in the one order of this gateway: free photographs, then declarations, then the photographs of declarations, each by
 * their ids. Whoever gives back, undoes, empties or deletes a declaration locks it before its photographs too, so that no two wait for each other.
 */
export async function take(
  tx: Queries,
  { photographs: references, correctionKey }: Pick<DeclarationSubmission, 'photographs' | 'correctionKey'>,
  { clock, secrets }: { readonly clock: Clock; readonly secrets: Secrets },
): Promise<Taken> {
  const now = clock.now();
  const ids = references.map(({ id }) => id);
  const free = await photographRows.lockFree(tx, ids);
  const known = new Set(free.map(({ id }) => id));
  const others = ids.filter((id) => !known.has(id));
  const owners = await photographRows.ownersOf(tx, others);
  const named = correctionKey === undefined ? undefined : correctionOf(correctionKey, secrets);
  const locked = await rows.lockAll(tx, [...owners, ...(named ? [named] : [])]);
  // The one fault says it all: that its photographs have gone to the correction is part of its words.
  if (correctionKey !== undefined && (named === undefined || !mayBeNamed(locked.find(({ id }) => id === named))))
    refuseFaults([faultAt('/correctionKey', 'correction.closed')]);
  const corrected = locked.filter((row) => isCorrectable(row, now));
  const givenBack = await photographRows.lockOf(
    tx,
    corrected.map(({ id }) => id),
    others,
  );
  const usable = new Map([...free.filter(({ expiresAt }) => expiresAt > now), ...givenBack].map((row) => [row.id, row]));
  refuseFaults(references.flatMap((reference, at) => notUploaded(reference, at, usable.get(reference.id))));
  return { photographs: ids, corrected };
}

/**
 * Whether a declaration may say that it corrects this one: it is not corrected yet, nor looked at again because the rejection was taken back. One whose thirty days have
 * passed has nothing left that could be taken twice: what comes is a declaration like any other.
 */
const mayBeNamed = (row: DeclarationRow | undefined): boolean => row === undefined || (row.status === 'rejected' && row.correctedAs === null);

function notUploaded({ key, kind }: PhotographReference, at: number, row: PhotographRow | undefined): readonly DeclarationFault[] {
  const usable = row && sameDigest(row.keyHash, tokenHash(key)) && row.complete && row.kind === kind;
  return usable ? [] : [faultAt(`/photographs/${at}`, 'photograph.not-uploaded', { kind })];
}

/** The writes that close what was corrected, for the transaction that keeps the declaration it became. */
export const closing = (tx: Queries, corrected: Taken['corrected'], { reference, actor }: { reference: string; actor: string }, clock: Clock): SQLWrapper[] =>
  corrected.flatMap((row) => [
    tx.update(declarations).set({ correctedAs: reference }).where(eq(declarations.id, row.id)),
    recording(tx, clock, { act: 'corrected', subject: row.reference, actor }),
  ]);
