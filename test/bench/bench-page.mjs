// Benches in a page: one of our tags and the same written by hand, each bundled as a host's bundler would with the kit's plugin for it (decision 019), served over
// loopback, opened in a fresh context every run, in turn. A bench says only what is its own: `<name>.page.mjs` works what a subject mounts, `<name>.raw.mjs` and `<name>.<tag>.mjs` mount.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { COMPILE_HINT, compileHint } from '@bhxh-kit/elements/compile-hint.js';
import { build } from 'vite';
import { browserBuild } from '../../scripts/bundle.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles `<name>.page.mjs` of this folder once for each subject with Vite, as most hosts do: files by path, and what each subject's script imports at once.
 * (esbuild cuts what a part loaded later shares with the script off into chunks that a page has to fetch first; Vite's bundler leaves it in the script.)
 */
async function bundle(name, subjects) {
  const files = new Map();
  const beside = new Map();
  for (const subject of subjects) {
    const entry = `${folder}${subject}.entry.mjs`;
    const { output } = await build({
      configFile: false,
      root: folder,
      logLevel: 'warn',
      build: {
        write: false,
        target: browserBuild.target,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: entry, output: { entryFileNames: `${subject}.js`, chunkFileNames: `${subject}-[name]-[hash].js` } },
      },
      plugins: [
        // Of both subjects: what is measured is the table, not the hint.
        compileHint({ also: /./ }),
        {
          name: 'entry',
          resolveId: (id) => (id === entry ? id : undefined),
          load: (id) =>
            id === entry
              ? `import { run } from './${name}.page.mjs'; import subject from './${name}.${subject}.mjs'; globalThis.measured = run(subject);`
              : undefined,
        },
      ],
    });
    for (const { fileName, code, source } of output) files.set(`/${fileName}`, code ?? source);
    beside.set(subject, output[0].imports);
  }
  return { files, beside };
}

/** Serves `/?<subject>`, an empty page that loads the subject's script, and the scripts; under `/unhinted/` the same as of a host without that plugin. */
async function servePages(name, subjects) {
  const { files, beside } = await bundle(name, subjects);
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://bench');
    const path = pathname.replace('/unhinted/', '/');
    const file = files.get(path);
    if (file) return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(path === pathname ? file : file.replace(COMPILE_HINT, ''));
    if (path !== '/') return response.writeHead(404).end();
    const subject = search.slice(1);
    const preloads = (beside.get(subject) ?? []).map((file) => `<link rel="modulepreload" href="${file}">`).join('');
    response.writeHead(200, { 'Content-Type': 'text/html' });
    return response.end(
      `<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>${preloads}<body><script type="module" src="${subject}.js"></script></body></html>`,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}

/**
 * Hears the page's marks `<act> begins` and `<act> ends`: `cpu()` answers each act's milliseconds of the main thread's own time, which a machine busy with something else
 * leaves alone. Only a trace knows that time.
 */
async function hearMarks(session) {
  const marks = new Map();
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { cat, name, tts } of value) if (cat === 'blink.user_timing') marks.set(name, tts);
  });
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['blink.user_timing'] } });
  return {
    cpu: async () => {
      const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await ended;
      const acts = [...marks.keys()].filter((name) => name.endsWith(' ends')).map((name) => name.slice(0, -' ends'.length));
      return Object.fromEntries(acts.map((act) => [act, (marks.get(`${act} ends`) - marks.get(`${act} begins`)) / 1000]));
    },
  };
}

/** The figures of one subject in a fresh page with the CPU slowed `throttle` times, and the heap it ended with in MB. */
async function measureInPage(browser, url, subject, throttle = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const marks = await hearMarks(session);
    await page.goto(`${url}?${subject}`);
    const figures = await page.evaluate(() => globalThis.measured);
    Object.assign(figures, await marks.cpu());
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { ...figures, heap: usedSize / 1e6 };
  } finally {
    await context.close();
  }
}

/** Figures of every subject, their runs interleaved: `values(key)` answers what the page said of a key, by subject. */
async function measureInTurn(browser, url, subjects, { runs, throttle }) {
  const measured = Object.fromEntries(subjects.map((subject) => [subject, []]));
  for (let run = 0; run <= runs; run++) {
    // Turn about: whoever always came second would always find the machine as the first left it.
    for (const subject of run % 2 ? subjects : [...subjects].reverse()) {
      const figures = await measureInPage(browser, url, subject, throttle);
      // The first is for the caches of the disk and the engine.
      if (run > 0) measured[subject].push(figures);
    }
  }
  return (key) => Object.fromEntries(subjects.map((subject) => [subject, measured[subject].map((figures) => figures[key])]));
}

/**
 * The bench of a tag beside `raw`, with the CPU as it is and slowed four times.
 * @param figures `{ figure, key, unit = 'ms', budget, more, unhinted }`: `key` of what the page answers, or an act it marks; a pair of budgets is for ×1 and ×4; what has
 * `unhinted` is measured without the compile hint too
 * @param also further figures of the open browser: `(browser, url) => AsyncGenerator<Figure>`
 */
export function pageBench(name, tag, figures, also) {
  const subjects = ['raw', tag];
  return async function* ({ launchChromium, runs }) {
    const pages = await servePages(name, subjects);
    const browser = await launchChromium();
    try {
      for (const [at, throttle] of [1, 4].entries()) {
        const values = await measureInTurn(browser, pages.url, subjects, { runs, throttle });
        for (const { figure, key, unit = 'ms', budget, more } of figures)
          yield { figure: `${figure}, ×${throttle}`, unit, baseline: 'raw', values: values(key), budget: Array.isArray(budget) ? budget[at] : budget, more };
        const twice = figures.filter(({ unhinted }) => unhinted);
        if (twice.length > 0) {
          const unhinted = await measureInTurn(browser, `${pages.url}unhinted/`, subjects, { runs, throttle });
          for (const { figure, key, unit = 'ms' } of twice)
            yield { figure: `${figure}, no compile hint, ×${throttle}`, unit, baseline: 'raw', values: unhinted(key) };
        }
        if (throttle > 1) continue;
        yield { figure: 'elements', unit: '', baseline: 'raw', values: values('elements') };
        yield { figure: 'heap after use', unit: 'MB', baseline: 'raw', values: values('heap') };
      }
      if (also) yield* also(browser, pages.url);
    } finally {
      await browser.close();
      await pages.close();
    }
  };
}
