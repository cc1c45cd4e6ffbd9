import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

const demo = fileURLToPath(new URL('..', import.meta.url));

let bundled;

/** The bundles, made once in a process however often the pages are opened. */
export const bundlePages = () => (bundled ??= bundle());

/**
 * Bundles the three hosts that have a bundler, from the packages as they are published; what they load later becomes chunks.
 * @returns {Promise<Map<string, { contents: Uint8Array, source: string, imports: { module: string, fetchedLater: boolean }[] }>>} by file name; `source` is the module a chunk was
 *   asked for by, empty for one that others share
 */
async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: demo,
    entryPoints: {
      'school-intranet': 'school-intranet/intranet.js',
      'hospital-desk': 'hospital-desk/desk.js',
      'agency-desk': 'agency-desk/agency.js',
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    // Chrome 109 is the last one for the Windows 7 and 8 of many front desks.
    target: ['chrome109', 'firefox115', 'safari16.4'],
    conditions: ['browser', 'production'],
    outdir: 'bundle',
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  // esbuild keeps a process of its own, which nothing needs any more.
  await stop();
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const place = relative(demo, path).replaceAll('\\', '/');
      const { entryPoint = '', imports } = metafile.outputs[place];
      return [
        nameOf(place),
        { contents, source: entryPoint, imports: imports.map(({ path, kind }) => ({ module: nameOf(path), fetchedLater: kind === 'dynamic-import' })) },
      ];
    }),
  );
}

/** In the folder of the bundles. */
const nameOf = (place) => place.replace(/^bundle\//, '');
