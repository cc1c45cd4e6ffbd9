import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Database } from '../src/storage/database.js';
import { quickBytes } from '../src/storage/quick-bytes.js';
import { emptied, schemaOf } from './emptied.js';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
/** Where templates are kept between runs. */
export const kept = fileURLToPath(new URL('../../../node_modules/.cache/bhxh-kit', import.meta.url));

interface Embedded {
  readonly pglite: PGlite;
  /** As it was migrated. */
  readonly schema: string;
}

/** Those whose test file has ended, empty again: to open another one takes ten times the work of emptying one. */
const free: Embedded[] = [];

/** An empty database embedded in memory, of the caller alone until it is closed. */
export async function openMemory(): Promise<Database> {
  const embedded = free.pop() ?? (await opened());
  let closed = false;
  // Who asks after closing is refused, as by a database that is gone: the next test file has it by then.
  const client = new Proxy(embedded.pglite, {
    get: (pglite, name) => {
      if (closed) throw new Error('the database of the test is closed');
      const part: unknown = Reflect.get(pglite, name, pglite);
      return typeof part === 'function' ? part.bind(pglite) : part;
    },
  });
  const close = async () => {
    if (closed) return;
    closed = true;
    if (await emptied(embedded.pglite, embedded.schema)) free.push(embedded);
    else await embedded.pglite.close();
  };
  return { queries: drizzle(client), close };
}

async function opened(): Promise<Embedded> {
  const pglite = await copied();
  return { pglite, schema: await schemaOf(pglite) };
}

/** Copied from one that was migrated once: making a cluster takes many times as long as copying it. */
async function copied(): Promise<PGlite> {
  const file = join(kept, `memory-${await fingerprint()}.tar`);
  const template = await readFile(file).catch(() => undefined);
  if (template) return PGlite.create({ loadDataDir: new Blob([new Uint8Array(template)]), ...quickBytes });
  const pglite = await PGlite.create(quickBytes);
  await migrate(drizzle(pglite), { migrationsFolder });
  await mkdir(kept, { recursive: true });
  const own = `${file}.${process.pid}`;
  await writeFile(own, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  // Whole or not at all: other test files look for it meanwhile.
  await rename(own, file);
  return pglite;
}

/** Another migration or another PGlite makes another template. */
export async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  hash.update(await readFile(new URL('../package.json', import.meta.url)));
  for (const name of (await readdir(migrationsFolder)).filter((each) => each.endsWith('.sql')).sort()) hash.update(await readFile(join(migrationsFolder, name)));
  return hash.digest('hex').slice(0, 16);
}
