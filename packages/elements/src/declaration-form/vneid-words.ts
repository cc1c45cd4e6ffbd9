import type { Words } from '../foundation/words.js';

/** Loaded with what fills the form of who came by VNeID, and written as a plain object, so that it shares no code with the form. */
export const vneidWords = {
  name: 'declaration-form',
  vi: { vneidNote: 'Bạn đã đăng nhập bằng {by} lúc {moment}: không cần ảnh và không phải nộp bản giấy.' },
  en: { vneidNote: 'You signed in with {by} at {moment}: no photographs and no paper are needed.' },
} as const satisfies Words;
