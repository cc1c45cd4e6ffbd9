import type { English } from '../foundation/words.js';
import type { BenefitWords } from './words.js';

export default {
  caption: 'Benefits',
  groups: 'Kind of benefit',
  'one-off': 'One-off',
  'short-term': 'Sickness, maternity',
  shortTermSpoken: 'Sickness, maternity',
  monthly: 'Monthly',
  unemployment: 'Unemployment',
  regime: 'Benefit',
  from: 'From',
  to: 'To',
  now: 'now',
  amount: 'Amount (VND)',
  monthAmount: 'Each month (VND)',
  employer: 'Employer',
  per: 'Paid',
  eachMonth: 'Each month',
  days: 'Days',
  decision: 'Decision',
  agency: 'Agency',
  paidOn: 'Paid on',
} satisfies English<BenefitWords>;
