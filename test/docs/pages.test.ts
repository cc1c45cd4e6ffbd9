import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createClient } from '@bhxh-kit/client';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
const packages = readdirSync(join(root, 'packages')).map((name) => join('packages', name));
const pages = ['README.md', ...filesIn('docs'), ...packages.map((name) => join(name, 'README.md'))].filter(
  (path) => path.endsWith('.md') && existsSync(join(root, path)),
);
const tests = ['test', ...packages.map((name) => join(name, 'src'))].flatMap(filesIn).filter((path) => path.endsWith('.test.ts'));

const withoutCode = (page: string): string => page.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
/** The anchors of a page, as GitHub makes them of its headings. */
const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Mark}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

function brokenLinks(page: string): string[] {
  const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path ? join(dirname(page), path) : page;
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
}

describe('the pages of the documentation', () => {
  it.each(pages)('%s has no link that leads nowhere', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });
});

describe('the page of features', () => {
  const rows = [...read('docs/features.md').matchAll(/^\| ([A-Z]\d+) \|.*\| ([^|]+) \| ([^|]+) \|$/gm)].map(([, id = '', proofs = '', state = '']) => ({
    id,
    proofs: [...proofs.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => join('docs', link)),
    state,
  }));
  const namesIn = (path: string): string[] =>
    [...read(path).matchAll(/\b(?:it|test|describe)(?:\.(?!skip|todo|fails)\w+(?:\([^)]*\))?)*\(\s*(['"`])(.+?)\1/gs)].map(([, , name = '']) => name);
  /** "C1–C3" as "C1, C2, C3". */
  const spelled = (name: string): string =>
    name.replace(/\b([A-Z])(\d+)–\1(\d+)\b/g, (_, row: string, from: string, to: string) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (__, at) => `${row}${Number(from) + at}`).join(', '),
    );
  const proves = (path: string, id: string): boolean => tests.includes(path) && namesIn(path).some((name) => new RegExp(`\\b${id}\\b`).test(spelled(name)));

  it('has every row of the product once, with a state of the three', () => {
    const counts = { R: 20, O: 6, A: 10, C: 6, H: 4, L: 6, N: 1, S: 5, I: 4, P: 4, E: 8 };
    const expected = Object.entries(counts).flatMap(([letter, count]) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`));
    expect(rows.map(({ id }) => id)).toEqual(expected);
    expect(rows.filter(({ state }) => !/^(done|not yet|in part: .+)$/.test(state))).toEqual([]);
  });

  it('names only elements and calls that are there', () => {
    const page = read('docs/features.md');
    const elements = new Set([...page.matchAll(/`bhxh-([a-z-]+)`/g)].map(([, name = '']) => name));
    expect([...elements].filter((name) => !existsSync(join(root, 'packages/elements/src', name, 'define.ts')))).toEqual([]);
    const client = createClient({ baseUrl: 'https://gateway.example.vn' }) as unknown as Record<string, Record<string, unknown> | undefined>;
    const calls = new Set([...page.matchAll(/`([a-z]+)\.([a-zA-Z]+)`/g)].map(([, noun = '', verb = '']) => `${noun}.${verb}`));
    expect(calls.size).toBeGreaterThan(10);
    expect([...calls].filter((call) => typeof client[call.split('.')[0]!]?.[call.split('.')[1]!] !== 'function')).toEqual([]);
  });

  it('calls done only what a test of that name proves, and names tests that are there', () => {
    expect(rows.filter(({ proofs, state }) => state === 'done' && proofs.length === 0).map(({ id }) => id)).toEqual([]);
    expect(rows.flatMap(({ id, proofs }) => proofs.filter((path) => !proves(path, id)).map((path) => `${id}: ${path}`))).toEqual([]);
  });
});
