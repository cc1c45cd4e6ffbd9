import { maybe, oneOf, type Setting, setting, url } from './setting-kinds.js';

/** How notices leave: e-mail over SMTP, SMS over a provider's HTTP interface, and whatever has no carrier of its own by the webhook. */
export const CARRIER_SETTINGS = {
  smtpHost: maybe('BHXH_SMTP_HOST', 'host', 'Mail server that e-mails are handed to. Without it they go by the webhook.'),
  smtpPort: setting<number>({
    name: 'BHXH_SMTP_PORT',
    kind: 'port',
    default: '587',
    meaning: 'Its port: 587 with starttls, 465 with tls.',
    read: (value) =>
      /^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) <= 65_535 ? { value: Number(value) } : { wrong: 'must be a port from 1 to 65535' },
  }),
  smtpSecurity: oneOf(
    'BHXH_SMTP_SECURITY',
    ['starttls', 'tls', 'none'],
    'How the line to it is encrypted: starttls (required, never left out silently), tls from the first byte, or none, for a server on this machine alone.',
  ),
  smtpUser: maybe('BHXH_SMTP_USER', 'text', 'User name at the mail server, where it asks one.'),
  smtpPassword: maybe('BHXH_SMTP_PASSWORD', 'text', 'Password of it. Required with `BHXH_SMTP_USER`.'),
  smtpFrom: setting<string | undefined>({
    name: 'BHXH_SMTP_FROM',
    kind: 'e-mail address',
    meaning: 'Sender of e-mails, e.g. `khong-tra-loi@bhxh.example.vn`; its domain signs their Message-ID. Required with `BHXH_SMTP_HOST`.',
    read: (value) =>
      /^[^\s@<>"]+@[^\s@<>"]+\.[a-z]{2,63}$/i.test(value) ? { value } : { wrong: 'must be an e-mail address such as khong-tra-loi@bhxh.example.vn' },
  }),
  smsUrl: url(
    'BHXH_SMS_URL',
    ['https:', 'http:'],
    'Where an SMS provider, or the small service in front of it, takes messages by POST. Without it SMS go by the webhook.',
  ),
  smsToken: maybe('BHXH_SMS_TOKEN', 'text', 'Bearer token for it. Required with `BHXH_SMS_URL`.'),
  smsSender: maybe('BHXH_SMS_SENDER', 'text', 'Brand name (brandname) SMS are sent under, as registered with the provider.'),
} as const satisfies Record<string, Setting>;
