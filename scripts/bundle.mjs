// Bundles the elements for pages without a bundler: one classic script, and ES modules with shared chunks.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { root } from './install.mjs';
import { licencesOf } from './licences.mjs';
import { minifyTemplates } from './minify-templates.mjs';
import { RETRY_BANNER, retried, retryCode } from './retried-imports.mjs';

const elements = join(root, 'packages/elements');

/** The browsers the kit promises; Chrome 109 is the last one on the Windows 7 and 8 of many front desks. */
export const browserBuild = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  conditions: ['@bhxh-kit/source', 'browser', 'production'],
  metafile: true,
  write: false,
  logLevel: 'warning',
  plugins: [minifyTemplates],
};

/** Every `define.ts`: registering is the only thing these files do. */
const registrations = () =>
  readdirSync(join(elements, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(elements, 'src', entry.name, 'define.ts')))
    .map((entry) => entry.name);

/** Elements of pages of their own, officers' and people's accounts: every visitor of a public page would download them with the script tag, so they come as modules alone (docs/decisions/009). */
export const MODULES_ALONE = [
  ...['review-case', 'review-queue'],
  ...['access-log', 'benefit-history', 'change-password', 'consent', 'forgot-password', 'my-devices', 'one-time-code', 'profile', 'sign-in', 'visit-history'],
];

/**
 * The script tag: one file that registers every element a public page may use and sets `BhxhKit` (`createClient` and the element classes).
 * A classic script cannot share modules with what it imports later, so each `import()` in the source becomes the URL of a module beside the script,
 * whole in itself; one that needs Lit or the elements' foundation, which may not be there twice, is part of the script at once. The place is read from the tag: a script of another origin without `crossorigin` has no base URL of its own to import from.
 * @returns {Promise<{ script: Uint8Array, lazy: Map<string, Uint8Array>, eager: string[], inputs: string[] }>} file contents by path from dist/, the sources loaded first, and all
 */
export async function scriptTag() {
  const later = new Map();
  const first = await build({
    ...browserBuild,
    stdin: { contents: scriptTagSource(), resolveDir: join(elements, 'src'), loader: 'ts' },
    format: 'iife',
    outfile: 'bhxh-kit.iife.js',
    define: { 'import.meta.url': 'bhxhKitScript' },
    banner: { js: `(()=>{const bhxhKitScript=document.currentScript?.src||location.href;${retryCode('bhxhKitScript')}` },
    globalName: 'BhxhKit', // inside the function of the banner; the page's own is set once, so that a second copy of the kit changes nothing
    footer: { js: 'globalThis.BhxhKit??=BhxhKit;})();' },
    plugins: [minifyTemplates, postpone(later)],
  });
  const lazy = await bundleLater(later);
  let script = first.outputFiles[0].text;
  for (const [marker, file] of lazy.places) script = script.replaceAll(`import("${marker}")`, `bhxhKitPart("${file}")`);
  // The one file every visitor of a plain page downloads: terser finds another 2.5 kB where esbuild stops. Functions that stand together are more alike to gzip.
  const compress = { ecma: 2020, passes: 2, hoist_funs: true };
  const { code } = await minify(script, { ecma: 2020, compress, format: { comments: false, ecma: 2020 } });
  const eager = Object.keys(first.metafile.inputs);
  return { script: Buffer.from(code), lazy: lazy.files, eager, inputs: [...eager, ...lazy.inputs] };
}

const scriptTagSource = () => `
  export { createClient } from '@bhxh-kit/client';
  ${registrations()
    .filter((name) => !MODULES_ALONE.includes(name))
    .map((name) => `import './${name}/define.js'; export * from './${name}/${name}.js';`)
    .join('\n')}`;

/** Modules with a state of their own, or too heavy to be there twice. */
const ONCE = /node_modules\/(lit|lit-html|lit-element|@lit)\/|packages\/elements\/src\/foundation\//;

/** Whether a module can be loaded beside the script without bringing a second copy of what the script has. */
async function standsAlone(path) {
  const { metafile } = await build({ ...browserBuild, entryPoints: [path], format: 'esm', outdir: 'out', logLevel: 'silent' });
  return !Object.keys(metafile.inputs).some((input) => ONCE.test(input));
}

/** Leaves every `import()` that stands alone out of the bundle under a marker, and remembers what it meant. */
const postpone = (later) => ({
  name: 'postpone',
  setup({ onResolve, onLoad, resolve }) {
    onLoad({ filter: /.*/, namespace: 'registered' }, () => ({ contents: '' }));
    onResolve({ filter: /.*/ }, async ({ path, kind, pluginData, ...from }) => {
      if (kind !== 'dynamic-import' || pluginData === later) return undefined;
      const found = await resolve(path, {
        kind,
        pluginData: later,
        importer: from.importer,
        resolveDir: from.resolveDir,
        namespace: from.namespace,
        with: from.with,
      });
      if (found.errors.length > 0) return found;
      // The script registers this element anyway: loading it is nothing to do, and the whole of it need not be wrapped for being loaded.
      if (basename(found.path) === 'define.ts') return { path: 'registered', namespace: 'registered' };
      if (!(await standsAlone(found.path))) return found;
      const marker = `later:${relative(root, found.path).replaceAll('\\', '/')}`;
      later.set(marker, found.path);
      return { path: marker, external: true };
    });
  },
});

async function bundleLater(later) {
  const nameOf = (path) =>
    relative(root, path)
      .replace(/^(packages|node_modules)[\\/]/, '')
      .replace(/\.\w+$/, '')
      .replaceAll(/[^\w-]+/g, '-')
      .replaceAll(/-(src|index)(?=-|$)/g, '');
  const files = new Map();
  const places = new Map();
  if (later.size === 0) return { files, places, inputs: [] };
  const made = await build({
    ...browserBuild,
    entryPoints: [...later].map(([, path]) => ({ in: path, out: nameOf(path) })),
    format: 'esm',
    splitting: true,
    outdir: 'bhxh-kit',
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    banner: await moduleBanner(),
  });
  for (const [path, contents] of await modulesOf(made)) files.set(path, contents);
  for (const [output, { entryPoint }] of Object.entries(made.metafile.outputs)) if (entryPoint) places.set(`later:${entryPoint}`, output);
  return { files, places, inputs: Object.keys(made.metafile.inputs) };
}

/** The kit's own code by its path in a build of this file. */
const OUR_SOURCES = /^packages\/\w+\/src\//;

/** Path and contents of every module of a build with the banners of `moduleBanner`. */
async function modulesOf({ outputFiles, metafile }) {
  const { COMPILE_HINT, isCalledWhole } = await compileHint();
  return outputFiles.map(({ path, text }) => {
    const name = relative(root, path).replaceAll('\\', '/');
    const specifierOf = (other) => posix.relative(posix.dirname(name), other).replace(/^(?!\.)/, './');
    const { imports, inputs } = metafile.outputs[name];
    const lengths = Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]);
    const code = retried(text, imports, specifierOf);
    return [name, Buffer.from(isCalledWhole(lengths, OUR_SOURCES) ? code : code.replace(COMPILE_HINT, ''))];
  });
}

/** The elements' own, of its source: what is published of it may be in the making. */
async function compileHint() {
  const { code } = await transform(readFileSync(join(elements, 'src/compile-hint/compile-hint.ts'), 'utf8'), { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** What stands before each module, so that the hash in its name tells it too, until `modulesOf` takes away what one does not need. */
const moduleBanner = async () => ({ js: `${(await compileHint()).COMPILE_HINT}${RETRY_BANNER}` });

/** ES modules for `<script type="module">`: class and registration of each element, what sends people to VNeID and back, Lit and the rest in shared chunks. */
async function modules() {
  const made = await build({
    ...browserBuild,
    entryPoints: [
      { in: join(root, 'packages/client/src/vneid/vneid.ts'), out: 'vneid' },
      ...registrations().flatMap((name) => [
        { in: join(elements, 'src', name, `${name}.ts`), out: name },
        { in: join(elements, 'src', name, 'define.ts'), out: `define/${name}` },
      ]),
    ],
    format: 'esm',
    splitting: true,
    outdir: 'esm',
    chunkNames: 'shared/[name]-[hash]',
    banner: await moduleBanner(),
  });
  return {
    files: await modulesOf(made),
    inputs: Object.keys(made.metafile.inputs),
  };
}

/** What the elements fetch from beside the script (`assets-base`): by its folder there, where it is in the checkout. */
const ASSETS = { documents: 'packages/documents/fonts', directory: 'packages/directory/dist/data' };

/** Writes dist/bhxh-kit.iife.js, dist/bhxh-kit/, dist/esm/, the assets, the integrity hash of each script to dist/sri.json, and the licences of what is inside. */
export async function writeBundles() {
  const dist = join(elements, 'dist');
  const [{ script, lazy, inputs }, esm] = await Promise.all([scriptTag(), modules()]);
  for (const old of ['bhxh-kit', 'esm', ...Object.keys(ASSETS)]) rmSync(join(dist, old), { recursive: true, force: true });
  for (const [folder, source] of Object.entries(ASSETS)) cpSync(join(root, source), join(dist, folder), { recursive: true });
  cpSync(join(root, 'packages/directory/NOTICE'), join(dist, 'directory/NOTICE'));
  const files = [['bhxh-kit.iife.js', script], ...lazy, ...esm.files].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), contents);
  }
  const integrity = Object.fromEntries(files.map(([path, contents]) => [path, `sha384-${createHash('sha384').update(contents).digest('base64')}`]));
  writeFileSync(join(dist, 'LICENSES.txt'), `${licencesOf([...inputs, ...esm.inputs])}\n`);
  writeFileSync(join(dist, 'sri.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}
