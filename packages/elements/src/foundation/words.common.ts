import { defineWords } from './words.js';

const vi = {
  required: 'Mục này là bắt buộc.',
  requiredNamed: 'Chưa nhập: {label}. Mục này là bắt buộc.',
  requiredMark: 'bắt buộc',
  loading: 'Đang tải…',
  retry: 'Thử lại',
  close: 'Đóng',
  /** An act whose code could not be loaded, e.g. in a cut network. */
  actFailed: 'Chưa làm được việc này. Hãy kiểm tra kết nối mạng rồi thử lại; nếu vẫn không được, hãy tải lại trang.',
} as const;

/** The keys and facts of `commonWords`. */
export type CommonWords = typeof vi;

/** What every form control and every network state says. Keys of a host's catalogue start with `common.`. */
export const commonWords = defineWords('common', { vi, en: () => import('./words.common.en.js') });
