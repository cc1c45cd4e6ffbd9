import type { English } from '../foundation/words.js';
import type { HistoryWords } from './words.js';

export default {
  caption: 'Participation history',
  branches: 'Insurance branch',
  social: 'Social insurance',
  unemployment: 'Unemployment',
  accident: 'Accident and disease',
  health: 'Health',
  from: 'From',
  to: 'To',
  fromMonth: 'From month',
  toMonth: 'To month',
  now: 'now',
  employer: 'Employer',
  position: 'Position',
  workplace: 'Workplace',
  currency: 'Currency',
  salary: 'Insured salary',
  coefficient: 'Salary coefficient',
  search: 'Search in the table',
  all: { one: '1 row.', other: '{count} rows.' },
  details: 'Details',
  detailsOf: 'Details of row {row}',
  save: 'Save as CSV',
  print: 'Print the table',
  empty: 'There is nothing yet.',
} satisfies English<HistoryWords>;
