import { SealBroken, type Secrets } from '../secrets/secrets.js';
import type { DeclarationRow } from '../storage/schema.js';

/** Whether a declaration is rejected and can be corrected: within its time, and not corrected yet (O4). */
export const isCorrectable = ({ status, sealed, correctableUntil, correctedAs }: DeclarationRow, now: Date): boolean =>
  status === 'rejected' && sealed !== null && correctedAs === null && correctableUntil !== null && correctableUntil > now;

/** What a corrected declaration carries to say which rejected one it stands in the place of. Nobody but this installation can make one, and nothing is kept of it. */
export const correctionKeyOf = (declarationId: string, secrets: Secrets): string =>
  secrets.sealJson('review', 'correction key', { declarationId }).toString('base64url');

/** The declaration a key is of; nothing when it is none of ours. */
export function correctionOf(key: string, secrets: Secrets): string | undefined {
  try {
    return secrets.openJson<{ declarationId: string }>('review', 'correction key', Buffer.from(key, 'base64url')).declarationId;
  } catch (failure) {
    if (!(failure instanceof SealBroken)) throw failure;
    return undefined;
  }
}
