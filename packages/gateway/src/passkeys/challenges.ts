import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { newToken, tokenHash } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { passkeyChallenges } from '../storage/passkeys-schema.js';

const LIFE = 5 * 60_000;

/** Who is asked for a passkey of their own; nobody yet where somebody signs in. */
export type Asked = { readonly officerId: string } | { readonly accountId: string } | null;

/** Keeps what an authenticator is to sign, for somebody who is known or for whoever signs in; answers the token it is asked back by. */
export async function keepChallenge(db: Queries, challenge: string, asked: Asked, clock: Clock): Promise<string> {
  const token = newToken();
  await db.insert(passkeyChallenges).values({ tokenHash: tokenHash(token), ...ownerOf(asked), challenge, expiresAt: after(clock.now(), LIFE) });
  return token;
}

/** The challenge of a token, once: of two calls one gets it. Nothing when it is used, over, or another's. */
export async function takeChallenge(db: Queries, token: string, asked: Asked, clock: Clock): Promise<string | undefined> {
  const { officerId, accountId } = ownerOf(asked);
  const [row] = await db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.tokenHash, tokenHash(token)),
        gt(passkeyChallenges.expiresAt, clock.now()),
        officerId === null ? isNull(passkeyChallenges.officerId) : eq(passkeyChallenges.officerId, officerId),
        accountId === null ? isNull(passkeyChallenges.accountId) : eq(passkeyChallenges.accountId, accountId),
      ),
    )
    .returning({ challenge: passkeyChallenges.challenge });
  return row?.challenge;
}

const ownerOf = (asked: Asked) => ({
  officerId: asked && 'officerId' in asked ? asked.officerId : null,
  accountId: asked && 'accountId' in asked ? asked.accountId : null,
});

/** Forgets challenges nobody answered in time. */
export async function forgetChallenges(db: Queries, clock: Clock): Promise<void> {
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, clock.now()));
}
