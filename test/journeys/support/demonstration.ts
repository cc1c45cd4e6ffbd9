import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, openLog } from '@bhxh-kit/gateway';
import { type OpenedDemo, openDemo } from '../../../demo/server/open-demo.mjs';
import type { KeptDeclaration } from '../../../packages/gateway/src/registration/registration.js';
import { sandboxSecret } from '../../../packages/gateway/src/sandbox/secret.js';
import { Secrets } from '../../../packages/gateway/src/secrets/secrets.js';
import { rowsOf } from '../../../packages/gateway/test-support/gateway.js';
import { putSeeded } from '../../../packages/gateway/test-support/seeded-folder.js';

/** The gateway's environment, by name: `BHXH_RULE_PACK: '2021'`. */
export type Environment = Readonly<Record<string, string>>;

/** The four host pages and their gateway, as `npm start` opens them, on free ports with a data folder of their own. */
export interface Demonstration extends OpenedDemo {
  readonly dataFolder: string;
  readonly database: Database;
  /** Every line the gateway logged, at its most talkative. */
  readonly logLines: readonly string[];
  rows(query: string): Promise<Record<string, unknown>[]>;
  /** A declaration as its row in PostgreSQL holds it, with the seal opened; and its photographs by kind. */
  kept(reference: string): Promise<Kept>;
  /** Moves the sandbox's clock on, or back to the time of the machine, and does what became due. */
  moveClock(by: { readonly advanceDays?: number; readonly advanceMinutes?: number } | { readonly reset: true }): Promise<void>;
  /** Opens the same data again under other settings; this one is closed by it. */
  reopened(environment: Environment): Promise<Demonstration>;
  /** Closes everything and leaves the folder as it is. */
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

export async function openDemonstration(environment: Environment = {}, existing?: string): Promise<Demonstration> {
  const dataFolder = existing ?? mkdtempSync(join(tmpdir(), 'bhxh-journey-'));
  if (!existing) await putSeeded(dataFolder);
  const database = await openDatabase({ dataFolder });
  const logLines: string[] = [];
  const log = openLog({ log: 'debug' }, { write: (line: string) => void logLines.push(line) });
  const demo = await openDemo({ firstPort: 0, environment: { BHXH_DATA: dataFolder, BHXH_CHALLENGE: 'none', ...environment }, parts: { database, log } });
  let open = true;
  const stop = async () => {
    if (!open) return;
    open = false;
    await demo.close();
    await database.close();
  };
  return {
    ...demo,
    dataFolder,
    database,
    logLines,
    rows: (query) => rowsOf(database, query),
    kept: (reference) => keptOf(database, new Secrets(sandboxSecret(dataFolder)), reference),
    moveClock: async (by) => {
      const answer = await fetch(`${demo.gateway}/sandbox/clock`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(by),
      });
      if (!answer.ok) throw new Error(`The clock was not moved: ${answer.status}`);
    },
    reopened: async (changed) => {
      await stop();
      return openDemonstration(changed, dataFolder);
    },
    stop,
    close: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
