import { randomUUID } from 'node:crypto';
import { hashPassword } from '../accounts/passwords.js';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { officers } from '../storage/officers-schema.js';
import { newCodeSecret } from './one-time-codes.js';
import { foldedUsername, sealedCodeSecret, sealedName } from './officers-repository.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** An officer to be. */
export interface NewOfficer {
  readonly id?: string;
  readonly username: string;
  readonly fullName: string;
  readonly agencyCode: string;
  readonly password: string;
  /** The password is to be changed before anything opens. */
  readonly passwordGiven: boolean;
}

/** Thrown when a user name is somebody's already. */
export class UsernameTaken extends Error {
  override readonly name = 'UsernameTaken';
}

/** Puts an officer in and answers the secret of their one-time codes, which is told once. */
export async function addOfficer(
  db: Queries,
  { id = randomUUID(), username, fullName, agencyCode, password, passwordGiven }: NewOfficer,
  { clock, secrets }: Needs,
): Promise<Uint8Array> {
  const passwordHash = await hashPassword(password);
  const codeSecret = newCodeSecret();
  return db.transaction(async (tx) => {
    const row = {
      id,
      username: foldedUsername(username),
      passwordHash,
      passwordGiven,
      sealedCodeSecret: sealedCodeSecret(id, codeSecret, secrets),
      agencyCode,
      sealedName: sealedName(id, fullName, secrets),
      createdAt: clock.now(),
    };
    const inserted = await tx.insert(officers).values(row).onConflictDoNothing().returning({ id: officers.id });
    if (inserted.length === 0) throw new UsernameTaken(`There is an officer ${row.username} already.`);
    await record(tx, clock, { act: 'officer-added', subject: id, actor: 'operator', agencyCode });
    return codeSecret;
  });
}
