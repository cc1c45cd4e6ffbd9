// The history table with 10,000 rows of 6 columns beside a windowed table written by hand, in the same run (budgets: history table).
import { pageBench } from './bench-page.mjs';

export const title = 'history table';

const TAG = 'bhxh-history-table';

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

/** The budgets of what is left are numbers of their own, 0 nodes, 0 listeners and 100 kB, not ratios to a table that leaves next to nothing. */
async function* left(browser, url) {
  const { nodes, listeners, kB } = await growth(browser, url, TAG);
  // One more, because the baseline of a ratio must be above nothing.
  for (const [figure, count] of Object.entries({ nodes, listeners }))
    yield { figure, unit: 'left by 1,000 mounts, +1', baseline: 'limit', values: { limit: 1, [TAG]: count + 1 }, budget: 1 };
  yield { figure: 'heap left by 1,000 mounts', unit: 'kB', baseline: 'limit', values: { limit: 100, [TAG]: kB }, budget: 1 };
}

export default pageBench(
  'history-table',
  TAG,
  [
    { figure: 'page → interactive', key: 'interactive', budget: 1.5 },
    { figure: 'mount, CPU', key: 'mount', budget: 1.4, unhinted: true },
    { figure: 'sort by month', key: 'sortDate', budget: 1.2 },
    { figure: 'sort by Vietnamese name', key: 'sortName', budget: 1.2 },
    { figure: 'filter, median key', key: 'filter', budget: 1.1 },
    { figure: 'scroll', key: 'fps', unit: 'fps', budget: [0.98, 0.96], more: 'better' },
    { figure: 'longest frame of the scroll', key: 'longest' },
  ],
  left,
);
