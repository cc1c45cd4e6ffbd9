import type { Words } from '../foundation/words.js';

/** Words of the total; they come with it. A plain object, so that this part shares no code with the first one. */
export const summaryWords = {
  name: 'history-table',
  vi: {
    total: 'Tổng thời gian tham gia:',
    gaps: 'Thời gian gián đoạn: {list}.',
    overlaps: 'Các tháng trùng nhau được tính một lần.',
  },
  en: {
    total: 'Total time of participation:',
    gaps: 'Gaps: {list}.',
    overlaps: 'Overlapping months are counted once.',
  },
} as const satisfies Words;
