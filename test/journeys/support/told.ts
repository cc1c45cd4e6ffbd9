import { expect, vi } from 'vitest';
import type { Demonstration } from './demonstration.js';
import type { Mailbox } from './mailbox.js';
import { messagesTo } from './sandbox.js';

/** Where a person is reached; of an address that was not given nothing can be sent. */
interface Reached {
  readonly mobilePhone: string;
  readonly email?: string | undefined;
}

export const RECEIVED = /đã được ghi nhận/;
const CANCELLED = /đã bị hủy/;

/** Both channels carry a word about a declaration (R12): the SMS as the sandbox shows it, the e-mail as the mail server has it. */
export async function expectTold(demo: Demonstration, mailbox: Mailbox, reference: string, word: RegExp, { mobilePhone, email }: Reached): Promise<void> {
  const among = (texts: readonly string[]) => texts.some((text) => text.includes(reference) && word.test(text));
  await vi.waitFor(
    async () => {
      expect(among(await messagesTo(demo, mobilePhone)), `an SMS: ${word}`).toBe(true);
      if (email) expect(among(mailbox.to(email)), `an e-mail: ${word}`).toBe(true);
    },
    { timeout: 15_000, interval: 100 },
  );
}

/** Ten days go by without the paper (R13): the declaration is cancelled, nothing of it is left, and the person is told. For whoever comes next it is today again. */
export async function passDeadline(demo: Demonstration, mailbox: Mailbox, reference: string, reached: Reached): Promise<void> {
  await demo.moveClock({ advanceDays: 10, advanceMinutes: 1 });
  const [row] = await demo.rows(`select id, sealed is null as gone, status, reason from declarations where reference = '${reference}'`);
  expect(row).toMatchObject({ gone: true, status: 'cancelled', reason: 'paper-not-received' });
  expect(await demo.rows(`select id from photographs where declaration_id = '${String(row!['id'])}'`)).toEqual([]);
  await expectTold(demo, mailbox, reference, CANCELLED, reached);
  await demo.moveClock({ reset: true });
}
