import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error the example is JavaScript, as a stranger copies it
import { receive } from '../../examples/notice-receiver.mjs';
import { TestClock } from '../../test-support/gateway.js';
import { webhookCarrier } from './webhook.js';

const received: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 204;
const server = createServer((incoming, outgoing) => {
  let body = '';
  incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
  incoming.on('end', () => {
    if (incoming.url === '/silent') return;
    received.push({ headers: incoming.headers, body });
    outgoing.writeHead(status, status === 302 ? { Location: 'http://elsewhere.example/' } : {}).end();
  });
});
let url: string;
let silent: string;
beforeAll(async () => {
  await new Promise<void>((bound) => server.listen(0, '127.0.0.1', bound));
  silent = `http://127.0.0.1:${(server.address() as AddressInfo).port}/silent`;
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const message = { id: '00000000-0000-4000-8000-00000000000a', channel: 'sms', to: '0900000001', body: 'Tờ khai 00001.GD_2026_001 đã được ghi nhận.' } as const;

const never = new AbortController().signal;
const clock = new TestClock();
const seconds = () => clock.now().getTime() / 1000;

describe('the webhook', () => {
  it('R12 · is posted the message with its id and a signature its owner can check', async () => {
    await webhookCarrier(url, 'secret', clock).carry(message, never);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual(message);
    expect(headers['bhxh-message']).toBe(message.id);
    expect(headers['bhxh-signature']).toBe(`t=${seconds()},v1=${createHmac('sha256', 'secret').update(`${seconds()}.${body}`).digest('hex')}`);
  });

  it.each([500, 404, 302])('an answer of %i means: not taken, try again', async (answer) => {
    status = answer;
    await expect(webhookCarrier(url, 'secret', clock).carry(message, never)).rejects.toThrow();
  });

  it('lets go of a service that does not answer when it is told to', async () => {
    const ending = new AbortController();
    const carrying = webhookCarrier(silent, 'secret', clock).carry(message, ending.signal);
    ending.abort();
    await expect(carrying).rejects.toThrow('aborted');
  });
});

describe('the receiver of the example', () => {
  /** What the gateway posts now. */
  async function posted() {
    status = 204;
    await webhookCarrier(url, 'secret', clock).carry(message, never);
    const { headers, body } = received.at(-1) ?? { headers: {}, body: '' };
    return { header: headers['bhxh-signature'], body };
  }
  function receiver() {
    const sent: string[] = [];
    let works = true;
    const send = async ({ id }: { id: string }) => (works ? void sent.push(id) : Promise.reject(new Error('the SMS centre is down')));
    const keeping = { secret: 'secret', now: seconds, send, taken: new Set(), seen: new Set() };
    return { sent, breakDown: (broken: boolean) => (works = !broken), take: (request: object) => receive(request, keeping) as Promise<number> };
  }

  it('R12 · sends a message once, also when the gateway repeats it, and refuses the very request again', async () => {
    const { take, sent } = receiver();
    const first = await posted();
    expect([await take(first), await take(first)]).toEqual([204, 409]);
    clock.advance({ seconds: 30 });
    expect(await take(await posted())).toBe(204);
    expect(sent).toEqual([message.id]);
  });

  it('R12 · has what it could not send repeated', async () => {
    const { take, sent, breakDown } = receiver();
    breakDown(true);
    expect(await take(await posted())).toBe(503);
    breakDown(false);
    clock.advance({ seconds: 30 });
    expect([await take(await posted()), sent]).toEqual([204, [message.id]]);
  });

  it('refuses what was signed more than five minutes ago or ahead, under another secret, for another body or time, or not at all', async () => {
    const { take, sent } = receiver();
    const { header = '', body } = await posted();
    const [, signature = ''] = String(header).split(',');
    clock.advance({ seconds: 301 });
    expect(await take({ header, body })).toBe(401);
    expect(await take({ header: `t=${seconds()},${signature}`, body })).toBe(401);
    clock.advance({ seconds: -602 });
    expect(await take({ header, body })).toBe(401);
    clock.advance({ seconds: 301 });
    expect(await take({ header, body: body.replace('0900000001', '0900000002') })).toBe(401);
    const foreign = `t=${seconds()},v1=${createHmac('sha256', 'another').update(`${seconds()}.${body}`).digest('hex')}`;
    for (const wrong of [foreign, undefined, '', signature, `${String(header)}0`]) expect(await take({ header: wrong, body })).toBe(401);
    expect(sent).toEqual([]);
  });
});
