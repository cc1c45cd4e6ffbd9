import type { Profile } from '@bhxh-kit/domain';
import { toEveryContact } from '../outbox/every-contact.js';
import type { Message } from '../outbox/outbox.js';
import { momentInWords } from '../registration/notices.js';

type Words = { readonly subject: string; readonly body: string };

/** What a person is told about their password: when and what, never a name or a number of theirs, and no link, so that nobody learns to follow one. */
export type PasswordNotice =
  | { readonly kind: 'changed'; readonly at: string }
  | { readonly kind: 'reset'; readonly at: string }
  /** `dueOn`: the last day, ISO. */
  | { readonly kind: 'due'; readonly dueOn: string; readonly enforced: boolean };

const dayInWords = (day: string): string => day.split('-').reverse().join('/');

function inVietnamese(notice: PasswordNotice): Words {
  const notYou = 'Nếu không phải bạn: hãy vào mục “Quên mật khẩu” đặt mật khẩu mới ngay và gọi cơ quan BHXH.';
  switch (notice.kind) {
    case 'changed':
      return {
        subject: 'Mật khẩu tài khoản BHXH đã được đổi',
        body: `Mật khẩu tài khoản BHXH của bạn vừa được đổi lúc ${momentInWords(notice.at, 'vi')}; các thiết bị khác đã bị đăng xuất. ${notYou}`,
      };
    case 'reset':
      return {
        subject: 'Mật khẩu tài khoản BHXH đã được đặt lại',
        body: `Mật khẩu tài khoản BHXH của bạn vừa được đặt lại lúc ${momentInWords(notice.at, 'vi')}; mọi thiết bị đã bị đăng xuất. ${notYou}`,
      };
    case 'due':
      return {
        subject: 'Nhắc đổi mật khẩu tài khoản BHXH',
        body: `Mật khẩu tài khoản BHXH của bạn dùng đến hết ngày ${dayInWords(notice.dueOn)}. Hãy đăng nhập rồi đổi mật khẩu${notice.enforced ? '; sau ngày đó phải đổi mật khẩu mới đăng nhập được' : ''}. Tin này không kèm liên kết và không hỏi mật khẩu của bạn.`,
      };
  }
}

function inEnglish(notice: PasswordNotice): Words {
  const notYou = 'If it was not you: set a new one now under “Forgot password” and call the office.';
  switch (notice.kind) {
    case 'changed':
      return {
        subject: 'The password of your BHXH account was changed',
        body: `The password of your BHXH account was changed at ${momentInWords(notice.at, 'en')}; other devices were signed out. ${notYou}`,
      };
    case 'reset':
      return {
        subject: 'The password of your BHXH account was set anew',
        body: `The password of your BHXH account was set anew at ${momentInWords(notice.at, 'en')}; all devices were signed out. ${notYou}`,
      };
    case 'due':
      return {
        subject: 'Reminder: change the password of your BHXH account',
        body: `The password of your BHXH account is good until the end of ${dayInWords(notice.dueOn)}. Sign in and change it${notice.enforced ? '; after that day you can sign in only by changing it' : ''}. This message has no link and asks for no password.`,
      };
  }
}

export function passwordMessages(notice: PasswordNotice, profile: Profile): Omit<Message, 'id'>[] {
  const { locale = 'vi' } = profile;
  return toEveryContact(locale === 'vi' ? inVietnamese(notice) : inEnglish(notice), profile);
}
