import { defineWords } from '../foundation/words.js';

const vi = {
  title: 'Đăng nhập',
  number: 'Mã số BHXH',
  numberHint: '10 chữ số. Dán cả mã thẻ BHYT 15 ký tự cũng được.',
  numberWrong: 'Mã số BHXH gồm 10 chữ số, hoặc 12 chữ số của số định danh. Hãy nhập lại.',
  password: 'Mật khẩu',
  passwordMissing: 'Hãy nhập mật khẩu.',
  show: 'Hiện mật khẩu',
  signIn: 'Đăng nhập',
  signingIn: 'Đang đăng nhập…',
  problem: 'Chưa đăng nhập được',
  over: 'Bạn đã được đăng xuất',
  noClient: 'Trang này chưa nối với hệ thống. Hãy báo cho đơn vị quản lý trang.',
  failed: 'Có lỗi xảy ra. Nội dung đã nhập vẫn còn, hãy thử lại.',
  locked: 'Đã nhập sai nhiều lần nên tạm khóa đăng nhập. Nội dung đã nhập vẫn còn; hết thời gian chờ thì thử lại.',
  lockedFor: 'Thử lại được sau {time}.',
  minutes: '{minutes} phút',
  seconds: '{seconds} giây',
  mayAgain: 'Bây giờ có thể đăng nhập lại.',
  firstPassword: 'Đây là mật khẩu cấp lần đầu, chỉ dùng để đặt mật khẩu của riêng bạn. Hãy kích hoạt tài khoản rồi đăng nhập bằng mật khẩu vừa đặt.',
  changeTitle: 'Cần đổi mật khẩu trước khi đăng nhập',
  change: 'Mật khẩu phải đổi ít nhất 6 tháng một lần. Mật khẩu của bạn đã quá hạn từ {since}.',
  changed: 'Đã đổi mật khẩu. Hãy đăng nhập bằng mật khẩu mới.',
  back: 'Quay lại đăng nhập',
  vneidCut: 'Bạn vừa từ VNeID quay lại nhưng trang chưa tải được phần đăng nhập. Hãy kiểm tra kết nối mạng rồi thử lại; nếu vẫn không được, hãy tải lại trang.',
  done: 'Bạn đã đăng nhập.',
} as const;

/** The keys and facts of `signInWords`. */
export type SignInWords = typeof vi;

/** What `<bhxh-sign-in>` says. */
export const signInWords = defineWords('sign-in', { vi, en: () => import('./words.en.js') });
