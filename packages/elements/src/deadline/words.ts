import { defineWords } from '../foundation/words.js';

const vi = {
  until: 'Hạn nộp Mẫu 01 đã ký: {moment}',
  days: 'Còn {days} ngày {hours} giờ',
  hours: 'Còn {hours} giờ',
  lastHour: 'Còn chưa đầy 1 giờ',
  over: 'Đã quá hạn',
  consequence: 'Quá hạn, tờ khai bị hủy và dữ liệu bị xóa.',
} as const;

/** The keys and facts of `deadlineWords`. */
export type DeadlineWords = typeof vi;

/** What is said of the day the paper is due. */
export const deadlineWords = defineWords('deadline', { vi, en: () => import('./words.en.js') });
