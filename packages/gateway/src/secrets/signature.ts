import { createHmac } from 'node:crypto';
import type { Clock } from '../clock/clock.js';

/**
 * The header that proves a request of the gateway to a service of the installation's own: `Bhxh-Signature: t=<seconds since 1970>,v1=<hex>`, the HMAC-SHA-256, under the
 * service's own secret, of `<t>.<body>`. With the time in it a request that somebody recorded is worth nothing later.
 */
export function signatureOf(body: string, secret: string, clock: Clock): { readonly 'Bhxh-Signature': string } {
  const time = Math.floor(clock.now().getTime() / 1000);
  return { 'Bhxh-Signature': `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}` };
}
