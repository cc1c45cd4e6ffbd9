import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILE_HINT, compileHint, isCalledWhole } from './compile-hint.js';

describe('what is called when it is loaded', () => {
  const whole = (...modules: [string, number][]) => isCalledWhole(modules);

  it('is the kit and Lit, by whichever package manager', () => {
    expect(whole(['/site/node_modules/@bhxh-kit/elements/dist/history-table/history-table.js', 10])).toBe(true);
    expect(whole(['C:\\site\\node_modules\\@bhxh-kit\\client\\dist\\client.js', 10])).toBe(true);
    expect(whole(['/site/node_modules/.pnpm/lit-html@3.3.3/node_modules/lit-html/lit-html.js', 10])).toBe(true);
  });

  it('is not a library, the writer of PDFs, or a page that has the kit as a small part', () => {
    expect(whole(['/site/node_modules/zod/index.js', 10])).toBe(false);
    expect(whole(['/site/node_modules/@bhxh-kit/documents/dist/pdf-writer/pdfkit.js', 10])).toBe(false);
    expect(whole(['/site/node_modules/@bhxh-kit/elements/dist/define.js', 10], ['/site/src/page.js', 11])).toBe(false);
    expect(whole(['/site/node_modules/@bhxh-kit/elements/dist/define.js', 10], ['/site/src/page.js', 9])).toBe(true);
  });

  it('is also what the host says', () => {
    expect(isCalledWhole([['/site/src/page.js', 10]], /[\\/]src[\\/]/)).toBe(true);
  });
});

describe('the plugin, in a build of Vite', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compile-hint-'));
    await writeFile(join(folder, 'page.js'), "import { shown } from './shown.js';\nshown(() => import('./later.js'));\n");
    await writeFile(
      join(folder, 'shown.js'),
      "export const shown = (load) => document.addEventListener('click', async () => console.log((await load()).text));\n",
    );
    await writeFile(join(folder, 'later.js'), "import './late.css';\nexport const text = 'later';\n");
    await writeFile(join(folder, 'late.css'), 'b { color: red }');
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function built(plugins: ReturnType<typeof compileHint>[]) {
    const { output } = (await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins,
      build: {
        write: false,
        sourcemap: true,
        rolldownOptions: { input: join(folder, 'page.js'), output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
      },
    })) as Rolldown.RolldownOutput;
    const text = (name: string) => {
      const file = output.find(({ fileName }) => fileName === name);
      return file?.type === 'chunk' ? file.code : String(file?.source);
    };
    return { page: text('page.js'), later: text('later.js'), mappings: (JSON.parse(text('page.js.map')) as { mappings: string }).mappings };
  }

  it('puts the hint before everything in the chunks it is for, and takes their source maps along', async () => {
    const plain = await built([]);
    // What Vite loads beside a part stands before the chunk, and would stand before a banner.
    expect(plain.page).toMatch(/^const __vite__mapDeps/);
    const hinted = await built([compileHint({ also: /page\.js|shown\.js|preload-helper/ })]);
    expect(hinted.page).toBe(`${COMPILE_HINT}${plain.page}`);
    expect(hinted.mappings).toBe(`;${plain.mappings}`);
    expect(hinted.later).toBe(plain.later);
  });
});
