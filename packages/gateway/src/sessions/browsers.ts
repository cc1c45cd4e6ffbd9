import { eq } from 'drizzle-orm';
import type { Queries } from '../storage/database.js';
import { sessions } from '../storage/schema.js';
import type { Beginning } from './sessions.js';

/**
 * What a code is bound to: the browser and the page it was asked from, so that it is still good after a reload, which brings a new ticket or session. One that gave itself no name is
 * told by that ticket or session alone.
 */
export const browserOf = ({ deviceHash, origin }: Beginning, otherwise: string): string => (deviceHash === null ? otherwise : `${deviceHash} ${origin ?? ''}`);

/** The same of whoever is signed in. */
export async function browserOfSession(db: Queries, sessionId: string): Promise<string> {
  const [session] = await db.select({ deviceHash: sessions.deviceHash, origin: sessions.origin }).from(sessions).where(eq(sessions.id, sessionId));
  return session ? browserOf(session, sessionId) : sessionId;
}
