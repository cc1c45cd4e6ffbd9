import { defineWords } from '../foundation/words.js';

const vi = {
  open: 'Chọn cơ quan',
  change: 'Thay đổi',
  required: 'bắt buộc',
  failed: 'Chưa tải được danh mục cơ quan BHXH. Hãy kiểm tra kết nối mạng rồi thử lại.',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  unknown: 'Không có cơ quan BHXH mang mã {code} trong danh mục. Hãy bấm “Thay đổi” để chọn lại.',
  suggested: 'Theo nơi cư trú, cơ quan tiếp nhận là {path}.',
  takeSuggested: 'Chọn cơ quan này',
} as const;

/** The keys and facts of `agencyPickerWords`. */
export type AgencyPickerWords = typeof vi;

export const agencyPickerWords = defineWords('agency-picker', { vi, en: () => import('./words.en.js') });
