import { createHmac } from 'node:crypto';
import type { Carrier } from './outbox.js';

/**
 * Hands messages to a service of the installation's own, as JSON by POST. Header `Bhxh-Signature: sha256=<hex>` is the HMAC-SHA-256 of the body under `BHXH_SECRET`
 * with the prefix `webhook:`, `Bhxh-Message` the message's id. Any status from 200 to 299 means: taken.
 */
export function webhookCarrier(url: string, secret: string): Carrier {
  return {
    async carry(message, signal) {
      const body = JSON.stringify(message);
      const signature = createHmac('sha256', `webhook:${secret}`).update(body).digest('hex');
      const headers = { 'Content-Type': 'application/json', 'Bhxh-Message': message.id, 'Bhxh-Signature': `sha256=${signature}` };
      const response = await fetch(url, { method: 'POST', body, headers, redirect: 'error', signal });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    },
  };
}
