import type { Clock } from '../clock/clock.js';
import type { Settings } from '../settings/settings.js';
import type { Carrier, Message } from './outbox.js';
import { smsCarrier } from './sms.js';
import { smtpCarrier } from './smtp.js';
import { webhookCarrier } from './webhook.js';

const CHANNELS = ['sms', 'email'] as const satisfies readonly Message['channel'][];

/**
 * The carriers the settings name, as one: e-mail over SMTP, SMS to the provider, and what has none of its own by the webhook, else by `otherwise` (the sandbox's
 * record). A channel without any waits in the outbox. Nothing where there is none at all.
 */
export function carrierOf(settings: Settings, machine: Clock, otherwise: Carrier | undefined): Carrier | undefined {
  const { noticeWebhook, noticeWebhookSecret, smtpHost, smsUrl } = settings;
  // Signed by the machine's clock: the receiver's does not move with a sandbox.
  const rest = noticeWebhook && noticeWebhookSecret ? webhookCarrier(noticeWebhook, noticeWebhookSecret, machine) : otherwise;
  const own: Record<Message['channel'], Carrier | undefined> = { email: smtpHost ? smtpCarrier(settings) : rest, sms: smsUrl ? smsCarrier(settings) : rest };
  const channels = CHANNELS.filter((channel) => own[channel]);
  if (channels.length === 0) return undefined;
  return {
    channels,
    async carry(message, signal) {
      await own[message.channel]?.carry(message, signal);
    },
  };
}
