import type { Words } from '../foundation/words.js';

/** Words of the total; they come with it. A plain object, so that this part shares no code with the first one. */
export const summaryWords = {
  name: 'history-table',
  vi: {
    total: 'Tổng thời gian tham gia:',
    gaps: 'Thời gian gián đoạn: {list}.',
    overlaps: 'Các tháng trùng nhau được tính một lần.',
    unsound: '{count} dòng có tháng bắt đầu hoặc kết thúc không hợp lệ nên chưa được tính; hãy hỏi cơ quan BHXH.',
  },
  en: {
    total: 'Total time of participation:',
    gaps: 'Gaps: {list}.',
    overlaps: 'Overlapping months are counted once.',
    unsound: {
      one: '1 row begins or ends in a month that cannot be, and is not counted; ask your agency.',
      other: '{count} rows begin or end in months that cannot be, and are not counted; ask your agency.',
    },
  },
} as const satisfies Words;
