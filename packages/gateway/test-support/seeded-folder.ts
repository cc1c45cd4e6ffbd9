import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../src/clock/clock.js';
import { OFFICER_PERSONAS } from '../src/sandbox/officer-personas.js';
import { PERSONAS } from '../src/sandbox/personas.js';
import { sandboxSecret } from '../src/sandbox/secret.js';
import { seed } from '../src/sandbox/seed.js';
import { Secrets } from '../src/secrets/secrets.js';
import { openDatabase } from '../src/storage/database.js';
import { fingerprint, kept } from './memory.js';
import { copyInto, putMigrated } from './migrated-folder.js';

const SEEDED = 'seeded-';

/** Fills an empty data folder of a sandbox, its secret and its personas in it, copied from one that was made once a day: hashing their passwords and sealing their lives takes longer. */
export async function putSeeded(dataFolder: string): Promise<void> {
  const people = createHash('sha256')
    .update(JSON.stringify([PERSONAS, OFFICER_PERSONAS]))
    .digest('hex');
  // A day, because passwords and guardians' links are dated.
  const name = `${SEEDED}${await fingerprint()}-${people.slice(0, 16)}-${new Date().toISOString().slice(0, 10)}`;
  const template = join(kept, name);
  if (!existsSync(template)) await makeTemplate(template, name);
  await copyInto(template, dataFolder);
}

async function makeTemplate(template: string, name: string): Promise<void> {
  await mkdir(kept, { recursive: true });
  const own = await mkdtemp(join(kept, 'making-'));
  await putMigrated(own);
  const database = await openDatabase({ dataFolder: own });
  await seed(database.queries, { clock: systemClock, secrets: new Secrets(sandboxSecret(own)) });
  await database.close();
  for (const old of await readdir(kept)) if (old.startsWith(SEEDED) && old !== name) await rm(join(kept, old), { recursive: true, force: true });
  // Whole or not at all; another test file may have been quicker.
  await rename(own, template).catch((failure: unknown) => {
    if (!existsSync(template)) throw failure;
  });
  await rm(own, { recursive: true, force: true });
}
