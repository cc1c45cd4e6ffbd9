import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { identityMacOf } from '../accounts/account-identities.js';
import { personMac } from '../accounts/accounts-repository.js';
import { hashPassword } from '../accounts/passwords.js';
import { type Clock, today } from '../clock/clock.js';
import { addOfficer, OfficerRefused } from '../officers/enrolment.js';
import { withOrdinals } from '../histories/ordinals.js';
import { placeOfLines } from '../histories/visits.js';
import { find } from '../officers/officers-repository.js';
import { packInForce } from '../rules/rules.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { guardianLinks } from '../storage/guardians-schema.js';
import { benefitPayments, medicalVisits, participationPeriods } from '../storage/histories-schema.js';
import { accounts, healthCards } from '../storage/schema.js';
import { OFFICER_PERSONAS, type OfficerPersona } from './officer-personas.js';
import { type Persona, personasOn } from './personas.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'rulePack'>;
}

/** Puts the personas in that are not yet there. */
export async function seed(db: Queries, { clock, secrets, settings }: Needs): Promise<void> {
  for (const persona of personasOn(today(clock))) {
    const [known] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, persona.id));
    if (!known) await seedOne(db, persona, { clock, secrets, settings });
  }
  for (const persona of OFFICER_PERSONAS) if (!(await find(db, persona.id))) await addPersona(db, persona, { clock, secrets });
}

/** Another gateway that starts at the same time may be faster. */
async function addPersona(db: Queries, persona: OfficerPersona, needs: { readonly clock: Clock; readonly secrets: Secrets }): Promise<void> {
  try {
    await addOfficer({ ...persona, passwordGiven: false }, { db, ...needs });
  } catch (failure) {
    if (!(failure instanceof OfficerRefused)) throw failure;
  }
}

async function seedOne(db: Queries, persona: Persona, { clock, secrets, settings }: Needs): Promise<void> {
  const passwordHash = await hashPassword(persona.password);
  const accountId = persona.id;
  await db.transaction(async (tx) => {
    const account = {
      id: accountId,
      personMac: personMac(secrets, persona.profile.bhxhNumber),
      identityMac: identityMacOf(persona.profile, secrets),
      passwordHash,
      sealed: secrets.sealJson('account', accountId, persona.profile),
      createdAt: clock.now(),
    };
    const inserted = await tx.insert(accounts).values(account).onConflictDoNothing().returning({ id: accounts.id });
    if (inserted.length === 0) return;
    const cards = persona.cards.map((card, at) => {
      const id = idOf(accountId, 'card', at);
      return { id, accountId, sealed: secrets.sealJson('account', id, card) };
    });
    if (cards.length > 0) await tx.insert(healthCards).values(cards);
    await seedHistories(tx, persona, secrets);
    if (persona.guardian) await tx.insert(guardianLinks).values(linkOf(persona, persona.guardian, { clock, settings }));
  });
}

/** Of the guardian, who is put in before; until the child has the age of the pack in force. */
function linkOf({ id: childId }: Persona, guardianId: string, { clock, settings }: Omit<Needs, 'secrets'>): typeof guardianLinks.$inferInsert {
  return { id: idOf(childId, 'guardian', 0), guardianId, childId, since: clock.now(), rulePack: packInForce(settings, clock).id };
}

/** Participation, benefits and visits as a register would have given them. */
async function seedHistories(tx: Queries, { id: accountId, participation, benefits = [], visits = [] }: Persona, secrets: Secrets): Promise<void> {
  const numbered = <Row extends object>(kind: string, rows: readonly Row[]) => rows.map((row, at) => ({ ...row, id: idOf(accountId, kind, at) }));
  const kept = <Row extends { id: string; ordinal: number }>({ ordinal, ...row }: Row) => ({
    id: row.id,
    accountId,
    ordinal,
    sealed: secrets.sealJson('account', row.id, row),
  });
  const periods = withOrdinals(numbered('period', participation), ({ from }) => from).map(kept);
  if (periods.length > 0) await tx.insert(participationPeriods).values(periods);
  const payments = withOrdinals(numbered('benefit', benefits), ({ from }) => from).map(kept);
  if (payments.length > 0) await tx.insert(benefitPayments).values(payments);
  const book = withOrdinals(numbered('visit', visits), ({ admittedOn, admittedTime = '' }) => `${admittedOn}T${admittedTime}`).map(({ lines, ...visit }) => ({
    ...kept(visit),
    sealedLines: lines ? secrets.sealJson('account', placeOfLines(visit.id), lines) : null,
  }));
  if (book.length > 0) await tx.insert(medicalVisits).values(book);
}

/** The same row has the same id in every sandbox. */
function idOf(accountId: string, kind: string, at: number): string {
  const hex = createHash('sha256').update(`${accountId} ${kind} ${at}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
