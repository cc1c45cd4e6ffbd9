// Skips work whose inputs have not changed since it was last done.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './install.mjs';

const stamps = join(root, '.cache/stamps');
const MADE = /(^|[\\/])(node_modules|dist|__screenshots__)([\\/]|$)/;

/** Every file below the folders, and the files themselves, in a fixed order. */
export function filesOf(paths) {
  return paths.flatMap((path) => {
    const place = join(root, path);
    if (!existsSync(place)) return [];
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !MADE.test(relative(place, file)))
      .sort();
  });
}

/**
 * Does the work unless every output is there and no input has changed since. Size and time stand for content: reading it all would cost more than the check saves.
 * @param {{ name: string, inputs: string[], outputs: string[] }} stage paths from the root of the checkout
 * @returns {Promise<boolean>} whether there was work to do
 */
export async function unlessFresh({ name, inputs, outputs }, work) {
  const stamp = join(stamps, name);
  const seen = fingerprint(inputs);
  if (outputs.every((path) => existsSync(join(root, path))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === seen) return false;
  await work();
  mkdirSync(stamps, { recursive: true });
  // What was seen before the work: a file saved while it ran makes the next run work again.
  writeFileSync(stamp, seen);
  return true;
}

function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of filesOf(inputs)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
