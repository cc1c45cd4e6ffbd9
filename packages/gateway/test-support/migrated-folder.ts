import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../src/storage/database.js';
import { fingerprint, kept } from './memory.js';

/** Puts the files of a database into an empty data folder, copied from one that was migrated once: making them takes ten times as long. */
export async function putMigrated(dataFolder: string): Promise<void> {
  const template = join(kept, `folder-${await fingerprint()}`);
  if (!existsSync(template)) await makeTemplate(template);
  await mkdir(join(dataFolder, 'postgres'));
  await copyInto(template, join(dataFolder, 'postgres'));
}

/** Copies what is in a folder by the system's own program, where it has one: Node needs four times the work for the thousand files of a cluster. */
export async function copyInto(from: string, folder: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, folder, { recursive: true });
  else await promisify(execFile)('cp', ['-R', `${from}/.`, folder]);
}

async function makeTemplate(template: string): Promise<void> {
  await mkdir(kept, { recursive: true });
  const own = await mkdtemp(`${template}-`);
  await (await openDatabase({ dataFolder: own })).close();
  // Whole or not at all; another test file may have been quicker.
  await rename(join(own, 'postgres'), template).catch((failure: unknown) => {
    if (!existsSync(template)) throw failure;
  });
  await rm(own, { recursive: true, force: true });
}
