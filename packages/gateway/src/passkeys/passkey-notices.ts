import type { Profile } from '@bhxh-kit/domain';
import type { Message } from '../outbox/outbox.js';
import { momentInWords } from '../registration/notices.js';

/** What the registered contacts are told: a passkey was added, was removed, or signed in where that ended the session of another device (A5). */
export type PasskeyNotice = 'passkey-added' | 'passkey-removed' | 'passkey-took-over';

interface Words {
  readonly subject: string;
  readonly body: (at: string) => string;
}

/** When and what, never a name, a number or what the passkey is called, and no link, so that nobody learns to follow one. */
const WORDS: Readonly<Record<'vi' | 'en', Readonly<Record<PasskeyNotice, Words>>>> = {
  vi: {
    'passkey-added': {
      subject: 'Tài khoản BHXH có thêm khóa truy cập',
      body: (at) =>
        `Tài khoản BHXH của bạn có thêm một khóa truy cập lúc ${at}: thiết bị giữ khóa đăng nhập được bằng vân tay, khuôn mặt hoặc mã PIN. Nếu không phải bạn: hãy đăng nhập, gỡ khóa ở mục “Thiết bị đang đăng nhập”, đổi mật khẩu và gọi cơ quan BHXH.`,
    },
    'passkey-removed': {
      subject: 'Đã gỡ một khóa truy cập của tài khoản BHXH',
      body: (at) =>
        `Một khóa truy cập của tài khoản BHXH của bạn đã bị gỡ lúc ${at}, không đăng nhập được nữa. Nếu không phải bạn: hãy đổi mật khẩu ngay và gọi cơ quan BHXH.`,
    },
    'passkey-took-over': {
      subject: 'Tài khoản BHXH vừa đăng nhập trên thiết bị khác',
      body: (at) =>
        `Tài khoản BHXH của bạn vừa đăng nhập bằng khóa truy cập lúc ${at}; thiết bị đang dùng trước đó đã bị đăng xuất. Nếu không phải bạn: hãy đăng nhập bằng mật khẩu, gỡ khóa ở mục “Thiết bị đang đăng nhập” và gọi cơ quan BHXH.`,
    },
  },
  en: {
    'passkey-added': {
      subject: 'Your BHXH account has one more passkey',
      body: (at) =>
        `Your BHXH account got one more passkey at ${at}: the device that keeps it signs in by fingerprint, face or PIN. If it was not you: sign in, remove it under “Where you are signed in”, change your password and call the office.`,
    },
    'passkey-removed': {
      subject: 'A passkey of your BHXH account was removed',
      body: (at) =>
        `A passkey of your BHXH account was removed at ${at} and signs in no more. If it was not you: change your password now and call the office.`,
    },
    'passkey-took-over': {
      subject: 'Your BHXH account was signed in on another device',
      body: (at) =>
        `Your BHXH account was signed in by a passkey at ${at}; the device in use before was signed out. If it was not you: sign in with your password, remove the passkey under “Where you are signed in” and call the office.`,
    },
  },
};

/** The notice to every registered contact: whoever took one of them over does not keep it from the other. */
export function passkeyMessages(notice: PasskeyNotice, at: Date, { mobilePhone, email, locale = 'vi' }: Profile): Omit<Message, 'id'>[] {
  const { subject, body } = WORDS[locale][notice];
  const text = body(momentInWords(at.toISOString(), locale));
  return [
    ...(mobilePhone ? [{ channel: 'sms' as const, to: mobilePhone, body: text }] : []),
    ...(email ? [{ channel: 'email' as const, to: email, subject, body: text }] : []),
  ];
}
