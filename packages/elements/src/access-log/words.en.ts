import type { English } from '../foundation/words.js';
import type { AccessLogWords } from './words.js';

export default {
  title: 'Who looked at my data',
  intro: 'Whenever a BHXH officer opens or decides on a declaration of yours it is recorded. Officers are told by their office, not by name.',
  none: 'Nobody has looked at your data yet.',
  when: 'When',
  who: 'Who',
  what: 'What was done',
  reference: 'Declaration',
  officer: 'BHXH officer, {agency}',
  more: 'Show more',
  shown: { one: 'Who looked at your data: 1 look is shown.', other: 'Who looked at your data: {count} looks are shown.' },
  failed: 'The list could not be loaded.',
  stale: 'The newest part could not be loaded. The list below was loaded before.',
  'case-read': 'Opened the case',
  'photograph-read': 'Looked at a photograph',
  'list-read': 'Looked at it in a waiting list',
  'paper-received': 'Recorded the signed paper',
  approved: 'Approved the declaration',
  rejected: 'Rejected the declaration',
  undone: 'Took the last act back',
  other: 'Opened data',
} satisfies English<AccessLogWords>;
