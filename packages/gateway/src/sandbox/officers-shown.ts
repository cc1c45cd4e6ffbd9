import { inArray } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import { codeSecretOf } from '../officers/officers-repository.js';
import { codeOf, momentOf, otpauthOf, stepAt } from '../officers/one-time-codes.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { officers } from '../storage/officers-schema.js';
import { OFFICER_PERSONAS, type OfficerPersona } from './officer-personas.js';

/** A sandbox officer with what their phone would show: a code that is good now and not used yet, by the sandbox's own clock. */
export interface ShownOfficer extends Omit<OfficerPersona, 'id'> {
  readonly oneTimeCode: string;
  /** From when the code is taken: past, unless several were used within half a minute. */
  readonly goodFrom: string;
  readonly otpauth: string;
}

export async function officersShown(db: Queries, { clock, secrets }: { readonly clock: Clock; readonly secrets: Secrets }): Promise<ShownOfficer[]> {
  const ids = OFFICER_PERSONAS.map(({ id }) => id);
  const rows = new Map((await db.select().from(officers).where(inArray(officers.id, ids))).map((row) => [row.id, row]));
  return OFFICER_PERSONAS.flatMap(({ id, ...persona }) => {
    const row = rows.get(id);
    if (!row) return [];
    const secret = codeSecretOf(row, secrets);
    // What the officer's phone shows; the one before is taken too, but perhaps no longer when whoever reads it has typed it.
    const step = Math.max(row.codeStep + 1, stepAt(clock.now()));
    return [{ ...persona, oneTimeCode: codeOf(secret, step), goodFrom: momentOf(step - 1).toISOString(), otpauth: otpauthOf(secret, persona.username) }];
  });
}
