import type { DeclarationSubmission } from '@bhxh-kit/domain';
import type { StoredDeclaration } from './gateway-memory.js';
import { Refusal } from './refusal.js';

const PREFIX = 'correction-of-';

/** What a declaration that corrects this one carries. */
export const correctionKeyOf = ({ progress }: StoredDeclaration): string => `${PREFIX}${progress.reference}`;

/** Whether a rejected declaration can be corrected now: a gateway takes one correction of it. */
export function isCorrectable({ progress, submission }: StoredDeclaration, now: string): boolean {
  return progress.status === 'rejected' && submission !== undefined && progress.correctedAs === undefined && (progress.correctableUntil ?? '') > now;
}

/** The rejected declaration that this one stands in the place of. */
export function correctedBy(
  declarations: ReadonlyMap<string, StoredDeclaration>,
  { correctionKey }: Pick<DeclarationSubmission, 'correctionKey'>,
): StoredDeclaration | undefined {
  if (correctionKey === undefined) return undefined;
  const stored = declarations.get(correctionKey.replace(PREFIX, ''));
  if (!stored || stored.progress.status !== 'rejected' || stored.progress.correctedAs !== undefined)
    throw new Refusal('declaration.invalid', [{ pointer: '/correctionKey', code: 'correction.closed' }]);
  return stored;
}

/** From now on it tells which declaration it became. */
export function close(stored: StoredDeclaration, correctedAs: string): void {
  const { correctableUntil: _, ...progress } = stored.progress;
  stored.progress = { ...progress, correctedAs };
}
