// npm test: everything a fresh clone needs, then the tests. `npm test -- --project node` runs a part: node, browser, stories, journey.
import { spawnSync } from 'node:child_process';
import { installMissing, root } from './install.mjs';

const args = process.argv.slice(2);
const chosen = args.flatMap((arg, i) => (arg === '--project' ? args[i + 1] : arg.startsWith('--project=') ? arg.slice('--project='.length) : []));
const runs = (project) => chosen.length === 0 || chosen.includes(project);

installMissing();

// Journeys walk the host pages as they are served, with the script tag as it ships; all other tests read the sources.
if (runs('journey')) await (await import('./build.mjs')).buildStale();
else await (await import('./data.mjs')).prepareData();

const { findChromium } = await import('./browsers.mjs');
if (['browser', 'stories', 'journey'].some(runs)) {
  const { from, executablePath } = await findChromium();
  console.log(`Browser: ${executablePath} (${from})`);
}

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
