import { ONE_TIME_CODE_MINUTES } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import type { Message } from '../outbox/outbox.js';
import type { AccountCodePurpose } from './account-codes.js';

type Locale = 'vi' | 'en';

/** What the code is for, and what whoever did not ask for it should do. No name and no number of the person: an SMS is read over shoulders. */
const WORDS: Readonly<Record<Locale, Readonly<Record<AccountCodePurpose, { readonly use: string; readonly ifNotYou: string }>>>> = {
  vi: {
    'take-over': {
      use: 'đăng nhập tài khoản BHXH trên thiết bị mới; thiết bị đang dùng sẽ bị đăng xuất',
      ifNotYou: 'Nếu không phải bạn, có người biết mật khẩu của bạn: hãy đổi mật khẩu ngay.',
    },
    'change-password': { use: 'đổi mật khẩu tài khoản BHXH', ifNotYou: 'Nếu không phải bạn, có người biết mật khẩu của bạn: hãy đổi mật khẩu ngay.' },
    'reset-password': { use: 'đặt lại mật khẩu tài khoản BHXH', ifNotYou: 'Nếu không phải bạn, hãy bỏ qua tin này: mật khẩu không thay đổi.' },
    'change-contact': {
      use: 'thay đổi liên hệ của tài khoản BHXH',
      ifNotYou: 'Nếu không phải bạn, có người đang dùng tài khoản của bạn: hãy đổi mật khẩu ngay.',
    },
    'add-passkey': {
      use: 'thêm khóa truy cập vào tài khoản BHXH',
      ifNotYou: 'Nếu không phải bạn, có người đang dùng tài khoản của bạn: hãy đổi mật khẩu ngay.',
    },
  },
  en: {
    'take-over': {
      use: 'sign in to your BHXH account on a new device; the device in use will be signed out',
      ifNotYou: 'If it was not you, somebody knows your password: change it now.',
    },
    'change-password': { use: 'change the password of your BHXH account', ifNotYou: 'If it was not you, somebody knows your password: change it now.' },
    'reset-password': { use: 'set a new password of your BHXH account', ifNotYou: 'If it was not you, ignore this: your password has not changed.' },
    'change-contact': {
      use: 'change the contact of your BHXH account',
      ifNotYou: 'If it was not you, somebody is using your account: change your password now.',
    },
    'add-passkey': {
      use: 'add a passkey to your BHXH account',
      ifNotYou: 'If it was not you, somebody is using your account: change your password now.',
    },
  },
};

/** The SMS or e-mail with the code. The code is not in the subject, which phones show on a locked screen. */
export function accountCodeMessage(purpose: AccountCodePurpose, code: string, locale: Locale, channel: Message['channel']): Pick<Message, 'subject' | 'body'> {
  const { use, ifNotYou } = WORDS[locale][purpose];
  const body =
    locale === 'vi'
      ? `Mã xác thực: ${code}, dùng một lần trong ${ONE_TIME_CODE_MINUTES} phút để ${use}. Không đưa mã cho bất kỳ ai, kể cả cán bộ BHXH. ${ifNotYou}`
      : `Your code: ${code}, works once within ${ONE_TIME_CODE_MINUTES} minutes to ${use}. Give it to nobody, not even an officer. ${ifNotYou}`;
  return channel === 'sms' ? { body } : { subject: locale === 'vi' ? 'Mã xác thực tài khoản BHXH' : 'Code for your BHXH account', body };
}
