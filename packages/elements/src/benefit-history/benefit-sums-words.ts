import type { Words } from '../foundation/words.js';

/** Words of the sum; they come with it. A plain object, so that this part shares no code with the first one. */
export const benefitSumWords = {
  name: 'benefit-history',
  vi: {
    total: 'Tổng số tiền đã hưởng:',
    inWords: 'Bằng chữ: {words} đồng.',
    until: 'Chế độ còn đang hưởng được tính đến hết tháng {month}.',
    unsound: '{count} dòng có ngày bắt đầu hoặc kết thúc không hợp lệ nên chưa được tính; hãy hỏi cơ quan BHXH.',
  },
  en: {
    total: 'Total received:',
    inWords: 'In words: {words} đồng.',
    until: 'What is still being paid is counted up to the end of {month}.',
    unsound: {
      one: '1 row begins or ends on a day that cannot be, and is not counted; ask your agency.',
      other: '{count} rows begin or end on days that cannot be, and are not counted; ask your agency.',
    },
  },
} as const satisfies Words;
