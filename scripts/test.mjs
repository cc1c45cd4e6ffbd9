// npm test: everything a fresh clone needs, then the tests.
// `npm test -- --project node` runs a part (rules, node, gateway, browser, stories, journey), `npm test -- packages/domain` a folder.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installMissing, root } from './install.mjs';

const args = process.argv.slice(2);
const { values, positionals: paths } = parseArgs({ args, strict: false, allowPositionals: true, options: { project: { type: 'string', multiple: true } } });
const projects = values.project ?? [];
const runs = (name) => projects.length === 0 || projects.some((project) => project.startsWith(name) || project === '*');

installMissing();

// Journeys walk the host pages as they are served, with the script tag as it ships; all other tests read the sources.
const journeys = runs('journey') && (paths.length === 0 || paths.some((path) => path.startsWith('test')));
if (journeys) {
  await (await import('./build.mjs')).buildOrExit();
  // A gateway in a process of its own then is the published one, which starts with half the work.
  process.env.BHXH_TEST_BUILT = '1';
} else await (await import('./data.mjs')).prepareData();

const { findChromium } = await import('./browsers.mjs');
const { from, executablePath } = await findChromium();
console.log(`Browser: ${executablePath} (${from})`);

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
