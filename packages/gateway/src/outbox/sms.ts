import { parsePhone } from '@bhxh-kit/domain';
import type { Settings } from '../settings/settings.js';
import type { Carrier } from './outbox.js';

type SmsSettings = Pick<Settings, 'smsUrl' | 'smsToken' | 'smsSender'>;

/**
 * Hands SMS to a provider by POST, as JSON: `{ "id", "to": "+84…", "text", "sender"? }`, with `Authorization: Bearer …` and `Idempotency-Key: <id>`.
 * The id is the same at every attempt: the provider answers 200–299 when it has the message, 409 when it had it before, and sends it once. Anything else means: again later.
 */
export function smsCarrier({ smsUrl, smsToken, smsSender }: SmsSettings): Carrier {
  return {
    channels: ['sms'],
    async carry({ id, channel, to, body }, signal) {
      if (channel !== 'sms') throw new Error('only SMS go to the SMS provider');
      const response = await fetch(smsUrl ?? '', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${smsToken ?? ''}`, 'Idempotency-Key': id },
        body: JSON.stringify({ id, to: international(to), text: body, ...(smsSender !== undefined && { sender: smsSender }) }),
        redirect: 'error',
        signal,
      });
      await response.body?.cancel();
      if (!response.ok && response.status !== 409) throw new Error(`the SMS provider answered ${response.status}`);
    },
  };
}

const international = (to: string): string => {
  const phone = parsePhone(to);
  return phone.ok ? phone.value.e164 : to;
};
