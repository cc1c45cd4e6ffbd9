import type { Words } from '../foundation/words.js';

/** Words of a reading that failed; they come with it. A plain object, so that this part shares no code with the first one. */
export const readingWords = {
  name: 'history-table',
  vi: {
    failed: 'Không tải được dữ liệu.',
    partial: 'Mới tải được {count} dòng, chưa đủ nên chưa tính tổng.',
    stale: 'Dữ liệu tải lúc {time}, chưa cập nhật được.',
  },
  en: {
    failed: 'The data could not be loaded.',
    partial: 'Only {count} rows were loaded. No total is counted until all are.',
    stale: 'Loaded at {time}; it could not be brought up to date.',
  },
} as const satisfies Words;
