import type { Profile } from '@bhxh-kit/domain';
import { toEveryContact } from '../outbox/every-contact.js';
import type { Message } from '../outbox/outbox.js';
import { momentInWords } from '../registration/notices.js';

/** What the registered contacts are told: a passkey was added or removed. */
export type PasskeyNotice = 'passkey-added' | 'passkey-removed';

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
  },
};

export function passkeyMessages(notice: PasskeyNotice, at: Date, profile: Profile): Omit<Message, 'id'>[] {
  const { locale = 'vi' } = profile;
  const { subject, body } = WORDS[locale][notice];
  return toEveryContact({ subject, body: body(momentInWords(at.toISOString(), locale)) }, profile);
}
