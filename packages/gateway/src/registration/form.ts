import type { DeclarationKey } from '@bhxh-kit/contract';
import { form01From, renderForm01 } from '@bhxh-kit/documents';
import { record } from '../audit/audit.js';
import type { Mounting } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import * as photographRows from '../photographs/photographs-repository.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { addressInWords } from './address.js';
import { openedBy } from './following.js';
import type { KeptDeclaration, Registration } from './registration.js';

/** The Mẫu 01 of a declaration (R11), made when asked for and not kept. Nothing is left to print of one that was cancelled. */
export async function formOf(
  db: Queries,
  key: DeclarationKey,
  { clock, secrets, directory, log }: Registration & Pick<Mounting, 'log'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await openedBy(db, key, secrets);
  if (!row.sealed) throw new Refusal('declaration.closed');
  const declaration = secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed);
  const portrait = await portraitOf(db, row.id, secrets);
  const facts = {
    addressText: declaration.address ? await addressInWords(declaration.address, directory) : '',
    agencyName: row.agencyName,
    reference: row.reference,
    receivedAt: row.receivedAt.toISOString(),
    ...(portrait && { portrait }),
    ...(declaration.seal !== undefined && { seal: declaration.seal }),
    ...(declaration.identityVerified && { identityVerified: declaration.identityVerified }),
  };
  const pdf = await renderForm01(form01From({ ...declaration, photographs: [] }, facts), {
    // The code alone: the facts hold characters of the answers.
    onWarning: ({ code }) => log.warned(`the form was printed without a part: ${code}`),
  });
  await record(db, clock, { act: 'form-read', subject: row.reference, actor: 'person' });
  return new Uint8Array(pdf);
}

async function portraitOf(db: Queries, declarationId: string, secrets: Secrets): Promise<Uint8Array | undefined> {
  const row = await photographRows.ofDeclaration(db, declarationId, 'portrait');
  return row?.sealed ? new Uint8Array(secrets.open('photograph', row.id, row.sealed)) : undefined;
}
