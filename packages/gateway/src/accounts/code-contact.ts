import type { Profile } from '@bhxh-kit/domain';
import type { Message } from '../outbox/outbox.js';
import type { Settings } from '../settings/settings.js';

export interface CodeContact {
  readonly channel: Message['channel'];
  readonly to: string;
}

type Carrying = Pick<Settings, 'sandbox' | 'smtpHost' | 'smsUrl' | 'noticeWebhook'>;

/** Whether the installation has e-mail leave and no SMS: a phone must not be named then, because nothing comes there. Where nothing is carried at all, whoever reads the outbox may send either. */
export const sendsMailAlone = ({ sandbox, smtpHost, smsUrl, noticeWebhook }: Carrying): boolean =>
  !sandbox && smtpHost !== undefined && smsUrl === undefined && noticeWebhook === undefined;

/** Where a code goes: the registered phone (A4), or the e-mail address of whoever has none; where the installation sends no SMS at all, the address first. */
export function codeContact({ mobilePhone, email }: Pick<Profile, 'mobilePhone' | 'email'>, settings: Carrying): CodeContact | undefined {
  const phone = mobilePhone ? ({ channel: 'sms', to: mobilePhone } as const) : undefined;
  const mail = email ? ({ channel: 'email', to: email } as const) : undefined;
  return sendsMailAlone(settings) ? mail : (phone ?? mail);
}

/** `******0001`, `n***@example.vn`: enough to know one's own by. */
export function maskedContact(contact: string): string {
  const at = contact.indexOf('@');
  return at > 0 ? `${contact.slice(0, 1)}***${contact.slice(at)}` : `${'*'.repeat(Math.max(0, contact.length - 4))}${contact.slice(-4)}`;
}
