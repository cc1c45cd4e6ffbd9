import type { Profile } from '@bhxh-kit/domain';
import { ONE_TIME_CODE_MINUTES } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { takenMail } from '../codes/code-mails.js';
import { toEveryContact } from '../outbox/every-contact.js';
import type { Message } from '../outbox/outbox.js';
import type { ContactKind } from './contact-change.js';

type Locale = 'vi' | 'en';
type Put = Omit<Message, 'id'>;

const KIND = { vi: { mobilePhone: 'số điện thoại', email: 'địa chỉ thư điện tử' }, en: { mobilePhone: 'phone number', email: 'e-mail address' } } as const;

/** The code to a new contact, and no word about whose account it is for: whoever reads it may be somebody else. */
export function newContactMessage(kind: ContactKind, to: string, code: string, locale: Locale): Put {
  const name = KIND[locale][kind];
  const body =
    locale === 'vi'
      ? `Mã xác thực ${name} mới của tài khoản BHXH: ${code}, dùng một lần trong ${ONE_TIME_CODE_MINUTES} phút. Không đưa mã cho bất kỳ ai. Nếu bạn không đổi liên hệ, hãy bỏ qua tin này.`
      : `Code for the new ${name} of a BHXH account: ${code}, works once, for ${ONE_TIME_CODE_MINUTES} minutes. Give it to nobody. If you change no contact, ignore this.`;
  const subject = locale === 'vi' ? 'Mã xác thực liên hệ mới của tài khoản BHXH' : 'Confirm the new contact of a BHXH account';
  return kind === 'email' ? { channel: 'email', to, subject, body } : { channel: 'sms', to, body };
}

/** What the owner of an address that serves another account is told instead (R14). */
export const takenContactMessage = (to: string, locale: Locale): Put => ({ channel: 'email', to, ...takenMail(locale) });

/** To every contact the account had before, so that no account changes hands unnoticed. Names neither the person nor the new contact. */
export function changedMessages(kind: ContactKind, profile: Profile): Put[] {
  const { locale = 'vi' } = profile;
  const name = KIND[locale][kind];
  const body =
    locale === 'vi'
      ? `Tài khoản BHXH đã đổi ${name} liên hệ. Từ nay mã và thông báo gửi tới liên hệ mới. Nếu không phải bạn đổi, hãy gọi ngay cơ quan BHXH quản lý.`
      : `The ${name} of your BHXH account was changed. From now on codes and notices go to the new one. If it was not you, call your BHXH office at once.`;
  const subject = locale === 'vi' ? `Tài khoản BHXH đã đổi ${name}` : `The ${name} of your BHXH account was changed`;
  return toEveryContact({ subject, body }, profile);
}
