import { and, eq, inArray, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { emailMac, lockPersons } from '../accounts/account-changes.js';
import { findByEmail, isClosed, personMac } from '../accounts/accounts-repository.js';
import { marksOf } from '../review/marks.js';
import type { Queries } from '../storage/database.js';
import { declarationMarks } from '../storage/review-schema.js';
import { declarations } from '../storage/schema.js';
import type { KeptDeclaration, Registration } from './registration.js';

/** While a declaration is one of these, an account may come of it. */
const OPEN = ['waiting-for-paper', 'in-review'];

/**
 * Whether an address can serve the account this declaration asks for (R14): it serves nobody else's, and no open declaration of another number asks for it. To be told only to
 * whoever has just confirmed a code sent there. Number and address stay locked until the transaction ends, so that of two declarations at once the second sees the first.
 * A child is reached at its guardian's address and takes none of its own (R16).
 */
export async function isFreeAddress(tx: Queries, declaration: KeptDeclaration, { clock, secrets }: Pick<Registration, 'clock' | 'secrets'>): Promise<boolean> {
  const { email, subject, bhxhNumber } = declaration;
  if (!email || subject === 'child') return true;
  await lockPersons(tx, [declaration], secrets);
  const owner = await findByEmail(tx, emailMac(secrets, email));
  if (owner && !isClosed(owner, clock.now()) && owner.personMac !== personMac(secrets, bhxhNumber)) return false;
  const marks = new Map(marksOf(declaration, secrets).map(({ kind, mac }) => [kind, mac]));
  const own = alias(declarationMarks, 'own');
  const ofThisNumber = tx
    .select({ one: sql`1` })
    .from(own)
    .where(and(eq(own.declarationId, declarations.id), eq(own.mac, marks.get('bhxh-number') ?? '')));
  const [asked] = await tx
    .select({ id: declarations.id })
    .from(declarationMarks)
    .innerJoin(declarations, eq(declarations.id, declarationMarks.declarationId))
    .where(
      and(
        eq(declarationMarks.mac, marks.get('email') ?? ''),
        inArray(declarations.status, OPEN),
        ne(declarations.subject, 'child'),
        ne(declarations.purpose, 'stop'),
        notExists(ofThisNumber),
      ),
    )
    .limit(1);
  return !asked;
}
