import { randomUUID } from 'node:crypto';
import type { ErrorCode, SessionState, SessionTokens } from '@bhxh-kit/contract';
import { and, eq, gt, gte, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { record } from '../audit/audit.js';
import { after, type Clock } from '../clock/clock.js';
import type { ActingOfficer, Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { newToken, type Secrets, tokenHash } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { officers } from '../storage/officers-schema.js';
import { accounts, sessions, sessionTokens } from '../storage/schema.js';
import { together } from '../storage/together.js';
import { passwordAgeOf } from './password-age.js';
import { dropTickets } from './tickets.js';

export interface Sessions {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'accessMinutes' | 'sessionHours' | 'officerSessionHours' | 'rulePack'>;
}

/** Where a session began: the device, by the hash of the name it gave itself, and the page. */
export interface Beginning {
  readonly deviceHash: string | null;
  readonly origin: string | null;
}

/** What `sessions.endedBy` says of a session that another device ended (A5). */
export const TAKEN_OVER = 'taken-over';

/** Refuses a session's tokens to every page but the one that began it: a browser names the page of each call that crosses origins. */
function requireOrigin(kept: string | null, origin: string | undefined): void {
  if (kept !== null && origin !== undefined && kept !== origin) throw new Refusal('session.other-origin');
}

const overBy = (endedBy: string | null): ErrorCode => (endedBy === TAKEN_OVER ? 'session.taken-over' : 'session.expired');

type Lives = Pick<Settings, 'accessMinutes' | 'sessionHours' | 'officerSessionHours'>;

/** Opens a session, in the transaction that found its holder right, and answers its tokens. */
export async function begin(
  tx: Queries,
  holder: { readonly accountId: string } | { readonly officerId: string },
  needs: { readonly clock: Clock; readonly settings: Lives },
  { deviceHash, origin }: Beginning = { deviceHash: null, origin: null },
): Promise<SessionTokens> {
  const { clock, settings } = needs;
  const hours = 'officerId' in holder ? settings.officerSessionHours : settings.sessionHours;
  const session = { id: randomUUID(), ...holder, deviceHash, origin, signedInAt: clock.now(), expiresAt: after(clock.now(), hours * 3_600_000) };
  await tx.insert(sessions).values(session);
  return newTokens(tx, session, needs);
}

/** Exchanges a refresh token. One that was used before is in two hands: the whole session ends, and it is recorded. Another page gets nothing for it, and uses nothing up. */
export async function refresh(token: string, origin: string | undefined, needs: Sessions): Promise<SessionTokens> {
  const { db, clock } = needs;
  const tokens = await db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(sessionTokens)
      .innerJoin(sessions, eq(sessions.id, sessionTokens.sessionId))
      .where(and(eq(sessionTokens.hash, tokenHash(token)), eq(sessionTokens.kind, 'refresh')))
      .for('update');
    if (!row || row.sessions.expiresAt <= clock.now()) return 'session.expired';
    requireOrigin(row.sessions.origin, origin);
    if (row.sessions.endedAt) return overBy(row.sessions.endedBy);
    if (row.session_tokens.usedAt) {
      await end(tx, row.sessions.id, clock);
      const subject = row.sessions.accountId ?? row.sessions.officerId ?? 'unknown';
      await record(tx, clock, { act: 'refresh-token-reused', subject, actor: row.sessions.officerId ? 'officer' : 'person' });
      return 'session.expired';
    }
    await tx.update(sessionTokens).set({ usedAt: clock.now() }).where(eq(sessionTokens.hash, row.session_tokens.hash));
    return newTokens(tx, row.sessions, needs);
  });
  if (typeof tokens === 'string') throw new Refusal(tokens);
  return tokens;
}

/** Answers who holds an access token, an officer with the agency they belong to now. Those who ask together are answered by one statement. */
export function openHolders({ db, clock }: Pick<Sessions, 'db' | 'clock'>): (token: string, origin: string | undefined) => Promise<Holder | ActingOfficer> {
  const statement = db
    .select({
      hash: sessionTokens.hash,
      sessionId: sessions.id,
      accountId: sessions.accountId,
      officerId: officers.id,
      agencyCode: officers.agencyCode,
      tokenEnds: sessionTokens.expiresAt,
      sessionEnds: sessions.expiresAt,
      endedAt: sessions.endedAt,
      endedBy: sessions.endedBy,
      origin: sessions.origin,
    })
    .from(sessionTokens)
    .innerJoin(sessions, eq(sessions.id, sessionTokens.sessionId))
    .leftJoin(officers, and(eq(officers.id, sessions.officerId), isNull(officers.disabledAt)))
    .where(and(sql`${sessionTokens.hash} = any(${sql.placeholder('hashes')}::text[])`, eq(sessionTokens.kind, 'access')))
    .prepare('holders');
  const find = together(async (hashes: readonly string[]) => {
    const found = new Map((await statement.execute({ hashes: [...new Set(hashes)] })).map((row) => [row.hash, row]));
    return hashes.map((hash) => found.get(hash));
  });
  return async (token, origin) => {
    const row = await find(tokenHash(token));
    const now = clock.now();
    if (!row) throw new Refusal('session.expired');
    requireOrigin(row.origin, origin);
    if (row.endedAt) throw new Refusal(overBy(row.endedBy));
    if (row.tokenEnds <= now || row.sessionEnds <= now) throw new Refusal('session.expired');
    const { sessionId, accountId, officerId, agencyCode } = row;
    if (accountId) return { sessionId, accountId };
    // An officer who was disabled is not joined: their sessions are over at once.
    if (!officerId || !agencyCode) throw new Refusal('session.expired');
    return { sessionId, officerId, agencyCode };
  };
}

/** Since when and until when the session is; of a person, when their password is to be changed (A3). */
export async function current(
  { sessionId }: Holder | ActingOfficer,
  { db, clock, settings }: Pick<Sessions, 'db' | 'clock' | 'settings'>,
): Promise<SessionState> {
  const [row] = await db.select().from(sessions).leftJoin(accounts, eq(accounts.id, sessions.accountId)).where(eq(sessions.id, sessionId));
  if (!row) throw new Refusal('session.expired');
  const { signedInAt, expiresAt } = row.sessions;
  const age = row.accounts && passwordAgeOf(row.accounts, { clock, settings });
  return {
    signedInAt: signedInAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(age && { passwordDueAt: age.dueAt, passwordOverdue: age.overdue }),
  };
}

/** Whether somebody has signed in to an account since a moment, signed out again or not. The account must be locked. */
export async function hasSignedIn(tx: Queries, accountId: string, since: Date): Promise<boolean> {
  const [session] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gte(sessions.signedInAt, since)))
    .limit(1);
  return session !== undefined;
}

/** Keeps the session from ending until the transaction is over, for what is to last longer than it. Refuses one that has ended. */
export async function holdSession(tx: Queries, sessionId: string): Promise<void> {
  const [session] = await tx.select({ endedAt: sessions.endedAt }).from(sessions).where(eq(sessions.id, sessionId)).for('update');
  if (!session || session.endedAt) throw new Refusal('session.expired');
}

/** Ends the session and with it every token of it; what else the same device has open of the account ends too, e.g. in another tab. */
export async function signOut(holder: Holder | ActingOfficer, { db, clock }: Pick<Sessions, 'db' | 'clock'>): Promise<void> {
  const subject = 'officerId' in holder ? holder.officerId : holder.accountId;
  const agencyCode = 'officerId' in holder ? holder.agencyCode : undefined;
  await db.transaction(async (tx) => {
    await end(tx, holder.sessionId, clock);
    if ('accountId' in holder) await endSameDevice(tx, holder, clock);
    await record(tx, clock, { act: 'signed-out', subject, actor: subject, agencyCode });
  });
}

async function endSameDevice(tx: Queries, { accountId, sessionId }: Holder, clock: Clock): Promise<void> {
  const [own] = await tx.select({ deviceHash: sessions.deviceHash }).from(sessions).where(eq(sessions.id, sessionId));
  if (!own?.deviceHash) return;
  await tx
    .update(sessions)
    .set({ endedAt: clock.now() })
    .where(and(eq(sessions.accountId, accountId), eq(sessions.deviceHash, own.deviceHash), isNull(sessions.endedAt)));
}

/** Ends every session of a person's account, on every device, and every sign-in that is half done. `endedBy` is what the devices are told. */
export async function closeSessions(tx: Queries, accountId: string, clock: Clock, endedBy: typeof TAKEN_OVER | null = null): Promise<void> {
  await dropTickets(tx, accountId);
  await tx
    .update(sessions)
    .set({ endedAt: clock.now(), endedBy })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)));
}

/** The longest a session can be (`BHXH_SESSION_HOURS`), and a day: whoever was closed before that has none left to end. */
const LONGEST = 31 * 86_400_000;

/** Ends the sessions of accounts whose last day has come (R2, stopping). */
export async function endClosed(db: Queries, clock: Clock): Promise<void> {
  const now = clock.now();
  const closed = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(lte(accounts.closesAt, now), gt(accounts.closesAt, after(now, -LONGEST))));
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(inArray(sessions.accountId, closed), isNull(sessions.endedAt)));
}

/** Ends every session of an officer, on every device. */
export async function endSessionsOf(tx: Queries, officerId: string, clock: Clock): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: clock.now() })
    .where(and(eq(sessions.officerId, officerId), isNull(sessions.endedAt)));
}

/** Forgets sessions that ended more than a day ago; their tokens go with them. */
export async function forgetSessions(db: Queries, clock: Clock): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, after(clock.now(), -86_400_000)));
}

async function end(tx: Queries, sessionId: string, clock: Clock): Promise<void> {
  await tx.update(sessions).set({ endedAt: clock.now() }).where(eq(sessions.id, sessionId));
}

async function newTokens(
  tx: Queries,
  session: { id: string; expiresAt: Date },
  { clock, settings }: { readonly clock: Clock; readonly settings: Lives },
): Promise<SessionTokens> {
  const [accessToken, refreshToken] = [newToken(), newToken()];
  const accessEnds = new Date(Math.min(after(clock.now(), settings.accessMinutes * 60_000).getTime(), session.expiresAt.getTime()));
  await tx.insert(sessionTokens).values([
    { hash: tokenHash(accessToken), sessionId: session.id, kind: 'access', expiresAt: accessEnds },
    { hash: tokenHash(refreshToken), sessionId: session.id, kind: 'refresh', expiresAt: session.expiresAt },
  ]);
  return { accessToken, expiresIn: Math.max(0, Math.floor((accessEnds.getTime() - clock.now().getTime()) / 1000)), refreshToken };
}
