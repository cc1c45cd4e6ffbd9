import type { Words } from '../foundation/words.js';

/** Words of sorting, searching and saving; they come with it. A plain object, so that this part shares no code with the first one. */
export const actsWords = {
  name: 'history-table',
  vi: {
    found: 'Tìm thấy {count} dòng.',
    foundNone: 'Không có dòng nào khớp. Thử ít từ hơn hoặc xóa ô tìm.',
    sortedUp: 'Đã xếp theo {column}, tăng dần.',
    sortedDown: 'Đã xếp theo {column}, giảm dần.',
  },
  en: {
    found: { one: '1 row found.', other: '{count} rows found.' },
    foundNone: 'No row matches. Try fewer words or clear the search.',
    sortedUp: 'Sorted by {column}, ascending.',
    sortedDown: 'Sorted by {column}, descending.',
  },
} as const satisfies Words;

/** The keys and facts of `actsWords`. */
export type ActsWords = typeof actsWords.vi;
