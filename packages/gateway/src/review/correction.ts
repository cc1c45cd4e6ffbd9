import type { Correction, DeclarationKey } from '@bhxh-kit/contract';
import { formatReference, PHOTOGRAPH_KINDS, type PhotographKind, parseReference } from '@bhxh-kit/domain';
import { eq } from 'drizzle-orm';
import { beginTry, endTries } from '../accounts/lockout.js';
import { isCode, issueAgain, type Opening } from '../accounts/sent-codes.js';
import { record } from '../audit/audit.js';
import type { Call } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import { openedBy } from '../registration/following.js';
import type { KeptDeclaration } from '../registration/registration.js';
import { newToken, tokenHash } from '../secrets/secrets.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { type DeclarationRow, declarations, photographs } from '../storage/schema.js';
import { lastActOf, type Told } from './acts-repository.js';
import { correctionKeyOf, isCorrectable } from './correction-key.js';
import { decisionMessages } from './decision-notices.js';
import type { Desk } from './desk.js';
import { declaredOf } from './review-case.js';

type Needs = Pick<Desk, 'clock' | 'secrets'>;

const openingOf = ({ id }: DeclarationRow): Opening => ({ purpose: 'correction', subject: id });

/**
 * Gives a rejected declaration back to its owner (O4, R17): the answers, and the photographs under new keys, so that nothing is typed or uploaded again.
 * Whatever of reference, contact and code is wrong gets one answer.
 */
export async function open(
  { db, address }: Pick<Call, 'db' | 'address'>,
  { correctionCode, ...key }: DeclarationKey & { correctionCode: string },
  needs: Needs,
): Promise<Correction> {
  const { clock, secrets } = needs;
  const read = parseReference(key.reference);
  // Of this caller and the declaration, however its reference is typed: whoever knows a stranger's reference must not keep them out.
  const tries = secrets.mac('code', 'correction tries', read.ok ? formatReference(read.value) : key.reference, address);
  await beginTry(db, clock, tries);
  const row = await openedBy(db, key, secrets).catch(unlessRefused);
  const right = row && isCorrectable(row, clock.now()) && (await isCode(db, openingOf(row), correctionCode, { clock, secrets }));
  if (right) await endTries(db, tries);
  const given = right ? await giveBack(db, row, needs) : undefined;
  if (given) return given;
  await record(db, clock, { act: 'correction-refused', subject: row?.reference ?? 'unknown', actor: 'person' });
  throw new Refusal('correction.refused');
}

/** Nothing when it was corrected, taken back or emptied in the meantime. */
async function giveBack(db: Queries, { id }: DeclarationRow, { clock, secrets }: Needs): Promise<Correction | undefined> {
  return db.transaction(async (tx) => {
    const [locked] = await tx.select().from(declarations).where(eq(declarations.id, id)).for('update');
    if (!locked?.sealed || !isCorrectable(locked, clock.now())) return undefined;
    const declaration = secrets.openJson<KeptDeclaration>('declaration', locked.id, locked.sealed);
    const last = await lastActOf(tx, locked.id);
    const { words } = last?.sealed ? secrets.openJson<Told>('review', last.id, last.sealed) : {};
    const given = await newKeys(tx, locked.id);
    // A verification serves one declaration: corrected, it is asked anew or photographs are taken.
    const { identityVerified: _, ...declared } = declaredOf(declaration);
    await record(tx, clock, { act: 'correction-opened', subject: locked.reference, actor: 'person' });
    return {
      reference: locked.reference,
      purpose: declaration.purpose,
      subject: declaration.subject,
      rulePack: declaration.rulePack,
      agencyCode: locked.agencyCode,
      agencyName: locked.agencyName,
      declared,
      photographs: given,
      correctionKey: correctionKeyOf(locked.id, secrets),
      reasons: last?.reasons ?? [],
      ...(words && { words }),
      correctableUntil: (locked.correctableUntil ?? clock.now()).toISOString(),
    };
  });
}

/** Sends a new code to the contact that was given, or nothing: the answer is the same. */
export async function requestCode(db: Queries, key: DeclarationKey, { clock, secrets }: Needs): Promise<void> {
  const found = await openedBy(db, key, secrets).catch(unlessRefused);
  if (!found) return;
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(declarations).where(eq(declarations.id, found.id)).for('update');
    if (!row?.sealed || !row.correctableUntil || !isCorrectable(row, clock.now())) return;
    const code = await issueAgain(tx, openingOf(row), row.correctableUntil, { clock, secrets });
    if (code === undefined) return;
    const to = secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed);
    const messages = decisionMessages({ kind: 'correction-code', code, until: row.correctableUntil.toISOString() }, row, to);
    await inOneStatement(tx, putting(tx, { notice: 'correction-code', declarationId: row.id, messages }, { clock, secrets }));
    await record(tx, clock, { act: 'correction-code-requested', subject: row.reference, actor: 'person' });
  });
}

async function newKeys(tx: Queries, declarationId: string): Promise<Correction['photographs']> {
  const rows = await tx.select({ id: photographs.id, kind: photographs.kind }).from(photographs).where(eq(photographs.declarationId, declarationId));
  const given = rows.map(({ id, kind }) => ({ kind: kind as PhotographKind, id, key: newToken() }));
  for (const { id, key } of given)
    await tx
      .update(photographs)
      .set({ keyHash: tokenHash(key) })
      .where(eq(photographs.id, id));
  return given.sort((one, other) => PHOTOGRAPH_KINDS.indexOf(one.kind) - PHOTOGRAPH_KINDS.indexOf(other.kind));
}

function unlessRefused(failure: unknown): undefined {
  if (!(failure instanceof Refusal)) throw failure;
}
