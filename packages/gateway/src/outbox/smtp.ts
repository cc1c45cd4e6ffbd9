import { createTransport } from 'nodemailer';
import type { Settings } from '../settings/settings.js';
import type { Carrier } from './outbox.js';

type SmtpSettings = Pick<Settings, 'smtpHost' | 'smtpPort' | 'smtpSecurity' | 'smtpUser' | 'smtpPassword' | 'smtpFrom'>;

/**
 * Hands e-mails to a mail server (RFC 5321), as plain text in UTF-8. The Message-ID is made of the message's id, so that an attempt after a lost answer is the same
 * mail to whoever compares; `Auto-Submitted` (RFC 3834) keeps holiday notices from answering. The certificate of the server is always checked.
 */
export function smtpCarrier(settings: SmtpSettings): Carrier {
  const { smtpHost: host, smtpPort: port, smtpSecurity, smtpUser: user, smtpPassword: pass, smtpFrom: from = '' } = settings;
  const transport = createTransport({
    ...(host !== undefined && { host }),
    port,
    secure: smtpSecurity === 'tls',
    requireTLS: smtpSecurity === 'starttls',
    ignoreTLS: smtpSecurity === 'none',
    ...(user !== undefined && { auth: { user, ...(pass !== undefined && { pass }) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 12_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    channels: ['email'],
    async carry({ id, channel, to, subject = '', body }) {
      if (channel !== 'email') throw new Error('only e-mails go over SMTP');
      await transport.sendMail({
        from,
        // As an object: a comma in it would otherwise be a second recipient.
        to: { name: '', address: to },
        subject,
        text: body,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
  };
}
