import { defineWords } from '../foundation/words.js';

const vi = {
  title: 'Ai đã xem dữ liệu của tôi',
  intro: 'Mỗi lần cán bộ BHXH mở hoặc xử lý tờ khai của bạn đều được ghi lại. Cán bộ được nêu theo cơ quan, không nêu tên.',
  none: 'Chưa có ai xem dữ liệu của bạn.',
  when: 'Thời điểm',
  who: 'Ai',
  what: 'Việc đã làm',
  reference: 'Tờ khai',
  officer: 'Cán bộ BHXH, {agency}',
  more: 'Xem thêm',
  shown: 'Ai đã xem dữ liệu: đang hiện {count} lần.',
  failed: 'Không tải được danh sách.',
  stale: 'Chưa tải được phần mới. Danh sách dưới đây đã tải trước đó.',
  'case-read': 'Xem hồ sơ',
  'photograph-read': 'Xem ảnh',
  'list-read': 'Xem trong danh sách chờ duyệt',
  'paper-received': 'Ghi nhận đã nhận bản giấy',
  approved: 'Chấp nhận tờ khai',
  rejected: 'Không chấp nhận tờ khai',
  undone: 'Hoàn tác việc vừa làm',
  other: 'Truy cập dữ liệu',
} as const;

/** The keys and facts of `accessLogWords`. */
export type AccessLogWords = typeof vi;

export const accessLogWords = defineWords('access-log', { vi, en: () => import('./words.en.js') });
