import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { newToken, tokenHash } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { passkeyChallenges } from '../storage/officers-schema.js';

const LIFE = 5 * 60_000;

/** Keeps what an authenticator is to sign, for an officer who is known or for whoever signs in; answers the token it is asked back by. */
export async function keepChallenge(db: Queries, challenge: string, officerId: string | null, clock: Clock): Promise<string> {
  const token = newToken();
  await db.insert(passkeyChallenges).values({ tokenHash: tokenHash(token), officerId, challenge, expiresAt: after(clock.now(), LIFE) });
  return token;
}

/** The challenge of a token, once: of two calls one gets it. Nothing when it is used, over, or another's. */
export async function takeChallenge(db: Queries, token: string, officerId: string | null, clock: Clock): Promise<string | undefined> {
  const whose = officerId === null ? isNull(passkeyChallenges.officerId) : eq(passkeyChallenges.officerId, officerId);
  const [row] = await db
    .delete(passkeyChallenges)
    .where(and(eq(passkeyChallenges.tokenHash, tokenHash(token)), gt(passkeyChallenges.expiresAt, clock.now()), whose))
    .returning({ challenge: passkeyChallenges.challenge });
  return row?.challenge;
}

/** Forgets challenges nobody answered in time. */
export async function forgetChallenges(db: Queries, clock: Clock): Promise<void> {
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, clock.now()));
}
