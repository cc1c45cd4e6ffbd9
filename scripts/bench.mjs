// npm run bench: runs test/bench/*.bench.mjs and prints each figure as a JSON line, then a table of ratios to the baseline of the same run.
// `npm run bench -- agency` runs the benches whose file name contains "agency".
//
// A bench is a module with
//   export const title: string
//   export default async function* (tools): AsyncGenerator<Figure>
// where tools = { launchChromium, runs } and
//   Figure = { figure: string, unit: string, baseline: string, values: Record<subject, number | number[]>, budget?: number, more?: 'better' | 'worse' }
// Of several values of a subject the median counts. `budget` limits the ratio of every subject named after one of our tags (`bhxh-…`): at most, or at least where more is better.
// These machines are noisy: a figure is worth something only beside the baseline measured in turn with it, so a bench interleaves the runs of its subjects.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOrExit } from './build.mjs';
import { root } from './install.mjs';

const folder = join(root, 'test/bench');
const wanted = process.argv.slice(2);
const tools = { runs: Number(process.env.BENCH_RUNS ?? 7) };

const median = (values) => {
  const sorted = [values].flat().sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** A figure with its medians, ratios and verdict. */
function judge(bench, { figure, unit, baseline, values, budget, more = 'worse' }) {
  const medians = Object.fromEntries(Object.entries(values).map(([subject, measured]) => [subject, median(measured)]));
  if (!(medians[baseline] > 0)) throw new Error(`${bench}: "${figure}" has no baseline "${baseline}" to compare with.`);
  const ratios = Object.fromEntries(Object.entries(medians).map(([subject, value]) => [subject, value / medians[baseline]]));
  const within = (ratio) => (more === 'better' ? ratio >= budget : ratio <= budget);
  const ours = Object.keys(ratios).filter((subject) => subject !== baseline && subject.startsWith('bhxh'));
  return { bench, figure, unit, baseline, medians, ratios, budget, met: budget === undefined ? undefined : ours.every((subject) => within(ratios[subject])) };
}

function table(rows) {
  const cells = rows.flatMap(({ bench, figure, unit, baseline, medians, ratios, budget, met }) =>
    Object.keys(medians).map((subject) => [
      bench,
      figure,
      subject,
      `${Number(medians[subject].toPrecision(3))} ${unit}`,
      subject === baseline ? '1' : ratios[subject].toFixed(2),
      subject === baseline || budget === undefined || !subject.startsWith('bhxh') ? '' : `${budget}${met ? '' : '  not met'}`,
    ]),
  );
  const head = ['bench', 'figure', 'subject', 'median', 'ratio', 'budget'];
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
  return [head, ...cells]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

await buildOrExit();
const { launchChromium } = await import('./browsers.mjs');
const rows = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.bench.mjs') && (wanted.length === 0 || wanted.some((word) => name.includes(word))))) {
  const { default: bench, title } = await import(pathToFileURL(join(folder, file)).href);
  for await (const figure of bench({ ...tools, launchChromium })) {
    const row = judge(title, figure);
    rows.push(row);
    console.log(JSON.stringify(row));
  }
}
console.log(`\n${table(rows)}`);
