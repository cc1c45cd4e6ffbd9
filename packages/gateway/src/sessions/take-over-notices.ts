import type { Profile } from '@bhxh-kit/domain';
import { toEveryContact } from '../outbox/every-contact.js';
import type { Message } from '../outbox/outbox.js';
import { momentInWords } from '../registration/notices.js';

/** What signs another device out without a code of ours, because it proves more than the code does (docs/decisions/015). */
export type TakingOver = 'passkey' | 'vneid';

interface Words {
  readonly subject: string;
  readonly by: Readonly<Record<TakingOver, (at: string) => string>>;
}

/** When and by what, never a name or a number, and no link, so that nobody learns to follow one. */
const WORDS: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    subject: 'Tài khoản BHXH vừa đăng nhập trên thiết bị khác',
    by: {
      passkey: (at) =>
        `Tài khoản BHXH của bạn vừa đăng nhập bằng khóa truy cập lúc ${at}; thiết bị đang dùng trước đó đã bị đăng xuất. Nếu không phải bạn: hãy đăng nhập bằng mật khẩu, gỡ khóa ở mục “Thiết bị đang đăng nhập” và gọi cơ quan BHXH.`,
      vneid: (at) =>
        `Tài khoản BHXH của bạn vừa đăng nhập bằng VNeID lúc ${at}; thiết bị đang dùng trước đó đã bị đăng xuất. Nếu không phải bạn: hãy đăng nhập lại để đăng xuất thiết bị kia, đổi mật khẩu VNeID và gọi cơ quan BHXH.`,
    },
  },
  en: {
    subject: 'Your BHXH account was signed in on another device',
    by: {
      passkey: (at) =>
        `Your BHXH account was signed in by a passkey at ${at}; the device in use before was signed out. If it was not you: sign in with your password, remove the passkey under “Where you are signed in” and call the office.`,
      vneid: (at) =>
        `Your BHXH account was signed in with VNeID at ${at}; the device in use before was signed out. If it was not you: sign in again, which signs the other device out, change your VNeID password and call the office.`,
    },
  },
};

export function takeOverMessages(by: TakingOver, at: Date, profile: Profile): Omit<Message, 'id'>[] {
  const { locale = 'vi' } = profile;
  const { subject, by: body } = WORDS[locale];
  return toEveryContact({ subject, body: body[by](momentInWords(at.toISOString(), locale)) }, profile);
}
