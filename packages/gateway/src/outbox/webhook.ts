import type { Clock } from '../clock/clock.js';
import { signatureOf } from '../secrets/signature.js';
import type { Carrier } from './outbox.js';

/**
 * Hands messages to a service of the installation's own, as JSON by POST. `Bhxh-Message` is the message's id, the same at every attempt; `Bhxh-Signature` is made anew
 * (examples/notice-receiver.mjs checks both). Any status from 200 to 299 means: taken.
 */
export function webhookCarrier(url: string, secret: string, clock: Clock): Carrier {
  return {
    async carry(message, signal) {
      const body = JSON.stringify(message);
      const headers = { 'Content-Type': 'application/json', 'Bhxh-Message': message.id, ...signatureOf(body, secret, clock) };
      const response = await fetch(url, { method: 'POST', body, headers, redirect: 'error', signal });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    },
  };
}
