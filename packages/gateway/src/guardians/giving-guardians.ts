import { foldVietnamese, type Profile } from '@bhxh-kit/domain';
import { and, eq } from 'drizzle-orm';
import { accountsOfPaper } from '../accounts/account-identities.js';
import { type AccountRow, find, findByPerson, isClosed, personMac, profileOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import { consents } from '../storage/consents-schema.js';
import type { Queries } from '../storage/database.js';
import type { DeclarationRow } from '../storage/schema.js';
import { grownUpAt } from './grown-up.js';
import { guardianIn, isGuardian, isProvenGuardian, type NamedGuardian } from './guardian-proof.js';
import { endLinksTo, insertLink, removeLinks } from './guardian-links-repository.js';
import { type ReplacedWait, stopWaiting, waitAgain, waitFor } from './waiting-guardians.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

interface Giving extends Needs {
  readonly settings: Pick<Settings, 'guardianWaitDays'>;
}

/** The declaration of a child that is decided, and the child's account. */
interface Child {
  readonly id: string;
  readonly row: Pick<DeclarationRow, 'id' | 'rulePack' | 'reference'>;
  readonly declaration: KeptDeclaration;
}

/** What was given to a child: a link or a wait by its id, and the wait for the same number whose place it took. */
export interface Given {
  readonly id: string;
  readonly replaced?: ReplacedWait;
}

/** What a declaration does for the guardian it names: links their account, waits until they have one, or nothing, because the account of that number is not proven theirs. */
export type GuardianFound = { readonly state: 'links'; readonly accountId: string } | { readonly state: 'waits' } | { readonly state: 'differs' };

/** Finds out whose account the named guardian's is. Whoever was signed in to it when declaring has proven it; elsewhere facts must agree. */
export async function guardianFor(db: Queries, declarationId: string, named: NamedGuardian, { clock, secrets }: Needs): Promise<GuardianFound> {
  const now = clock.now();
  const declaring = await declaringAccount(db, declarationId);
  if (declaring && !isClosed(declaring, now) && isGuardian(profileOf(declaring, secrets), named)) return { state: 'links', accountId: declaring.id };
  const accounts = await accountsNamed(db, named, secrets);
  const open = accounts.filter((account) => !isClosed(account, now));
  const proven = open.find((account) => isProvenGuardian(profileOf(account, secrets), named));
  if (!proven) return open.length > 0 ? { state: 'differs' } : { state: 'waits' };
  // Until somebody has activated it, its approval may be taken back.
  return proven.passwordHash === null ? { state: 'waits' } : { state: 'links', accountId: proven.id };
}

/** The account in whose session the declaration was handed in. */
async function declaringAccount(db: Queries, declarationId: string): Promise<AccountRow | undefined> {
  const [given] = await db
    .select({ accountId: consents.accountId })
    .from(consents)
    .where(and(eq(consents.declarationId, declarationId), eq(consents.consent, 'guardian')));
  return given?.accountId ? find(db, given.accountId) : undefined;
}

/** Accounts that have one of the numbers. */
async function accountsNamed(db: Queries, { bhxhNumber, identityNumber }: NamedGuardian, secrets: Secrets): Promise<AccountRow[]> {
  const found = new Map<string, AccountRow>();
  for (const number of new Set([bhxhNumber, identityNumber])) {
    const account = number ? await findByPerson(db, personMac(secrets, number)) : undefined;
    if (account) found.set(account.id, account);
  }
  for (const account of await accountsOfPaper(db, identityNumber, secrets)) found.set(account.id, account);
  return [...found.values()];
}

/** Gives a child whose account is made its guardian, until it is grown up (R16, A8). Whoever was its guardian before is not any more. */
export async function giveGuardian(tx: Queries, child: Child, needs: Giving): Promise<void> {
  await endLinksTo(tx, child.id, needs.clock);
  await stopWaiting(tx, { childId: child.id });
  await give(tx, child, needs);
}

/**
 * Gives a child that has an account one guardian more, and changes nothing else (R16): the other parent hands in the same form. Nothing is given where its facts are not the
 * child's, where the account of the number is not proven the guardian's, and to who is its guardian already. Answers what was given.
 */
export async function addGuardian(tx: Queries, child: Child, profile: Profile, needs: Giving): Promise<Given | undefined> {
  return isSameChild(profile, child.declaration) ? give(tx, child, needs) : undefined;
}

/** Whether a declaration is about the child of an account. */
export const isSameChild = (profile: Profile, { subject, fullName, birthDate }: KeptDeclaration): boolean =>
  subject === 'child' && profile.birthDate === birthDate && foldVietnamese(profile.fullName) === foldVietnamese(fullName);

async function give(tx: Queries, { id, row, declaration }: Child, needs: Giving): Promise<Given | undefined> {
  const { clock } = needs;
  const named = guardianIn(declaration);
  const { rulePack } = row;
  if (!named || grownUpAt(declaration.birthDate, rulePack) <= clock.now()) return undefined;
  const found = await guardianFor(tx, row.id, named, needs);
  if (found.state === 'waits') {
    const waiting = await waitFor(tx, id, { named, rulePack }, needs);
    await record(tx, clock, { act: 'guardian-waits', subject: id, actor: row.reference });
    return waiting;
  }
  if (found.state !== 'links' || found.accountId === id) {
    await record(tx, clock, { act: 'guardian-refused', subject: id, actor: row.reference });
    return undefined;
  }
  const link = await insertLink(tx, { guardianId: found.accountId, childId: id, rulePack }, clock);
  if (!link) return undefined;
  await record(tx, clock, { act: 'guardian-linked', subject: id, actor: row.reference });
  return { id: link };
}

/** Forgets what was given to a child whose account's making is undone. */
export async function takeBackGuardians(tx: Queries, childId: string): Promise<void> {
  await removeLinks(tx, { childId });
  await stopWaiting(tx, { childId });
}

/** Forgets one guardian who was added: the wait, or the link that was made of it meanwhile, which has its id. The child waits again for whom it waited before. */
export async function takeBackGuardian(tx: Queries, childId: string, { id, replaced }: Given, secrets: Secrets): Promise<void> {
  await removeLinks(tx, { id });
  await stopWaiting(tx, { id });
  if (replaced) await waitAgain(tx, childId, replaced, secrets);
}
