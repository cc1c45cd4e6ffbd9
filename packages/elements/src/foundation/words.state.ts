import { defineWords } from './words.js';

/** Vietnamese of `stateWords`. */
export const states = {
  loading: 'Đang tải…',
  retry: 'Thử lại',
  close: 'Đóng',
  /** An act whose code could not be loaded, e.g. in a cut network. */
  actFailed: 'Chưa làm được việc này. Hãy kiểm tra kết nối mạng rồi thử lại; nếu vẫn không được, hãy tải lại trang.',
} as const;

/** The keys and facts of `stateWords`. */
export type StateWords = typeof states;

/** What every network state says. Keys of a host's catalogue start with `common.`. */
export const stateWords = defineWords('common', { vi: states, en: () => import('./words.state.en.js') });
