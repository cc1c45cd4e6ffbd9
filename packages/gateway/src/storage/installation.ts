import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from './database.js';
import { installation } from './schema.js';

/** Thrown at start when the database was made under another secret: nothing sealed in it could be opened, and nobody would be recognised. */
export class OtherSecret extends Error {
  override readonly name = 'OtherSecret';
  constructor() {
    super('This database was made under another BHXH_SECRET. Start with the secret it was made under, or use another database.');
  }
}

/** Marks a new database with the secret's id, or checks the mark. */
export async function checkInstallation(db: Queries, { keyId }: Secrets): Promise<void> {
  await db.insert(installation).values({ id: 1, keyId }).onConflictDoNothing();
  const [row] = await db.select().from(installation);
  if (row?.keyId !== keyId) throw new OtherSecret();
}
