import type { Profile } from '@bhxh-kit/domain';
import type { Message } from './outbox.js';

/** One notice to every registered contact: whoever took one of them over does not keep it from the other. */
export function toEveryContact({ subject, body }: { readonly subject: string; readonly body: string }, { mobilePhone, email }: Profile): Omit<Message, 'id'>[] {
  return [
    ...(mobilePhone ? [{ channel: 'sms' as const, to: mobilePhone, body }] : []),
    ...(email ? [{ channel: 'email' as const, to: email, subject, body }] : []),
  ];
}
