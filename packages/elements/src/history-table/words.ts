import { defineWords } from '../foundation/words.js';

const vi = {
  caption: 'Quá trình tham gia',
  groups: 'Loại bảo hiểm',
  social: 'BHXH',
  unemployment: 'BHTN',
  accident: 'BHTNLĐ-BNN',
  accidentSpoken: 'BHTNLĐ-BNN, bảo hiểm tai nạn lao động, bệnh nghề nghiệp',
  health: 'BHYT',
  from: 'Từ',
  to: 'Đến',
  fromMonth: 'Từ tháng',
  toMonth: 'Đến tháng',
  now: 'nay',
  employer: 'Đơn vị công tác',
  position: 'Chức vụ',
  workplace: 'Nơi làm việc',
  currency: 'Loại tiền',
  salary: 'Tiền lương đóng BHXH',
  coefficient: 'Hệ số lương',
  search: 'Tìm trong bảng',
  sorting: 'Bấm tên cột để sắp xếp.',
  all: '{count} dòng.',
  details: 'Chi tiết',
  csv: 'Tải CSV',
  xlsx: 'Tải XLSX',
  print: 'In bảng',
  empty: 'Chưa có dữ liệu nào.',
} as const;

/** The keys and facts of `historyWords`. */
export type HistoryWords = typeof vi;

export const historyWords = defineWords('history-table', { vi, en: () => import('./words.en.js') });
