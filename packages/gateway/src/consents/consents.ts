import { type ConsentId, consentGiver } from '@bhxh-kit/domain/consent/consent-texts.js';
import { asc, eq, type SQLWrapper } from 'drizzle-orm';
import { recording } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import type { Holder } from '../http/mount.js';
import type { KeptDeclaration } from '../registration/registration.js';
import { consents } from '../storage/consents-schema.js';
import type { Queries } from '../storage/database.js';

/** A declaration that is taken, and in whose session. */
interface Taken {
  readonly id: string;
  readonly reference: string;
  readonly declaration: KeptDeclaration;
  /** The version of the texts that were shown; absent where they were none of the kit's. */
  readonly version: string | undefined;
  readonly holder: Holder | undefined;
}

/** What a declaration says was agreed to: its one tick is the commitment, of a child with its guardian's consent (R16). */
const consentsIn = ({ subject, identityVerified }: KeptDeclaration): readonly ConsentId[] => [
  subject === 'child' ? 'guardian' : 'commitment',
  // With VNeID the person agreed on VNeID's own page, not to words of the kit.
  ...(identityVerified && !identityVerified.vneid ? (['identity'] as const) : []),
];

/** The writes that keep the consents of a declaration, each with its entry in the audit trail, for the transaction that keeps it. */
export function consenting(tx: Queries, { id, reference, declaration, version, holder }: Taken, clock: Clock): SQLWrapper[] {
  const around = {
    declarationId: id,
    version: version ?? null,
    locale: declaration.locale,
    channel: version === undefined ? 'program' : 'page',
    givenBy: consentGiver(declaration.subject),
    accountId: holder?.accountId ?? null,
    at: clock.now(),
  };
  const given = consentsIn(declaration);
  const entry = { act: 'consented', subject: reference, actor: holder?.accountId ?? 'person' } as const;
  return [tx.insert(consents).values(given.map((consent) => ({ ...around, consent }))), ...given.map(() => recording(tx, clock, entry))];
}

/** What was agreed to with a declaration, as its officer reads it. */
export async function consentsOf(db: Queries, declarationId: string) {
  const rows = await db.select().from(consents).where(eq(consents.declarationId, declarationId)).orderBy(asc(consents.consent));
  return rows.map(({ consent, version, locale, channel, givenBy, accountId, at }) => ({
    consent,
    ...(version !== null && { textVersion: version }),
    locale,
    channel,
    givenBy,
    inSession: accountId !== null,
    at: at.toISOString(),
  }));
}
