import type { Challenge } from '@bhxh-kit/contract';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { CallOptions } from '../call/settings.js';
import type { Locale } from '../errors/words.js';

const words = {
  'challenge.unknown-kind': {
    vi: 'Trang này chưa biết loại mã kiểm tra mà hệ thống yêu cầu. Hãy tải lại trang; nếu vẫn vậy, hãy báo cho đơn vị quản lý trang.',
    en: 'This page does not know the kind of check that is asked. Reload it; if that does not help, tell whoever runs this page.',
  },
  'challenge.not-encrypted': {
    vi: 'Trang này không được mã hóa (https) nên trình duyệt không làm được bước kiểm tra. Hãy báo cho đơn vị quản lý trang.',
    en: 'This page is not encrypted (https), so the browser cannot do the check. Tell whoever runs this page.',
  },
  'challenge.unsolved': {
    vi: 'Thiết bị chưa làm xong bước kiểm tra. Hãy đóng bớt ứng dụng khác rồi thử lại.',
    en: 'The device did not finish the check. Close other programs and try again.',
  },
} as const;

/**
 * A challenge the page could not answer: `isBhxhError` knows it. No subclass of `BhxhError`, because forms load this file later, and would then have to load
 * the words of every error first.
 */
export class ChallengeError extends Error {
  override readonly name = 'ChallengeError';
  readonly operation = 'challenges.make';

  constructor(readonly code: keyof typeof words) {
    super('challenges.make: the challenge was not answered');
    Object.defineProperty(this, Symbol.for('bhxh-kit.error'), { value: true });
  }

  userMessage(locale: Locale = 'vi'): string {
    return words[this.code][locale];
  }
}

/**
 * Answers a challenge that asks nothing of a person: gives what the challenged call takes as options, nothing at all where none is asked.
 * Counts in the browser's own cryptography, without a worker, so that no content policy has to allow one. Rejects with `ChallengeError`.
 *
 * @example
 * const challenge = await bhxh.challenges.make({ operation: 'declarations.submit', locale: 'vi' });
 * await bhxh.declarations.submit(declaration, await answerByWork(challenge));
 */
export async function answerByWork(challenge: Challenge, signal?: AbortSignal): Promise<Pick<CallOptions, 'challengeAnswer'>> {
  if (challenge.kind === 'none') return {};
  if (challenge.kind !== 'proof-of-work' || !challenge.work) throw new ChallengeError('challenge.unknown-kind');
  if (!(globalThis.crypto as Partial<Crypto>).subtle) throw new ChallengeError('challenge.not-encrypted');
  const controller = new AbortController();
  signal?.addEventListener('abort', () => controller.abort(), { once: true });
  const solution = await solveChallenge({ challenge: challenge.work as never, deriveKey, controller });
  if (!solution) throw new ChallengeError('challenge.unsolved');
  return answerOf(challenge, JSON.stringify({ counter: solution.counter, derivedKey: solution.derivedKey }));
}

/** The options of a challenged call with what a person typed, of the picture or as the answer to the question. */
export function answerTyped(challenge: Challenge, text: string): Pick<CallOptions, 'challengeAnswer'> {
  return answerOf(challenge, text);
}

function answerOf({ challengeToken = '' }: Challenge, answer: string): Pick<CallOptions, 'challengeAnswer'> {
  const bytes = Array.from(new TextEncoder().encode(answer), (byte) => String.fromCharCode(byte)).join('');
  return { challengeAnswer: `${challengeToken}.${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}` };
}
