import type { DeclarationKey, ResentNotice } from '@bhxh-kit/contract';
import { maskedContact, sendsMailAlone } from '../accounts/code-contact.js';
import { record } from '../audit/audit.js';
import { after } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import * as rows from './declarations-repository.js';
import { openedBy } from './following.js';
import { messagesOf } from './notices.js';
import type { KeptDeclaration, Registration } from './registration.js';

/** Milliseconds between two: whoever has the reference must not make somebody's phone ring all day. */
const BETWEEN = 10 * 60_000;

/**
 * Sends the notice of receipt again, to the contacts the declaration has and to no other (R12, R13): while it is open, because what was decided has a notice of its own. The
 * Mẫu 01 itself is no part of it: it is full of numbers, and is had at any time by `declarations.form`.
 */
export async function resend(db: Queries, key: DeclarationKey, { clock, secrets, settings }: Registration): Promise<ResentNotice> {
  return db.transaction(async (tx) => {
    const { id } = await openedBy(tx, key, secrets);
    const row = await rows.findForUpdate(tx, id);
    const waiting = row?.status === 'waiting-for-paper';
    if (!row?.sealed || !(waiting || row.status === 'in-review')) throw new Refusal('declaration.closed');
    const now = clock.now();
    const { resentAt } = row;
    const again = resentAt ? after(resentAt, BETWEEN) : now;
    if (resentAt && again > now && resentAt <= now) throw new Refusal('notice.too-soon', { retryAfter: Math.ceil((again.getTime() - now.getTime()) / 1000) });
    const declaration = secrets.openJson<KeptDeclaration>('declaration', id, row.sealed);
    const { reference, agencyName, paperDueAt } = row;
    const due = waiting && paperDueAt ? { paperDueAt: paperDueAt.toISOString() } : {};
    const messages = messagesOf(paperDueAt && !waiting ? 'paper-in' : 'received', { reference, agencyName, ...due }, declaration);
    await rows.update(tx, id, { resentAt: now });
    await inOneStatement(tx, putting(tx, { notice: 'received', declarationId: id, messages }, { clock, secrets }));
    await record(tx, clock, { act: 'notice-resent', subject: reference, actor: 'person' });
    const leaving = messages.filter(({ channel }) => channel === 'email' || !sendsMailAlone(settings));
    return { sentTo: leaving.map(({ to }) => maskedContact(to)), sendAgainAt: after(now, BETWEEN).toISOString() };
  });
}
