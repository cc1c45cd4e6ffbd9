import { randomUUID } from 'node:crypto';
import type { SessionState, SessionTokens } from '@bhxh-kit/contract';
import { parseBhxhNumber } from '@bhxh-kit/domain';
import { and, eq, gt, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { type AccountRow, findByPerson, isClosed, personMac } from '../accounts/accounts-repository.js';
import { isCode } from '../accounts/sent-codes.js';
import { beginTry, endTries } from '../accounts/lockout.js';
import { passwordIs } from '../accounts/passwords.js';
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

export interface Sessions {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'accessMinutes' | 'sessionHours' | 'officerSessionHours'>;
}

/** Signs in (A1). Unknown number and wrong password are one answer, after the same work. */
export async function signIn({ bhxhNumber, password }: { bhxhNumber: string; password: string }, needs: Sessions): Promise<SessionTokens> {
  const { db, clock, secrets } = needs;
  const number = parseBhxhNumber(bhxhNumber);
  const mac = personMac(secrets, number.ok ? number.value.digits : bhxhNumber);
  await beginTry(db, clock, mac);
  const account = await findByPerson(db, mac);
  const open = account && !isClosed(account, clock.now()) ? account : undefined;
  if (!(await passwordIs(password, open?.passwordHash ?? undefined)) || !open) {
    await refuseFirstPassword(open, password, needs);
    await record(db, clock, { act: 'sign-in-refused', subject: open?.id ?? 'unknown', actor: 'person' });
    throw new Refusal('session.refused');
  }
  await endTries(db, mac);
  return db.transaction(async (tx) => {
    await record(tx, clock, { act: 'signed-in', subject: open.id, actor: open.id });
    return begin(tx, { accountId: open.id }, needs);
  });
}

/** What was sent at the approval opens nothing but the choice of a password of one's own (A2): whoever signs in with it is told so. */
async function refuseFirstPassword(account: AccountRow | undefined, password: string, { db, clock, secrets }: Sessions): Promise<void> {
  if (account?.passwordHash !== null) return;
  if (await isCode(db, { purpose: 'activation', subject: account.id }, password, { clock, secrets })) throw new Refusal('session.first-password');
}

/** Opens a session, in the transaction that found its holder right, and answers its tokens. */
export async function begin(
  tx: Queries,
  holder: { readonly accountId: string } | { readonly officerId: string },
  needs: Pick<Sessions, 'clock' | 'settings'>,
): Promise<SessionTokens> {
  const { clock, settings } = needs;
  const hours = 'officerId' in holder ? settings.officerSessionHours : settings.sessionHours;
  const session = { id: randomUUID(), ...holder, signedInAt: clock.now(), expiresAt: after(clock.now(), hours * 3_600_000) };
  await tx.insert(sessions).values(session);
  return newTokens(tx, session, needs);
}

/** Exchanges a refresh token. One that was used before is in two hands: the whole session ends, and it is recorded. */
export async function refresh(token: string, needs: Sessions): Promise<SessionTokens> {
  const { db, clock } = needs;
  const tokens = await db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(sessionTokens)
      .innerJoin(sessions, eq(sessions.id, sessionTokens.sessionId))
      .where(and(eq(sessionTokens.hash, tokenHash(token)), eq(sessionTokens.kind, 'refresh')))
      .for('update');
    if (!row || row.sessions.endedAt || row.sessions.expiresAt <= clock.now()) return undefined;
    if (row.session_tokens.usedAt) {
      await end(tx, row.sessions.id, clock);
      const subject = row.sessions.accountId ?? row.sessions.officerId ?? 'unknown';
      await record(tx, clock, { act: 'refresh-token-reused', subject, actor: row.sessions.officerId ? 'officer' : 'person' });
      return undefined;
    }
    await tx.update(sessionTokens).set({ usedAt: clock.now() }).where(eq(sessionTokens.hash, row.session_tokens.hash));
    return newTokens(tx, row.sessions, needs);
  });
  if (!tokens) throw new Refusal('session.expired');
  return tokens;
}

/** Answers who holds an access token, an officer with the agency they belong to now. Those who ask together are answered by one statement. */
export function openHolders({ db, clock }: Pick<Sessions, 'db' | 'clock'>): (token: string) => Promise<Holder | ActingOfficer> {
  const statement = db
    .select({
      hash: sessionTokens.hash,
      sessionId: sessions.id,
      accountId: sessions.accountId,
      officerId: officers.id,
      agencyCode: officers.agencyCode,
      tokenEnds: sessionTokens.expiresAt,
      sessionEnds: sessions.expiresAt,
    })
    .from(sessionTokens)
    .innerJoin(sessions, eq(sessions.id, sessionTokens.sessionId))
    .leftJoin(officers, and(eq(officers.id, sessions.officerId), isNull(officers.disabledAt)))
    .where(and(sql`${sessionTokens.hash} = any(${sql.placeholder('hashes')}::text[])`, eq(sessionTokens.kind, 'access'), isNull(sessions.endedAt)))
    .prepare('holders');
  const find = together(async (hashes: readonly string[]) => {
    const found = new Map((await statement.execute({ hashes: [...new Set(hashes)] })).map((row) => [row.hash, row]));
    return hashes.map((hash) => found.get(hash));
  });
  return async (token) => {
    const row = await find(tokenHash(token));
    const now = clock.now();
    if (!row || row.tokenEnds <= now || row.sessionEnds <= now) throw new Refusal('session.expired');
    const { sessionId, accountId, officerId, agencyCode } = row;
    if (accountId) return { sessionId, accountId };
    // An officer who was disabled is not joined: their sessions are over at once.
    if (!officerId || !agencyCode) throw new Refusal('session.expired');
    return { sessionId, officerId, agencyCode };
  };
}

/** Since when and until when the session is. */
export async function current({ sessionId }: Holder | ActingOfficer, { db }: Pick<Sessions, 'db'>): Promise<SessionState> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!row) throw new Refusal('session.expired');
  return { signedInAt: row.signedInAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}

/** Ends the session and with it every token of it. */
export async function signOut(holder: Holder | ActingOfficer, { db, clock }: Pick<Sessions, 'db' | 'clock'>): Promise<void> {
  const subject = 'officerId' in holder ? holder.officerId : holder.accountId;
  const agencyCode = 'officerId' in holder ? holder.agencyCode : undefined;
  await db.transaction(async (tx) => {
    await end(tx, holder.sessionId, clock);
    await record(tx, clock, { act: 'signed-out', subject, actor: subject, agencyCode });
  });
}

/** Ends every session of a person's account, on every device. */
export async function closeSessions(tx: Queries, accountId: string, clock: Clock): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: clock.now() })
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
  { clock, settings }: Pick<Sessions, 'clock' | 'settings'>,
): Promise<SessionTokens> {
  const [accessToken, refreshToken] = [newToken(), newToken()];
  const accessEnds = new Date(Math.min(after(clock.now(), settings.accessMinutes * 60_000).getTime(), session.expiresAt.getTime()));
  await tx.insert(sessionTokens).values([
    { hash: tokenHash(accessToken), sessionId: session.id, kind: 'access', expiresAt: accessEnds },
    { hash: tokenHash(refreshToken), sessionId: session.id, kind: 'refresh', expiresAt: session.expiresAt },
  ]);
  return { accessToken, expiresIn: Math.max(0, Math.floor((accessEnds.getTime() - clock.now().getTime()) / 1000)), refreshToken };
}
