import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, openLog } from '@bhxh-kit/gateway';
import { type OpenedDemo, openDemo } from '../../../demo/server/open-demo.mjs';
import type { KeptDeclaration } from '../../../packages/gateway/src/registration/registration.js';
import { sandboxSecret } from '../../../packages/gateway/src/sandbox/secret.js';
import { Secrets } from '../../../packages/gateway/src/secrets/secrets.js';
import { rowsOf, SECRET } from '../../../packages/gateway/test-support/gateway.js';
import { putMigrated } from '../../../packages/gateway/test-support/migrated-folder.js';
import { freshDatabase } from './fresh-database.js';
import { type Move, moveClock } from './sandbox.js';

/** The gateway's environment, by name: `BHXH_RULE_PACK: '2021'`. */
export type Environment = Readonly<Record<string, string>>;

/** Where a demonstration keeps what it is told. */
interface Place {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly environment: Environment;
  readonly dataFolder?: string;
}

/** The four host pages and their gateway, as `npm start` opens them, on free ports. */
export interface Demonstration extends OpenedDemo, Omit<Place, 'environment'> {
  /** Every line the gateway logged, at its most talkative. */
  readonly logLines: readonly string[];
  rows(query: string): Promise<Record<string, unknown>[]>;
  /** A declaration as its row in PostgreSQL holds it, with the seal opened; and its photographs by kind. */
  kept(reference: string): Promise<Kept>;
  /** Moves the sandbox's clock on, or back to the time of the machine, and does what became due. */
  moveClock(by: Move): Promise<void>;
  /** Closes everything and leaves what is kept as it is. */
  stop(): Promise<void>;
}

export interface Kept {
  readonly row: Readonly<Record<string, unknown>>;
  readonly declaration: KeptDeclaration;
  readonly photographs: ReadonlyMap<string, Buffer>;
}

async function keptOf(database: Database, secrets: Secrets, reference: string): Promise<Kept> {
  const [row] = await rowsOf(database, `select * from declarations where reference = '${reference}'`);
  if (!row) throw new Error(`No row of ${reference}`);
  const id = String(row['id']);
  const photographs = await rowsOf(database, `select id, kind, sealed from photographs where declaration_id = '${id}'`);
  return {
    row,
    declaration: secrets.openJson('declaration', id, row['sealed'] as Uint8Array),
    photographs: new Map(photographs.map((photo) => [String(photo['kind']), secrets.open('photograph', String(photo['id']), photo['sealed'] as Uint8Array)])),
  };
}

const inMemory = async (): Promise<Place> => ({ database: await freshDatabase(), secrets: new Secrets(SECRET), environment: { BHXH_SECRET: SECRET } });

/** As `npm start` keeps it, for journeys that look into its files. */
async function inFolder(): Promise<Place> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'bhxh-journey-'));
  await putMigrated(dataFolder);
  const database = await openDatabase({ dataFolder });
  return { database, secrets: new Secrets(sandboxSecret(dataFolder)), environment: { BHXH_DATA: dataFolder }, dataFolder };
}

/** @param kept in memory, or in a data folder of its own */
export async function openDemonstration(environment: Environment = {}, kept: 'in memory' | 'in a folder' = 'in memory'): Promise<Demonstration> {
  const { environment: ofPlace, ...place } = await (kept === 'in memory' ? inMemory() : inFolder());
  const { database, secrets, dataFolder } = place;
  const logLines: string[] = [];
  const log = openLog({ log: 'debug' }, { write: (line: string) => void logLines.push(line) });
  const demo = await openDemo({ firstPort: 0, environment: { ...ofPlace, BHXH_CHALLENGE: 'none', ...environment }, parts: { database, log } });
  let open = true;
  const stop = async () => {
    if (!open) return;
    open = false;
    await demo.close();
    await database.close();
  };
  return {
    ...demo,
    ...place,
    logLines,
    rows: (query) => rowsOf(database, query),
    kept: (reference) => keptOf(database, secrets, reference),
    moveClock: (by) => moveClock(demo, by),
    stop,
    close: async () => {
      await stop();
      if (dataFolder !== undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
