import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, SECRET, TestClock } from '../../test-support/gateway.js';
import { openMailServer, readMail } from '../../test-support/mail-server.js';
import { Secrets } from '../secrets/secrets.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';
import { inOneStatement } from '../storage/database.js';
import { outbox } from '../storage/schema.js';
import { carrierOf } from './carriers.js';
import { type Carrier, deliverDue, type Message, putting } from './outbox.js';

const clock = new TestClock();
const secrets = new Secrets(SECRET);
const settings = (env: Record<string, string>) => readSettings({ BHXH_SECRET: SECRET, ...env });
const carrier = (env: Record<string, string>) => carrierOf(settings(env), clock, undefined) as Carrier;
const never = new AbortController().signal;
const closing: (() => Promise<void>)[] = [];
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.queries.delete(outbox);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const mail: Message = {
  id: '6f9d6f6e-2b1f-4f7e-9a55-0a0d6d2f7a11',
  channel: 'email',
  to: 'mau@example.vn',
  subject: 'Đã ghi nhận tờ khai 00055.GD_2026_084',
  body: 'Tờ khai đã được ghi nhận tại BHXH Quận Đống Đa.\nHãy nộp trước 10:00 ngày 01/12/2026.',
};

async function mailServer(options?: Parameters<typeof openMailServer>[0]) {
  const server = await openMailServer(options);
  closing.push(server.close);
  return server;
}
const smtp = (port: number, more: Record<string, string> = {}) =>
  carrier({ BHXH_SMTP_HOST: '127.0.0.1', BHXH_SMTP_PORT: String(port), BHXH_SMTP_SECURITY: 'none', BHXH_SMTP_FROM: 'khong-tra-loi@bhxh.example.vn', ...more });

describe('e-mail over SMTP', () => {
  it('R12 · is plain text in UTF-8, with a Message-ID that stays the same at every attempt, and says that nobody wrote it', async () => {
    const server = await mailServer();
    const over = smtp(server.port);
    await over.carry(mail, never);
    await over.carry(mail, never);
    const [first, second] = server.mails.map(readMail);
    expect([first?.subject, first?.body.trim().replaceAll('\r\n', '\n')]).toEqual([mail.subject, mail.body]);
    for (const read of [first, second]) {
      expect(read?.headers).toMatch(/^Message-ID: <6f9d6f6e-2b1f-4f7e-9a55-0a0d6d2f7a11@bhxh\.example\.vn>$/m);
      expect(read?.headers).toMatch(/^Auto-Submitted: auto-generated$/m);
      expect(read?.headers).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
      expect(read?.headers).toMatch(/^From: khong-tra-loi@bhxh\.example\.vn$/m);
    }
    expect(server.mails.map(({ recipients }) => recipients)).toEqual([['mau@example.vn'], ['mau@example.vn']]);
  });

  it('R12 · signs in where the server asks it, and fails when it is refused', async () => {
    const server = await mailServer({ authOptional: false, allowInsecureAuth: true });
    await smtp(server.port, { BHXH_SMTP_USER: 'gui', BHXH_SMTP_PASSWORD: 'mat-khau-thu' }).carry(mail, never);
    await expect(smtp(server.port, { BHXH_SMTP_USER: 'gui', BHXH_SMTP_PASSWORD: 'sai' }).carry(mail, never)).rejects.toThrow();
    await expect(smtp(server.port).carry(mail, never)).rejects.toThrow();
    expect([server.users, server.mails.length]).toEqual([['gui', 'gui'], 1]);
  });

  it('R12 · is never sent in clear where the line shall be encrypted, nor to a server whose certificate nobody vouches for', async () => {
    const plain = await mailServer();
    await expect(smtp(plain.port, { BHXH_SMTP_SECURITY: 'starttls' }).carry(mail, never)).rejects.toThrow();
    const selfSigned = await mailServer({ disabledCommands: [] });
    await expect(smtp(selfSigned.port, { BHXH_SMTP_SECURITY: 'starttls' }).carry(mail, never)).rejects.toThrow(/certificate|self.signed/i);
    const tls = await mailServer({ secure: true });
    await expect(smtp(tls.port, { BHXH_SMTP_SECURITY: 'tls' }).carry(mail, never)).rejects.toThrow(/certificate|self.signed/i);
    expect([...plain.mails, ...selfSigned.mails, ...tls.mails]).toEqual([]);
  });

  it('R12 · cannot be given another recipient, header or body by its texts', async () => {
    const server = await mailServer();
    const over = smtp(server.port);
    await over.carry({ ...mail, subject: 'Một\r\nBcc: khac@example.vn', body: '.\r\nQUIT\r\n.' }, never);
    expect(server.mails.map(({ recipients }) => recipients)).toEqual([['mau@example.vn']]);
    expect(server.mails.map(readMail)[0]?.headers).not.toMatch(/^Bcc:/m);
    await over.carry({ ...mail, to: 'mau@example.vn\r\nRCPT TO:<khac@example.vn>' }, never).catch(() => undefined);
    expect(server.mails.flatMap(({ recipients }) => recipients)).not.toContain('khac@example.vn');
  });

  it('R12 · a server that is busy is asked again later, and has the mail once', async () => {
    let busy = 2;
    const server = await mailServer({
      onMailFrom: (_, __, done) => (busy-- > 0 ? done(Object.assign(new Error('4.3.2 later'), { responseCode: 421 })) : done()),
    });
    await put('email', 'mau@example.vn');
    expect(await deliverAll(smtp(server.port))).toEqual([0, 0, 1]);
    expect(server.mails).toHaveLength(1);
  });
});

/** An SMS provider that keeps its promise: one SMS for an id. `mood` is what it does with each request. */
async function provider(...moods: ('late' | 'fail' | 'accept-then-fail' | 'accept-then-hang' | 'take')[]) {
  const sms = new Map<string, Record<string, string>>();
  const requests: IncomingHttpHeaders[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    request.on('end', () => {
      requests.push(request.headers);
      const mood = moods.shift() ?? 'take';
      const id = String(request.headers['idempotency-key']);
      const had = sms.has(id);
      if (mood !== 'fail') sms.set(id, JSON.parse(text) as Record<string, string>);
      if (mood === 'accept-then-hang') return;
      const answer = () => response.writeHead(mood === 'fail' || mood === 'accept-then-fail' ? 503 : had ? 409 : 202).end();
      setTimeout(answer, mood === 'late' ? 300 : 0);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  return { sms, requests, over: carrier({ BHXH_SMS_URL: url, BHXH_SMS_TOKEN: 'khoa-thu', BHXH_SMS_SENDER: 'BHXH-THU' }) };
}

async function put(channel: 'sms' | 'email', to: string): Promise<void> {
  await inOneStatement(
    database.queries,
    putting(database.queries, { notice: 'received', messages: [{ channel, to, body: 'Tờ khai đã được ghi nhận.' }] }, { clock, secrets }),
  );
}

/** Runs until nothing waits, the pauses skipped; answers what each run delivered. */
async function deliverAll(over: Carrier): Promise<number[]> {
  const delivered = [];
  for (let run = 0; run < 5; run++) {
    delivered.push((await deliverDue(database.queries, over, { clock, secrets })).delivered);
    if (delivered.at(-1)) break;
    clock.advance({ minutes: 10 });
  }
  return delivered;
}

describe('SMS over a provider’s HTTP interface', () => {
  it('R12 · posts the number in international form, the text and the brand name, under a token and the id of the message', async () => {
    const { over, sms, requests } = await provider();
    await over.carry({ id: mail.id, channel: 'sms', to: '0900000001', body: mail.body }, never);
    expect(sms.get(mail.id)).toEqual({ id: mail.id, to: '+84900000001', text: mail.body, sender: 'BHXH-THU' });
    expect([requests[0]?.authorization, requests[0]?.['idempotency-key']]).toEqual(['Bearer khoa-thu', mail.id]);
  });

  it.each([
    ['fails before it has the message', ['fail', 'fail'], [0, 0, 1]],
    ['fails after it took the message', ['accept-then-fail'], [0, 1]],
    ['answers late', ['late'], [1]],
  ] as const)('R12 · one SMS, though the provider %s', async (_, moods, runs) => {
    const { over, sms, requests } = await provider(...moods);
    await put('sms', '0900000001');
    expect(await deliverAll(over)).toEqual(runs);
    expect([sms.size, new Set(requests.map((headers) => headers['idempotency-key'])).size]).toEqual([1, 1]);
    expect(await rowsOf(database, 'select 1 from outbox where delivered_at is null')).toEqual([]);
  });

  it('R12 · one SMS, though the provider took the message and never answered', async () => {
    const { over, sms, requests } = await provider('accept-then-hang');
    await put('sms', '0900000001');
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 500);
    expect(await deliverDue(database.queries, over, { clock, secrets, signal: ending.signal })).toMatchObject({ delivered: 0, failed: 1 });
    clock.advance({ minutes: 10 });
    expect(await deliverAll(over)).toEqual([1]);
    expect([sms.size, requests.length]).toEqual([1, 2]);
  });
});

describe('the carriers of the settings', () => {
  it('R12 · a channel without a carrier waits, and holds up none of the other', async () => {
    const { over, sms } = await provider();
    await put('email', 'mau@example.vn');
    await put('sms', '0900000001');
    expect(await deliverAll(over)).toEqual([1]);
    expect(sms.size).toBe(1);
    expect(await rowsOf(database, 'select channel, attempts from outbox where delivered_at is null')).toEqual([{ channel: 'email', attempts: 0 }]);
  });

  it('R12 · what has no carrier of its own goes by the webhook, else as the caller says, else nowhere', () => {
    const recorded: Carrier = { carry: () => Promise.resolve() };
    const env = { BHXH_SMTP_HOST: 'mail.example.vn', BHXH_SMTP_FROM: 'a@example.vn' };
    expect(carrierOf(settings({}), clock, undefined)).toBeUndefined();
    expect(carrierOf(settings(env), clock, undefined)?.channels).toEqual(['email']);
    expect(carrierOf(settings(env), clock, recorded)?.channels).toEqual(['sms', 'email']);
    const webhook = { BHXH_NOTICE_WEBHOOK: 'https://gui.example.vn/tin', BHXH_NOTICE_WEBHOOK_SECRET: SECRET };
    expect(carrierOf(settings({ ...env, ...webhook }), clock, undefined)?.channels).toEqual(['sms', 'email']);
  });

  it.each([
    [{ BHXH_SMTP_HOST: 'mail.example.vn' }, 'BHXH_SMTP_FROM'],
    [{ BHXH_SMTP_HOST: 'mail.example.vn', BHXH_SMTP_FROM: 'a@example.vn', BHXH_SMTP_USER: 'gui' }, 'BHXH_SMTP_PASSWORD'],
    [{ BHXH_SMS_URL: 'https://sms.example.vn' }, 'BHXH_SMS_TOKEN'],
    [{ BHXH_SMTP_SECURITY: 'maybe' }, 'BHXH_SMTP_SECURITY'],
    [{ BHXH_SMTP_FROM: 'not an address' }, 'BHXH_SMTP_FROM'],
    [{ BHXH_CHALLENGE: 'picture' }, 'BHXH_CHALLENGE'],
  ])('R12 · %j is told to lack or misname %s', (env, name) => {
    expect(() => settings(env)).toThrow(name);
  });
});
