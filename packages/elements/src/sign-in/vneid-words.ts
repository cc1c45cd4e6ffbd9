import { defineWords } from '../foundation/words.js';

/** What signing in with VNeID says; it comes with the part that says it. */
export const vneidWords = defineWords('sign-in', {
  vi: {
    vneid: 'Đăng nhập bằng {name}',
    vneidLeaving: 'Đang mở {name}…',
    vneidHint: 'Bạn sang trang của {name} rồi quay lại đây, không cần mã số và mật khẩu. Nếu tài khoản đang dùng trên thiết bị khác, thiết bị đó bị đăng xuất.',
    vneidReturning: 'Đã xác thực xong, đang đăng nhập…',
    vneidNoAccount:
      'Chưa có tài khoản nào ở đây ứng với {name} của bạn. Nếu là lần đầu, hãy đăng ký hoặc kích hoạt tài khoản; nếu đã có mật khẩu, hãy đăng nhập bằng mã số BHXH.',
  },
  en: {
    vneid: 'Sign in with {name}',
    vneidLeaving: 'Opening {name}…',
    vneidHint:
      'You go to the page of {name} and come back here, without number and password. If the account is in use on another device, that device is signed out.',
    vneidReturning: 'You were identified, signing in…',
    vneidNoAccount:
      'No account here belongs to your {name} yet. If it is your first time, register or activate the account; if you have a password, sign in with your BHXH number.',
  },
});
