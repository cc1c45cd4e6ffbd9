import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Mail {
  readonly recipients: readonly string[];
  readonly text: string;
}

export interface MailServer {
  readonly port: number;
  /** In the order they came. */
  readonly mails: readonly Mail[];
  /** Who signed in. */
  readonly users: readonly string[];
  readonly close: () => Promise<void>;
}

/** A mail server that keeps what it is given. Its only password is `mat-khau-thu`. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const [mails, users]: [Mail[], string[]] = [[], []];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username = '', password }, _, done) => {
      users.push(username);
      done(password === 'mat-khau-thu' ? null : new Error('no'), { user: username });
    },
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      stream.on('end', () => {
        mails.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.server.address() as AddressInfo).port, mails, users, close: () => new Promise((done) => server.close(() => done())) };
}

/** Parts of a mail as its reader has them. */
export function readMail({ text }: Mail): { readonly headers: string; readonly subject: string; readonly body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ');
  const subject = (/^Subject: (.*)$/m.exec(headers)?.[1] ?? '')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_, kind: string, part: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(part, 'base64').toString('latin1') : unquoted(part.replaceAll('_', ' ')),
    );
  const raw = rest.join('\r\n\r\n');
  const body = /Content-Transfer-Encoding: base64/i.test(headers)
    ? Buffer.from(raw, 'base64').toString('utf8')
    : Buffer.from(unquoted(raw.replace(/=\r\n/g, '')), 'latin1').toString('utf8');
  return { headers, subject: Buffer.from(subject, 'latin1').toString('utf8'), body };
}

/** Quoted-printable as bytes, one to a character. */
const unquoted = (text: string): string => text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
