// A service that takes the notices of a gateway (BHXH_NOTICE_WEBHOOK) and sends each once, whatever is repeated to it:
//   BHXH_NOTICE_WEBHOOK_SECRET=… node notice-receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/** Seconds a signature is good for: the time of the way, and how far the two clocks may be apart. */
const TOLERANCE = 300;

/** Whether the gateway signed this body, and did so just now. `header` is `Bhxh-Signature`, `now` seconds since 1970. */
export function isSigned(header, body, secret, now) {
  const [, time, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!given || Math.abs(now - Number(time)) > TOLERANCE) return false;
  const right = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  return timingSafeEqual(right, Buffer.from(given, 'hex'));
}

/**
 * Takes one request and answers its status. 204: sent, or sent before. 401: not signed, or signed too long ago. 409: the very request was here before, so it is a replay;
 * an attempt the gateway repeats is signed anew. 503: not sent, the gateway tries again for about four days.
 * `taken` holds the ids of the messages sent, `seen` the signatures; keep them where a restart does not forget them, ids for a week, signatures for TOLERANCE.
 */
export async function receive({ header, body }, { secret, now, send, taken, seen }) {
  if (!isSigned(header, body, secret, now())) return 401;
  if (seen.has(header)) return 409;
  seen.add(header);
  const message = JSON.parse(body);
  if (taken.has(message.id)) return 204;
  try {
    await send(message);
  } catch {
    return 503;
  }
  taken.add(message.id);
  return 204;
}

/** The most a request may have, in bytes: a notice is far shorter. */
const MOST = 65_536;

if (process.argv[1] === import.meta.filename) {
  const send = async ({ channel, id }) => console.log(`to be sent by ${channel}: ${id}`); // { id, channel: 'sms' | 'email', to, subject?, body }
  const keeping = { secret: process.env.BHXH_NOTICE_WEBHOOK_SECRET, now: () => Math.floor(Date.now() / 1000), send, taken: new Set(), seen: new Set() };
  createServer(async (incoming, outgoing) => {
    const parts = [];
    let length = 0;
    for await (const part of incoming) if ((length += part.length) <= MOST) parts.push(part);
    const status = length > MOST ? 413 : await receive({ header: incoming.headers['bhxh-signature'], body: Buffer.concat(parts).toString() }, keeping);
    outgoing.writeHead(status).end();
  }).listen(8788, '127.0.0.1');
}
