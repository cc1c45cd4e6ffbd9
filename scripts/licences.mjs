// The licence texts of what a bundle holds of others: their authors ask that they go along with every copy.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * @param {Iterable<string>} inputs sources of a bundle, as esbuild's metafile names them from the root of the checkout
 * @returns {string} name, version and licence of each package, in the order of their names; throws for one that has no licence text
 */
export function licencesOf(inputs) {
  const folders = new Set();
  const made = new Set();
  for (const input of inputs) {
    const folder = PACKAGE.exec(input)?.[0];
    if (folder) folders.add(folder);
    // What was bundled before keeps the licences of what is inside beside it.
    else if (existsSync(join(root, dirname(input), 'LICENSES.txt'))) made.add(join(root, dirname(input), 'LICENSES.txt'));
  }
  return [...[...folders].sort().map(licenceOf), ...[...made].sort().map((file) => readFileSync(file, 'utf8').trim())].join('\n\n---\n\n');
}

function licenceOf(folder) {
  const place = join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const file = readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence text to keep with its copy in a bundle.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(place, file), 'utf8').trim()}`;
}
