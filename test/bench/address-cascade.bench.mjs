// The address cascade with the communes of the largest province beside a windowed list written by hand, in the same run (budgets: agency tree and address cascade).
import { measureInPage, servePages } from './bench-page.mjs';

export const title = 'address cascade';

const SUBJECTS = ['raw', 'bhxh-address-field'];

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

export default async function* ({ launchChromium, runs }) {
  const pages = await servePages('address-cascade', SUBJECTS);
  const browser = await launchChromium();
  const of = (figure, unit, values, budget) => ({ figure, unit, baseline: 'raw', values, budget });
  try {
    for (const throttle of [1, 4]) {
      const values = await measure(browser, pages.url, runs, throttle);
      yield of(`page → interactive, ×${throttle}`, 'ms', values('interactive'), throttle === 1 ? 1.3 : 2);
      yield of(`open the communes, ×${throttle}`, 'ms', values('open'), 1.5);
      yield of(`filter, median key, ×${throttle}`, 'ms', values('filterMedian'), 1.2);
      yield of(`filter, worst key, ×${throttle}`, 'ms', values('filterWorst'), 1.3);
      if (throttle === 1) {
        yield of('elements', '', values('elements'));
        yield of('heap after use', 'MB', values('heap'));
      }
    }
  } finally {
    await browser.close();
    await pages.close();
  }
}
