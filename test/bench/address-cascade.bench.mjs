// The address cascade with the communes of the largest province beside a windowed list written by hand, in the same run (budgets: agency tree and address cascade).
import { pageBench } from './bench-page.mjs';

export const title = 'address cascade';

export default pageBench('address-cascade', 'bhxh-address-field', [
  { figure: 'page → interactive', key: 'interactive', budget: [1.3, 2] },
  { figure: 'open the communes', key: 'open', budget: 1.5 },
  { figure: 'filter, median key', key: 'filterMedian', budget: 1.2 },
  { figure: 'filter, worst key', key: 'filterWorst', budget: 1.3 },
]);
