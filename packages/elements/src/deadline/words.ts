import { defineWords } from '../foundation/words.js';

export const deadlineWords = defineWords('deadline', {
  vi: {
    until: 'Hạn nộp Mẫu 01 đã ký: {moment}',
    days: 'Còn {days} ngày {hours} giờ',
    hours: 'Còn {hours} giờ',
    lastHour: 'Còn chưa đầy 1 giờ',
    over: 'Đã quá hạn',
    consequence: 'Quá hạn, tờ khai bị hủy và dữ liệu bị xóa.',
  },
  en: {
    until: 'Hand in the signed Form 01 by {moment}',
    days: '{days} days and {hours} hours left',
    hours: '{hours} hours left',
    lastHour: 'Less than an hour left',
    over: 'The deadline has passed',
    consequence: 'After that the declaration is cancelled and its data are deleted.',
  },
});
