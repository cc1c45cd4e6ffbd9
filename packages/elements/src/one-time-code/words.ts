import { defineWords } from '../foundation/words.js';

const vi = {
  label: 'Mã xác thực (6 chữ số)',
  sentTo: 'Mã đã gửi tới {sentTo}. Mã dùng một lần, trong {minutes} phút.',
  empty: 'Hãy nhập mã trong tin nhắn hoặc thư.',
  shape: 'Mã xác thực gồm 6 chữ số. Hãy nhập lại.',
  wrong: 'Mã xác thực chưa đúng, còn {triesLeft} lần thử. Hãy xem lại tin nhắn hoặc thư mới nhất.',
  locked: 'Mã đã bị khóa vì nhập sai nhiều lần. Hãy gửi lại mã.',
  expired: 'Mã đã hết hạn hoặc đã dùng. Hãy gửi lại mã.',
  again: 'Gửi lại mã',
  sending: 'Đang gửi mã…',
  wait: 'Chưa nhận được? Mỗi phút gửi được một mã.',
  seconds: 'Gửi lại sau {seconds} giây.',
  minutesLeft: 'Gửi lại sau {minutes} phút.',
  mayAgain: 'Nếu chưa nhận được mã, bây giờ có thể gửi lại.',
} as const;

/** The keys and facts of `oneTimeCodeWords`. */
export type OneTimeCodeWords = typeof vi;

/** What `<bhxh-one-time-code>` says. */
export const oneTimeCodeWords = defineWords('one-time-code', { vi, en: () => import('./words.en.js') });
