// Makes dist/pdf-writer: pdfkit as one module for browser and Node alike, free of `eval` and of what a form does not need, with the licences of what is inside.
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const out = resolve(here, '../dist/pdf-writer');
const standIn = (name) => ({ path: join(here, 'stand-ins', `${name}.js`) });

/** What pdfkit and fontkit import, and what they get. */
const STAND_INS = [
  [/^fontkit$/, 'fontkit'],
  [/^stream$/, 'stream'],
  [/^zlib$/, 'zlib'],
  [/^(fs|linebreak|png-js|@noble\/.*)$/, 'absent'],
  [/^unicode-properties$/, 'marks'],
  [/\/layout\/LayoutEngine$/, 'layout-engine'],
  [/^(\.\.?\/(tables)?|\.\/tables)$/, 'tables'],
  [/\/(CFFGlyph|SBIXGlyph|COLRGlyph|GlyphVariationProcessor|CFFSubset)$/, 'absent'],
];

const plugin = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, importer }) => {
      if (!/node_modules[\\/](pdfkit|fontkit)[\\/]/.test(importer)) return undefined;
      const [, name] = STAND_INS.find(([asked]) => asked.test(path)) ?? [];
      return name && standIn(name);
    });
    // fontkit is bundled from its sources: they use decorators, and their package keeps them out of its exports.
    onResolve({ filter: /^fontkit\/src\// }, ({ path }) => ({ path: join(fontkit, path.slice('fontkit/'.length)) }));
    onLoad({ filter: /fontkit[\\/]src[\\/].*\.js$/ }, ({ path }) => ({ contents: readFileSync(path), loader: 'ts' }));
  },
};

const fontkit = folderOf('fontkit');

function folderOf(name) {
  const entry = fileURLToPath(import.meta.resolve(name));
  return entry.slice(0, entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length);
}

/** The licence texts of every package inside, which their authors ask to be kept with copies. */
function licencesOf(inputs) {
  const folders = new Set(
    inputs
      .filter((input) => !input.startsWith('(disabled)'))
      .map((input) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(resolve(here, input))?.[0])
      .filter(Boolean),
  );
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8') : ''}`.trim();
  });
}

function put(name, contents) {
  // Written aside and moved, so that a test that runs meanwhile never reads half of it.
  const aside = join(out, `${name}.${process.pid}`);
  writeFileSync(aside, contents);
  renameSync(aside, join(out, name));
}

export async function makePdfWriter() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: here,
    entryPoints: [join(dirname(folderOf('fontkit')), 'pdfkit/js/pdfkit.es.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    target: ['chrome109', 'firefox115', 'safari16.4', 'node20'],
    inject: [join(here, 'stand-ins/buffer.js')],
    // js-md5 looks for Node's own modules where it sees a process.
    define: { __dirname: '""', process: 'undefined' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    plugins: [plugin],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  mkdirSync(out, { recursive: true });
  put('pdfkit.js', outputFiles[0].contents);
  put('LICENSES.txt', licencesOf(Object.keys(metafile.inputs)).join('\n\n---\n\n'));
}

if (process.argv[1] === import.meta.filename) await makePdfWriter();
