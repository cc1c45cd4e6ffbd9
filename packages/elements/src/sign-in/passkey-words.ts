import { defineWords } from '../foundation/words.js';

/** What signing in by passkey says; it comes with the part that says it. */
export const passkeyWords = defineWords('sign-in', {
  vi: {
    passkey: 'Đăng nhập bằng khóa truy cập',
    passkeyAsking: 'Đang chờ thiết bị…',
    passkeyHint:
      'Bằng vân tay, khuôn mặt hoặc mã khóa màn hình, không cần mã số và mật khẩu. Nếu tài khoản đang dùng trên thiết bị khác, thiết bị đó bị đăng xuất.',
  },
  en: {
    passkey: 'Sign in with a passkey',
    passkeyAsking: 'Waiting for your device…',
    passkeyHint:
      'By fingerprint, face or the code of your screen lock, without number and password. If the account is in use on another device, that device is signed out.',
  },
});
