import type { SessionTokens } from '@bhxh-kit/contract';
import { and, eq, isNull } from 'drizzle-orm';
import { record } from '../audit/audit.js';
import { type Answered, type Ceremonies, type KeyState, signedBy } from '../passkeys/ceremonies.js';
import { takeChallenge } from '../passkeys/challenges.js';
import { siteOf } from '../passkeys/site.js';
import { begin, type Sessions } from '../sessions/sessions.js';
import { officers } from '../storage/officers-schema.js';
import { officerPasskeys, type OfficerPasskeyRow } from '../storage/passkeys-schema.js';
import { keyOf } from './passkeys.js';
import { refused } from './signing-in.js';

type Needs = Sessions & Ceremonies;

/** Signs in with a passkey. Used challenge, unknown passkey, wrong signature, other page, a counter that went back (a copied key): one answer. */
export async function signInByPasskey({ challengeToken, credential }: Answered, needs: Needs): Promise<SessionTokens> {
  const { db, clock, settings } = needs;
  siteOf(settings);
  const challenge = await takeChallenge(db, challengeToken, null, clock);
  const [known] = await db.select().from(officerPasskeys).where(eq(officerPasskeys.id, credential.id));
  if (challenge === undefined || !known) throw await refused(known?.officerId, needs);
  const signed = await signedBy(keyOf(known), challenge, credential, 'officers', needs);
  const tokens = signed && (await open(known, signed, needs));
  if (!tokens) throw await refused(known.officerId, needs);
  return tokens;
}

/** Opens the session when the officer may still come in and nobody used the passkey since it was read. */
async function open(known: OfficerPasskeyRow, signed: KeyState, needs: Needs): Promise<SessionTokens | undefined> {
  const { db, clock } = needs;
  return db.transaction(async (tx) => {
    const [officer] = await tx
      .select()
      .from(officers)
      .where(and(eq(officers.id, known.officerId), isNull(officers.disabledAt), eq(officers.passwordGiven, false)))
      .for('update');
    if (!officer) return undefined;
    const used = await tx
      .update(officerPasskeys)
      .set({ ...signed, lastUsedAt: clock.now() })
      .where(and(eq(officerPasskeys.id, known.id), eq(officerPasskeys.counter, known.counter)))
      .returning({ id: officerPasskeys.id });
    if (used.length === 0) return undefined;
    await record(tx, clock, { act: 'signed-in', subject: officer.id, actor: officer.id, agencyCode: officer.agencyCode });
    return begin(tx, { officerId: officer.id }, needs);
  });
}
