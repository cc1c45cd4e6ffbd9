import type { Clock } from '../clock/clock.js';
import type { Carrier, Message } from '../outbox/outbox.js';
import type { Queries } from '../storage/database.js';
import { sandboxMessages } from '../storage/schema.js';

/** Sends nothing: records what would have been sent, with the recipient masked, so that a cancelled declaration leaves nothing of the person here either. */
export function sandboxCarrier(db: Queries, clock: Clock): Carrier {
  return {
    async carry({ id, channel, to, subject, body }: Message) {
      await db
        .insert(sandboxMessages)
        .values({ id, channel, recipient: masked(to), subject: subject ?? null, body, at: clock.now() })
        .onConflictDoNothing();
    },
  };
}

/** `•••••••001`, `n•••@example.vn`. */
export function masked(to: string): string {
  const at = to.indexOf('@');
  return at > 0 ? `${to.slice(0, 1)}•••${to.slice(at)}` : `${'•'.repeat(Math.max(0, to.length - 3))}${to.slice(-3)}`;
}
