// The agency tree with 11,400 nodes beside a windowed tree written by hand, in the same run (budgets: agency tree and address cascade).
import { pageBench } from './bench-page.mjs';

export const title = 'agency tree';

export default pageBench('agency-tree', 'bhxh-agency-picker', [
  { figure: 'page → interactive', key: 'interactive', budget: [1.3, 2] },
  { figure: 'expand 700', key: 'expand', budget: 1.5 },
  { figure: 'filter, median key', key: 'filterMedian', budget: 1.2 },
  { figure: 'filter, worst key', key: 'filterWorst', budget: 1.3 },
  { figure: 'arrow key → paint', key: 'arrow', budget: 1.2 },
]);
