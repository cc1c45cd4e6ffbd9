import type { English } from '../foundation/words.js';
import type { DeadlineWords } from './words.js';

const en = {
  until: 'Hand in the signed Form 01 by {moment}',
  days: '{days} days and {hours} hours left',
  hours: '{hours} hours left',
  lastHour: 'Less than an hour left',
  over: 'The deadline has passed',
  consequence: 'After that the declaration is cancelled and its data are deleted.',
} as const satisfies English<DeadlineWords>;

export default en;
