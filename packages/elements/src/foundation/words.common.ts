import { defineWords } from './words.js';

/** What every form control and every network state says. Keys of a host's catalogue start with `common.`. */
export const commonWords = defineWords('common', {
  vi: {
    required: 'Mục này là bắt buộc.',
    requiredNamed: 'Chưa nhập: {label}. Mục này là bắt buộc.',
    requiredMark: 'bắt buộc',
    loading: 'Đang tải…',
    retry: 'Thử lại',
    close: 'Đóng',
  },
  en: {
    required: 'This field is required.',
    requiredNamed: '{label} is missing. This field is required.',
    requiredMark: 'required',
    loading: 'Loading…',
    retry: 'Try again',
    close: 'Close',
  },
});
