import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('the webhook', () => {
  it('R12 · is posted the message with its id and a signature its owner can check', async () => {
    await webhookCarrier(url, 'secret').carry(message, never);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual(message);
    expect(headers['bhxh-message']).toBe(message.id);
    expect(headers['bhxh-signature']).toBe(`sha256=${createHmac('sha256', 'webhook:secret').update(body).digest('hex')}`);
  });

  it.each([500, 404, 302])('an answer of %i means: not taken, try again', async (answer) => {
    status = answer;
    await expect(webhookCarrier(url, 'secret').carry(message, never)).rejects.toThrow();
  });

  it('lets go of a service that does not answer when it is told to', async () => {
    const ending = new AbortController();
    const carrying = webhookCarrier(silent, 'secret').carry(message, ending.signal);
    ending.abort();
    await expect(carrying).rejects.toThrow('aborted');
  });
});
