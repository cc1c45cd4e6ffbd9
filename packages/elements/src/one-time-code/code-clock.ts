import { ONE_TIME_CODE_MINUTES, ONE_TIME_CODE_PAUSE } from '@bhxh-kit/domain/one-time-code/one-time-code.js';

/** A code that was sent, as the gateway says; moments are RFC 3339, by its clock. Extra fields, e.g. `codeId`, do no harm. */
export interface SentOneTimeCode {
  /** Where to, masked. */
  readonly sentTo?: string | undefined;
  readonly sentAt: string;
  /** Ten minutes after `sentAt` unless given. */
  readonly expiresAt?: string | undefined;
  /** A minute after `sentAt` unless given. */
  readonly sendAgainAt?: string | undefined;
}

/** The time a code has left, by the gateway's clock: that of the device may be hours off. */
export class CodeClock {
  readonly #ahead: number;
  readonly #over: number;
  readonly #again: number;
  readonly minutes: number;

  /** @param received milliseconds, the device's clock when the answer came */
  constructor({ sentAt, expiresAt, sendAgainAt }: SentOneTimeCode, received = Date.now()) {
    const sent = Date.parse(sentAt);
    this.#ahead = sent - received;
    this.#over = expiresAt === undefined ? sent + ONE_TIME_CODE_MINUTES * 60_000 : Date.parse(expiresAt);
    this.#again = sendAgainAt === undefined ? sent + ONE_TIME_CODE_PAUSE * 1000 : Date.parse(sendAgainAt);
    this.minutes = Math.round((this.#over - sent) / 60_000);
  }

  get isOver(): boolean {
    return this.#now >= this.#over;
  }

  /** Until another can be sent. */
  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#again - this.#now) / 1000));
  }

  get #now(): number {
    return Date.now() + this.#ahead;
  }
}
