// The pages somebody who puts the kit on a page reads, and the examples on them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** Paths from the root of the checkout, with slashes on every system. Decisions tell of what was, and are left out. */
export const pages = () => [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !name.startsWith('docs/decisions/'))
    .sort(),
  ...readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}/README.md`)
    .filter((name) => existsSync(join(root, name))),
];

/**
 * The fenced blocks of a page.
 * @param {string} page a path of `pages()`
 * @returns {{ language: string, line: number, text: string }[]} `line` is that of the first line within the fence, counted from 1
 */
export function examplesOf(page) {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w*)\n(.*?)^```/gms)].map(({ 1: language, 2: block, index }) => ({
    language,
    line: text.slice(0, index).split('\n').length + 1,
    text: block,
  }));
}
