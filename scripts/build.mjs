// npm run build: data of the directory, then types and JavaScript of every package beside the bundles of the elements. What is up to date is skipped.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { filesOf, unlessFresh } from './freshness.mjs';
import { installMissing, root } from './install.mjs';

const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);

/** Builds what has changed; says what it did and how long it took. */
async function buildStale() {
  installMissing();
  const { prepareData } = await import('./data.mjs');
  await timed('data', prepareData);
  const { preparePdfWriter } = await import('./pdf-writer.mjs');
  await timed('PDF writer', preparePdfWriter);
  const inputs = [
    ...packages.flatMap((path) => [`${path}/src`, `${path}/package.json`, `${path}/tsconfig.json`]),
    'scripts/minify-templates.mjs',
    'tsconfig.base.json',
    'tsconfig.json',
    'package-lock.json',
  ];
  await Promise.all([
    timed('packages', () => unlessFresh({ name: 'packages', inputs, outputs: packages.map((path) => `${path}/dist/.tsbuildinfo`) }, compile)),
    timed('bundles', () =>
      unlessFresh(
        { name: 'bundles', inputs: [...inputs, 'scripts/bundle.mjs', 'scripts/retried-imports.mjs'], outputs: ['packages/elements/dist/sri.json'] },
        bundle,
      ),
    ),
  ]);
}

async function timed(name, work) {
  const start = performance.now();
  const worked = await work();
  console.error(worked ? `build: ${name} ${((performance.now() - start) / 1000).toFixed(1)} s` : `build: ${name} up to date`);
}

async function compile() {
  await tsc();
  // tsc carries JSON along only where it is imported, and nothing else: migrations and the like are read at run time.
  for (const file of filesOf(packages.map((path) => `${path}/src`))) {
    if (['.ts', '.json'].includes(extname(file))) continue;
    const place = relative(root, file).replace(/^(packages[\\/][^\\/]+[\\/])src/, '$1dist');
    mkdirSync(dirname(join(root, place)), { recursive: true });
    copyFileSync(file, join(root, place));
  }
  await minifyModules();
}

/** Bundlers of hosts leave the indentation of templates alone: what is published has none, and the map of a module still leads to the line. */
async function minifyModules() {
  const { minified } = await import('./minify-templates.mjs');
  for (const file of filesOf(['packages/elements/src'])) {
    const module = file.replace(/([\\/])src([\\/].*)\.ts$/, '$1dist$2.js');
    if (module === file || !existsSync(module)) continue;
    const made = readFileSync(module, 'utf8');
    const small = minified(module, made, { keepLines: true });
    if (small !== made) writeFileSync(module, small);
  }
}

/** In a process of its own, so that the bundles are made meanwhile. */
const tsc = () =>
  new Promise((resolve, reject) => {
    const compiler = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { cwd: root, stdio: 'inherit' });
    compiler.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('Type errors: see above.'))));
  });

async function bundle() {
  const { writeBundles } = await import('./bundle.mjs');
  await writeBundles();
}

/** The build as a step of a command: where it fails, so does the command, and the compilers have said why. */
export async function buildOrExit() {
  try {
    await buildStale();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

if (process.argv[1] === import.meta.filename) await buildOrExit();
