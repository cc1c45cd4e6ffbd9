import { defineWords } from '../foundation/words.js';

const vi = {
  caption: 'Quá trình tham gia',
  branches: 'Loại bảo hiểm',
  social: 'BHXH',
  unemployment: 'BHTN',
  accident: 'BHTNLĐ-BNN',
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
  total: 'Tổng thời gian tham gia:',
  gaps: 'Thời gian gián đoạn: {list}.',
  overlaps: 'Các tháng trùng nhau được tính một lần.',
  search: 'Tìm trong bảng',
  found: 'Tìm thấy {count} dòng.',
  foundNone: 'Không có dòng nào khớp. Thử ít từ hơn hoặc xoá ô tìm.',
  all: '{count} dòng.',
  sortedUp: 'Đã xếp theo {column}, tăng dần.',
  sortedDown: 'Đã xếp theo {column}, giảm dần.',
  details: 'Chi tiết',
  detailsOf: 'Chi tiết dòng {row}',
  save: 'Tải CSV',
  print: 'In bảng',
  empty: 'Chưa có dữ liệu nào.',
  failed: 'Không tải được dữ liệu.',
  partial: 'Mới tải được {count} dòng, chưa đủ. Tổng thời gian chưa được tính.',
  stale: 'Dữ liệu tải lúc {time}, chưa cập nhật được.',
  file: 'qua-trinh-tham-gia',
} as const;

/** The keys and facts of `historyWords`. */
export type HistoryWords = typeof vi;

export const historyWords = defineWords('history-table', { vi, en: () => import('./words.en.js') });
