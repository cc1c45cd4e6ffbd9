import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import type { OneTimeCodeTry } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { Refusal } from '../http/refusal.js';

/** Where a code stands in a call that takes one. */
const FIELD = '/oneTimeCode';

/** A code that was not taken, and why (`one-time-code.*`), at its field. */
export const codeRefused = (code: string, { pointer = FIELD, facts }: { readonly pointer?: string; readonly facts?: Record<string, number> } = {}): Refusal =>
  new Refusal('code.refused', { fieldErrors: [{ pointer, code, ...(facts && { facts }) }] });

/** What came of a try that was not right. A code that is unknown, used or over is one answer, and so are the last wrong try and every one after it. */
export function tryRefused(tried: OneTimeCodeTry | undefined, pointer = FIELD): Refusal {
  if (!tried || tried.ok || tried.why === 'expired' || tried.why === 'used') return codeRefused('one-time-code.expired', { pointer });
  if (tried.why === 'wrong' && tried.triesLeft > 0) return codeRefused('one-time-code.wrong', { pointer, facts: { triesLeft: tried.triesLeft } });
  return codeRefused('one-time-code.locked', { pointer });
}

/** The digits of a typed code. */
export function codeDigits(typed: string, pointer = FIELD): string {
  const text = parseOneTimeCode(typed);
  if (!text.ok) throw codeRefused(text.code, { pointer });
  return text.value;
}

/** A code asked for before another can be sent: at `sendAgainAt`. */
export const tooSoon = (sendAgainAt: Date | string, now: Date): Refusal =>
  new Refusal('code.too-soon', { retryAfter: Math.max(1, Math.ceil((new Date(sendAgainAt).getTime() - now.getTime()) / 1000)) });
