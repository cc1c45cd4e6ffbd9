import { identityNumberText, parseBhxhNumber, parseEmail, parsePersonalId, parsePhone } from '@bhxh-kit/domain';
import { and, eq, inArray, isNotNull, isNull, ne, type SQLWrapper } from 'drizzle-orm';
import { normaliseContact } from '../registration/contact.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { declarationMarks } from '../storage/review-schema.js';
import { declarations } from '../storage/schema.js';

/** What two declarations can have in common. */
export type MarkKind = 'bhxh-number' | 'identity-number' | 'mobile-phone' | 'email';

interface Mark {
  readonly kind: MarkKind;
  readonly mac: string;
}

/** Each kind has fingerprints of its own, so that a phone number never meets an identity number of the same digits. */
const mark = (secrets: Secrets, kind: MarkKind, value: string): Mark => ({ kind, mac: secrets.mac('review', kind, value) });

/** The fingerprints of a declaration. A child has no identity number of its own; its guardian's is not taken, because one guardian has several children. */
export function marksOf(declaration: KeptDeclaration, secrets: Secrets): Mark[] {
  const { bhxhNumber, identityNumber, mobilePhone, email } = declaration;
  return [
    mark(secrets, 'bhxh-number', bhxhNumber),
    ...(identityNumber ? [mark(secrets, 'identity-number', identityNumber)] : []),
    mark(secrets, 'mobile-phone', normaliseContact(mobilePhone)),
    ...(email ? [mark(secrets, 'email', normaliseContact(email))] : []),
  ];
}

/** The write that keeps the fingerprints, for the transaction that keeps the declaration. */
export const marking = (tx: Queries, declarationId: string, declaration: KeptDeclaration, secrets: Secrets): SQLWrapper[] => [
  tx
    .insert(declarationMarks)
    .values(marksOf(declaration, secrets).map((each) => ({ declarationId, ...each })))
    .onConflictDoNothing(),
];

/** The fingerprints a whole number may have, as an officer types it; none for a text that is no number. */
export function macsOfNumber(text: string, secrets: Secrets): string[] {
  const [bhxh, identity, phone, email] = [parseBhxhNumber(text), parsePersonalId(text), parsePhone(text), parseEmail(text)];
  return [
    ...(bhxh.ok ? [mark(secrets, 'bhxh-number', bhxh.value.digits)] : []),
    ...(identity.ok ? [mark(secrets, 'identity-number', identityNumberText(identity.value))] : []),
    ...(phone.ok ? [mark(secrets, 'mobile-phone', phone.value.national)] : []),
    ...(email.ok ? [mark(secrets, 'email', normaliseContact(email.value))] : []),
  ].map(({ mac }) => mac);
}

/** Declarations with a fingerprint of this one, and which. */
export async function sameAs(db: Queries, declarationId: string): Promise<ReadonlyMap<string, MarkKind[]>> {
  const own = await db
    .select({ kind: declarationMarks.kind, mac: declarationMarks.mac })
    .from(declarationMarks)
    .where(eq(declarationMarks.declarationId, declarationId));
  if (own.length === 0) return new Map();
  const rows = await db
    .select({ id: declarationMarks.declarationId, kind: declarationMarks.kind })
    .from(declarationMarks)
    .where(
      and(
        inArray(
          declarationMarks.mac,
          own.map(({ mac }) => mac),
        ),
        ne(declarationMarks.declarationId, declarationId),
      ),
    )
    .limit(SHARED_MOST);
  const found = new Map<string, MarkKind[]>();
  for (const { id, kind } of rows) found.set(id, [...(found.get(id) ?? []), kind as MarkKind]);
  return found;
}

/** A phone that a school gives for its whole list is on hundreds of declarations: more would say nothing more. */
const SHARED_MOST = 100;

/** Gives declarations older than the fingerprints theirs, so many a run; answers how many. */
export async function markOlder(db: Queries, secrets: Secrets, most = 200): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: declarations.id, sealed: declarations.sealed })
      .from(declarations)
      .where(and(isNull(declarations.purpose), isNotNull(declarations.sealed)))
      .limit(most)
      .for('update', { skipLocked: true });
    for (const { id, sealed } of rows) {
      if (!sealed) continue;
      const declaration = secrets.openJson<KeptDeclaration>('declaration', id, sealed);
      for (const write of marking(tx, id, declaration, secrets)) await tx.execute(write.getSQL());
      await tx.update(declarations).set({ purpose: declaration.purpose, subject: declaration.subject }).where(eq(declarations.id, id));
    }
    return rows.length;
  });
}
