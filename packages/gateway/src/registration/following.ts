import type { DeclarationKey, DeclarationProgress } from '@bhxh-kit/contract';
import { formatReference, parseReference } from '@bhxh-kit/domain';
import { Refusal } from '../http/refusal.js';
import { accessesTo } from '../review/accesses.js';
import { rejectionOf } from '../review/acts-repository.js';
import { type Secrets, sameDigest } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import type { DeclarationRow } from '../storage/schema.js';
import { contactMac } from './contact.js';
import * as rows from './declarations-repository.js';
import type { Registration } from './registration.js';

/** Where the declaration stands (R17). What a cancelled one left behind is enough to answer: its reference, its times and why. */
export async function follow(db: Queries, key: DeclarationKey, { clock, secrets, directory }: Registration): Promise<DeclarationProgress> {
  const row = await openedBy(db, key, secrets);
  const history = await rows.eventsOf(db, row.id);
  return {
    reference: row.reference,
    status: row.status,
    rulePack: row.rulePack,
    ...(row.purpose && { purpose: row.purpose }),
    agencyCode: row.agencyCode,
    agencyName: row.agencyName,
    receivedAt: row.receivedAt.toISOString(),
    ...(row.paperDueAt && { paperDueAt: row.paperDueAt.toISOString() }),
    ...(row.reason && { reason: row.reason }),
    ...(await rejectionOf(db, row, secrets)),
    accesses: await accessesTo(db, row.reference, { directory }),
    history: history.map(({ status, at }) => ({ status, at: at.toISOString() })),
    now: clock.now().toISOString(),
  };
}

/** The declaration of this reference and contact. An unknown reference and a wrong contact are one answer. */
export async function openedBy(db: Queries, { reference, contact }: DeclarationKey, secrets: Secrets): Promise<DeclarationRow> {
  const read = parseReference(reference);
  const row = read.ok ? await rows.find(db, formatReference(read.value)) : undefined;
  const mac = contactMac(secrets, row?.reference ?? '', contact);
  if (!row || !(sameDigest(row.phoneMac, mac) || sameDigest(row.emailMac ?? '', mac))) throw new Refusal('declaration.not-found');
  return row;
}
