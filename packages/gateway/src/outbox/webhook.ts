import { createHmac } from 'node:crypto';
import type { Clock } from '../clock/clock.js';
import type { Carrier } from './outbox.js';

/**
 * Hands messages to a service of the installation's own, as JSON by POST. `Bhxh-Message` is the message's id, the same at every attempt;
 * `Bhxh-Signature: t=<seconds since 1970>,v1=<hex>` is signed anew at every attempt: the HMAC-SHA-256, under the webhook's own secret, of `<t>.<body>`.
 * With the time in it a request that somebody recorded is worth nothing later (examples/notice-receiver.mjs checks both). Any status from 200 to 299 means: taken.
 */
export function webhookCarrier(url: string, secret: string, clock: Clock): Carrier {
  return {
    async carry(message, signal) {
      const body = JSON.stringify(message);
      const time = Math.floor(clock.now().getTime() / 1000);
      const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
      const headers = { 'Content-Type': 'application/json', 'Bhxh-Message': message.id, 'Bhxh-Signature': `t=${time},v1=${signature}` };
      const response = await fetch(url, { method: 'POST', body, headers, redirect: 'error', signal });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    },
  };
}
