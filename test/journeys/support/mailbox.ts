import { vi } from 'vitest';
import { openMailServer, readMail } from '../../../packages/gateway/test-support/mail-server.js';
import type { Environment } from './demonstration.js';

/** E-mails as they arrive at a real mail server, which a gateway of this environment hands them to. */
export interface Mailbox {
  readonly environment: Environment;
  /** What an address was sent, the newest first. */
  to(email: string): readonly string[];
  /** The newest code sent to an address (R14), as soon as it has come. */
  codeTo(email: string): Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const server = await openMailServer();
  const to = (email: string) =>
    server.mails
      .filter(({ recipients }) => recipients.includes(email))
      .map((mail) => readMail(mail).body)
      .reverse();
  return {
    environment: {
      BHXH_SMTP_HOST: '127.0.0.1',
      BHXH_SMTP_PORT: String(server.port),
      BHXH_SMTP_SECURITY: 'none',
      BHXH_SMTP_FROM: 'khong-tra-loi@bhxh.example.vn',
    },
    to,
    codeTo: (email) =>
      vi.waitFor(
        () => {
          const [code] = to(email).flatMap((body) => /^Mã xác thực của bạn[^\d]*(\d{6})\b/.exec(body)?.[1] ?? []);
          if (code === undefined) throw new Error(`No code has come to ${email}`);
          return code;
        },
        { timeout: 15_000, interval: 100 },
      ),
    close: server.close,
  };
}
