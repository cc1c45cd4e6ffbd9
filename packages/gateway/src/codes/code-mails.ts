import { ONE_TIME_CODE_MINUTES } from '@bhxh-kit/domain/one-time-code/one-time-code.js';

type Locale = 'vi' | 'en';
type Mail = { readonly subject: string; readonly body: string };

/** The code, and no word about who declares: whoever reads it may be somebody else. It is not in the subject, which phones show on a locked screen. */
export function codeMail(code: string, locale: Locale): Mail {
  return locale === 'vi'
    ? {
        subject: 'Mã xác thực thư điện tử cho tờ khai giao dịch điện tử BHXH',
        body: `Mã xác thực của bạn: ${code}\n\nMã dùng một lần trong ${ONE_TIME_CODE_MINUTES} phút. Hãy nhập mã vào trang đang khai. Không đưa mã cho bất kỳ ai, kể cả cán bộ BHXH.\n\nNếu bạn không khai tờ khai nào, hãy bỏ qua thư này: chưa có gì được ghi nhận.`,
      }
    : {
        subject: 'Confirm your e-mail address for a social security declaration',
        body: `Your code: ${code}\n\nIt works once, for ${ONE_TIME_CODE_MINUTES} minutes. Enter it on the page where you declare. Give it to nobody, not even an officer.\n\nIf you are not declaring anything, ignore this e-mail: nothing was recorded.`,
      };
}

/** What the owner of an address that serves an account is told instead: the page itself must not say it. */
export function takenMail(locale: Locale): Mail {
  return locale === 'vi'
    ? {
        subject: 'Địa chỉ thư điện tử này đã có tài khoản giao dịch điện tử BHXH',
        body: 'Vừa có người muốn dùng địa chỉ này để đăng ký giao dịch điện tử BHXH. Địa chỉ này đã dùng cho một tài khoản, và mỗi địa chỉ chỉ dùng cho một tài khoản, nên không có mã nào được gửi.\n\nNếu là bạn: hãy đăng nhập bằng tài khoản đã có, hoặc khai lại với một địa chỉ khác.\nNếu không phải bạn: hãy bỏ qua thư này, tài khoản của bạn không thay đổi.',
      }
    : {
        subject: 'This e-mail address already has a social security account',
        body: 'Somebody has just asked to register with this address. It serves an account already, and an address serves one account only, so no code was sent.\n\nIf it was you: sign in to the account you have, or declare with another address.\nIf it was not: ignore this e-mail; your account has not changed.',
      };
}
