import { and, eq, gt, lte } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { newToken, tokenHash } from '../secrets/secrets.js';
import { signInTickets } from '../storage/codes-schema.js';
import type { Queries } from '../storage/database.js';

/** What a right password opens where it does not sign in yet: taking over from another device (A5), or changing a password that is too old (A3). */
export type TicketPurpose = 'take-over' | 'change-password';

/** Who gave the right password, on which device and page. */
export interface Ticket {
  readonly accountId: string;
  readonly deviceHash: string | null;
  readonly origin: string | null;
}

/** Minutes a ticket is good for. */
export const TICKET_MINUTES = 10;

/** What an account code for the step is bound to. */
export const ticketHash = tokenHash;

/** Makes a ticket, in the transaction that found the password right. Kept is its hash alone. */
export async function makeTicket(tx: Queries, purpose: TicketPurpose, whose: Ticket, clock: Clock): Promise<{ ticket: string; expiresAt: Date }> {
  const ticket = newToken();
  const expiresAt = after(clock.now(), TICKET_MINUTES * 60_000);
  await tx.insert(signInTickets).values({ hash: tokenHash(ticket), purpose, ...whose, expiresAt });
  return { ticket, expiresAt };
}

const good = (ticket: string, purpose: TicketPurpose, clock: Clock) =>
  and(eq(signInTickets.hash, tokenHash(ticket)), eq(signInTickets.purpose, purpose), gt(signInTickets.expiresAt, clock.now()));

/** Whose a ticket is, without using it up. Refuses with `session.ticket-over`. */
export async function readTicket(db: Queries, ticket: string, purpose: TicketPurpose, clock: Clock): Promise<Ticket> {
  const [row] = await db
    .select()
    .from(signInTickets)
    .where(good(ticket, purpose, clock));
  return whole(row);
}

/** Uses a ticket up: it is as good as before should the transaction not be taken. Refuses with `session.ticket-over`. */
export async function useTicket(tx: Queries, ticket: string, purpose: TicketPurpose, clock: Clock): Promise<Ticket> {
  const [row] = await tx
    .delete(signInTickets)
    .where(good(ticket, purpose, clock))
    .returning();
  return whole(row);
}

function whole(row: typeof signInTickets.$inferSelect | undefined): Ticket {
  if (!row) throw new Refusal('session.ticket-over');
  const { accountId, deviceHash, origin } = row;
  return { accountId, deviceHash, origin };
}

/** Ends every step that a password has begun, e.g. because it is not the password any more. */
export async function dropTickets(tx: Queries, accountId: string): Promise<void> {
  await tx.delete(signInTickets).where(eq(signInTickets.accountId, accountId));
}

/** Forgets tickets that are over. */
export async function forgetTickets(db: Queries, clock: Clock): Promise<void> {
  await db.delete(signInTickets).where(lte(signInTickets.expiresAt, clock.now()));
}
