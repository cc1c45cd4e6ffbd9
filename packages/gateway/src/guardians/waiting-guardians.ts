import { randomUUID } from 'node:crypto';
import type { Profile } from '@bhxh-kit/domain';
import { and, eq, inArray, lte } from 'drizzle-orm';
import { type AccountRow, isClosed, lockFingerprints, profileOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import { after, type Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { waitingGuardians } from '../storage/guardians-schema.js';
import { accounts } from '../storage/schema.js';
import { grownUpAt } from './grown-up.js';
import { insertLink } from './guardian-links-repository.js';
import { isProvenGuardian, type NamedGuardian } from './guardian-proof.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** What waits, sealed: who is to see the child, and the pack that says until when. */
interface Waiting {
  readonly named: NamedGuardian;
  readonly rulePack: string;
}

const DAY = 86_400_000;

/** A guardian who has no account is found again by this fingerprint of the identity number their child's declaration gives. */
export const waitingMac = (secrets: Secrets, identityNumber: string): string => secrets.mac('person', 'waiting guardian', identityNumber);

/** Fingerprints a person of these numbers may be waited for under. */
export const waitingMacs = (
  { bhxhNumber, personalId, identityNumber }: Pick<Profile, 'bhxhNumber' | 'personalId' | 'identityNumber'>,
  secrets: Secrets,
): string[] => [...new Set([bhxhNumber, personalId, identityNumber])].filter((number) => number !== undefined).map((number) => waitingMac(secrets, number));

/** A wait whose place another took: an undo puts it back. */
export interface ReplacedWait {
  readonly id: string;
  readonly waiting: Waiting;
  readonly expiresAt: string;
}

/** Lets the child wait for its guardian; a wait for the same number is replaced. The number must be locked (`lockPersons`). Answers its id, and what it replaced. */
export async function waitFor(
  tx: Queries,
  childId: string,
  waiting: Waiting,
  { clock, secrets, settings }: Needs & { readonly settings: Pick<Settings, 'guardianWaitDays'> },
): Promise<{ readonly id: string; readonly replaced?: ReplacedWait }> {
  const id = randomUUID();
  const guardianMac = waitingMac(secrets, waiting.named.identityNumber);
  const [before] = await tx
    .delete(waitingGuardians)
    .where(and(eq(waitingGuardians.childId, childId), eq(waitingGuardians.guardianMac, guardianMac)))
    .returning();
  await insertWait(tx, childId, { id, waiting, expiresAt: after(clock.now(), settings.guardianWaitDays * DAY) }, secrets);
  if (!before) return { id };
  return {
    id,
    replaced: { id: before.id, waiting: secrets.openJson<Waiting>('account', before.id, before.sealed), expiresAt: before.expiresAt.toISOString() },
  };
}

/** Puts a wait back whose place another took. */
export async function waitAgain(tx: Queries, childId: string, { expiresAt, ...wait }: ReplacedWait, secrets: Secrets): Promise<void> {
  await insertWait(tx, childId, { ...wait, expiresAt: new Date(expiresAt) }, secrets);
}

async function insertWait(
  tx: Queries,
  childId: string,
  { id, waiting, expiresAt }: { readonly id: string; readonly waiting: Waiting; readonly expiresAt: Date },
  secrets: Secrets,
): Promise<void> {
  const guardianMac = waitingMac(secrets, waiting.named.identityNumber);
  await tx.insert(waitingGuardians).values({ id, childId, guardianMac, sealed: secrets.sealJson('account', id, waiting), expiresAt });
}

/** Ends the waiting for the guardians of a child: all of it, or one. */
export async function stopWaiting(tx: Queries, of: { readonly childId: string } | { readonly id: string }): Promise<void> {
  await tx.delete(waitingGuardians).where('id' in of ? eq(waitingGuardians.id, of.id) : eq(waitingGuardians.childId, of.childId));
}

/**
 * Makes the links that waited for a person whose account is opened now, in the transaction that opens it. Whoever has the number and is not proven the guardian gets none, and
 * the waiting is over: the number was another's. The trail says either.
 */
export async function takeWaiting(
  tx: Queries,
  { id: accountId, profile }: { readonly id: string; readonly profile: Profile },
  { clock, secrets }: Needs,
): Promise<void> {
  const macs = waitingMacs(profile, secrets);
  // Of an approval of the child at the same moment, either it sees the open account or this sees what it left waiting.
  await lockFingerprints(tx, macs);
  const now = clock.now();
  for (const wait of await waitsUnder(tx, macs, secrets)) {
    const { id, childId } = wait.row;
    const { named, rulePack } = wait.waiting;
    await stopWaiting(tx, { id });
    if (isOver(wait, now, secrets)) {
      await record(tx, clock, { act: 'guardian-wait-over', subject: childId, actor: 'clock' });
    } else if (childId === accountId || !isProvenGuardian(profile, named)) {
      await record(tx, clock, { act: 'guardian-refused', subject: childId, actor: accountId });
    } else {
      // Under the id of the wait, so that an undo of the approval still finds it.
      await insertLink(tx, { id, guardianId: accountId, childId, rulePack }, clock);
      await record(tx, clock, { act: 'guardian-linked', subject: childId, actor: accountId });
    }
  }
}

interface Wait {
  readonly row: typeof waitingGuardians.$inferSelect;
  readonly child: AccountRow;
  readonly waiting: Waiting;
}

/** Whether nobody is let in any more by a wait that is still stored. */
const isOver = ({ row, child, waiting }: Wait, now: Date, secrets: Secrets): boolean =>
  row.expiresAt <= now || isClosed(child, now) || grownUpAt(profileOf(child, secrets).birthDate, waiting.rulePack) <= now;

async function waitsUnder(db: Queries, macs: readonly string[], secrets: Secrets): Promise<Wait[]> {
  const rows = await db
    .select({ row: waitingGuardians, child: accounts })
    .from(waitingGuardians)
    .innerJoin(accounts, eq(accounts.id, waitingGuardians.childId))
    .where(inArray(waitingGuardians.guardianMac, [...macs]));
  return rows.map(({ row, child }) => ({ row, child, waiting: secrets.openJson<Waiting>('account', row.id, row.sealed) }));
}

/** How many children wait for a person of these facts, and for how many of them the facts beside the number are another's. */
export async function childrenWaitingFor(
  db: Queries,
  profile: Profile,
  { clock, secrets }: Needs,
): Promise<{ readonly proven: number; readonly differing: number }> {
  const now = clock.now();
  const open = (await waitsUnder(db, waitingMacs(profile, secrets), secrets)).filter((wait) => !isOver(wait, now, secrets));
  const proven = open.filter(({ waiting }) => isProvenGuardian(profile, waiting.named)).length;
  return { proven, differing: open.length - proven };
}

/** Forgets guardians nobody came for; answers how many. */
export async function forgetWaiting(db: Queries, clock: Clock): Promise<number> {
  return db.transaction(async (tx) => {
    const over = await tx.delete(waitingGuardians).where(lte(waitingGuardians.expiresAt, clock.now())).returning({ childId: waitingGuardians.childId });
    for (const { childId } of over) await record(tx, clock, { act: 'guardian-wait-over', subject: childId, actor: 'clock' });
    return over.length;
  });
}
