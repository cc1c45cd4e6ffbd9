// npm run docs:examples: the TypeScript and JavaScript of the documentation, checked against the types that are published.
// An example may use what scripts/docs-examples/placeholders.d.mts takes for granted; all else it has to import or make itself, as whoever copies it has to.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOf, pages } from './docs-pages.mjs';
import { root, run } from './install.mjs';

const place = join(root, '.cache/docs-examples');

/** What of an example is a script, and how many lines come before it: the whole of a block, or what stands between the script tags of a page. */
function scriptsIn({ language, text }) {
  if (['ts', 'js'].includes(language)) return [{ code: text, above: 0 }];
  if (language !== 'html') return [];
  return [...text.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(({ 1: code, index, 0: whole }) => ({
    code,
    above: text.slice(0, index + whole.indexOf('>')).split('\n').length - 1,
  }));
}

rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });
let count = 0;
for (const page of pages())
  for (const example of examplesOf(page))
    for (const { code, above } of scriptsIn(example)) {
      const line = example.line + above;
      // As many lines above as on the page, so that a fault is told where it stands there.
      writeFileSync(join(place, `${page.replaceAll('/', '.')}.${line}.ts`), `${'\n'.repeat(line - 1)}${code}\nexport {};\n`);
      count++;
    }
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'scripts/docs-examples']);
console.log(`Documentation: ${count} examples fit the published types.`);
