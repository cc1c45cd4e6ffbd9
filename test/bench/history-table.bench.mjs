// The history table with 10,000 rows of 6 columns beside a windowed table written by hand, in the same run (budgets: history table).
import { measureInPage, servePages } from './bench-page.mjs';

export const title = 'history table';

const SUBJECTS = ['raw', 'bhxh-history-table'];

/** Figures of every subject, their runs interleaved. */
async function measure(browser, url, runs, throttle) {
  const measured = Object.fromEntries(SUBJECTS.map((subject) => [subject, []]));
  for (let run = 0; run <= runs; run++) {
    for (const subject of SUBJECTS) {
      const figures = await measureInPage(browser, url, subject, throttle);
      // The first is for the caches of the disk and the engine.
      if (run > 0) measured[subject].push(figures);
    }
  }
  return (figure) => Object.fromEntries(SUBJECTS.map((subject) => [subject, measured[subject].map((figures) => figures[figure])]));
}

/** What 1,000 mounts and unmounts leave behind, after 600 in which the engine compiles. */
async function growth(browser, url, subject) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${url}?${subject}`);
    await page.evaluate(() => globalThis.measured);
    const state = async () => {
      for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
      return { nodes: of('Nodes'), listeners: of('JSEventListeners'), kB: of('JSHeapUsedSize') / 1000 };
    };
    await page.evaluate(() => globalThis.mountMany(600));
    const before = await state();
    await page.evaluate(() => globalThis.mountMany(1000));
    const after = await state();
    return Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]));
  } finally {
    await context.close();
  }
}

export default async function* ({ launchChromium, runs }) {
  const pages = await servePages('history-table', SUBJECTS);
  const browser = await launchChromium();
  const of = (figure, unit, values, budget, more) => ({ figure, unit, baseline: 'raw', values, budget, more });
  try {
    for (const throttle of [1, 4]) {
      const values = await measure(browser, pages.url, runs, throttle);
      yield of(`page → interactive, ×${throttle}`, 'ms', values('interactive'), 1.5);
      yield of(`mount, ×${throttle}`, 'ms', values('mounted'), 1.4);
      yield of(`sort by month, ×${throttle}`, 'ms', values('sortDate'), 1.2);
      yield of(`sort by Vietnamese name, ×${throttle}`, 'ms', values('sortName'), 1.2);
      yield of(`filter, median key, ×${throttle}`, 'ms', values('filter'), 1.1);
      yield of(`scroll, ×${throttle}`, 'fps', values('fps'), throttle === 1 ? 0.98 : 0.96, 'better');
      yield of(`longest frame of the scroll, ×${throttle}`, 'ms', values('longest'));
      if (throttle === 1) {
        yield of('elements', '', values('elements'));
        yield of('heap after use', 'MB', values('heap'));
      }
    }
    const left = { raw: await growth(browser, pages.url, 'raw'), ours: await growth(browser, pages.url, 'bhxh-history-table') };
    // One more, because the baseline of a ratio must be above nothing.
    for (const [key, unit] of [
      ['nodes', 'left by 1,000 mounts, +1'],
      ['listeners', 'left by 1,000 mounts, +1'],
    ])
      yield of(key, unit, { raw: 1, 'bhxh-history-table': left.ours[key] + 1 }, 1);
    // The budget is a number of its own, 100 kB, not a ratio to a table that leaves next to nothing.
    yield of('heap left by 1,000 mounts', 'kB', { raw: 100, 'bhxh-history-table': left.ours.kB }, 1);
  } finally {
    await browser.close();
    await pages.close();
  }
}
