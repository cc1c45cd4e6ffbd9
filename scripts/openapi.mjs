// npm run openapi: writes packages/contract/openapi.json from the operation list; `--check` fails when the committed document says anything else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { installMissing, root } from './install.mjs';

installMissing();
const place = join(root, 'packages/contract/openapi.json');
const { openApiDocument } = await fromSource('packages/contract/src/openapi/openapi.ts').catch(() => process.exit(1)); // esbuild has said why
const { summariesOf } = await fromSource('packages/contract/src/openapi/summaries.ts').catch(() => process.exit(1));
const lists = ['first', 'later'].map((list) => readFileSync(join(root, `packages/contract/src/${list}-operations.ts`), 'utf8'));
const summaries = summariesOf(lists.join('\n'));
const text = `${JSON.stringify(openApiDocument(summaries), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(place, text);
  console.log('Wrote packages/contract/openapi.json');
} else if (text === readFileSync(place, 'utf8')) {
  console.log('packages/contract/openapi.json is what the operation list says.');
} else {
  console.error('packages/contract/openapi.json is not what the operation list says: run `npm run openapi` and commit the result.');
  process.exit(1);
}

/** Imports a TypeScript module of the workspace without a build. */
async function fromSource(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['@bhxh-kit/source'],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
