import type { OutputOf, operations } from '@bhxh-kit/contract';

/** What the gateway says of a code it sent; to whom, where that may be told. */
export type Sent = OutputOf<(typeof operations)['passwords']['requestChange']> | OutputOf<(typeof operations)['passwords']['requestReset']>;

/** The code that is out, and until when it works by the clock of the page, which nobody sets. */
export class SentCode<Kind extends Sent> {
  sent: Kind | undefined;
  #goodUntil = 0;

  take(sent: Kind): void {
    this.sent = sent;
    this.#goodUntil = performance.now() + Date.parse(sent.expiresAt) - Date.parse(sent.sentAt);
  }

  /** It was used up, or nothing is asked of it any more. */
  spend(): void {
    this.#goodUntil = 0;
  }

  get good(): boolean {
    return this.sent !== undefined && performance.now() < this.#goodUntil;
  }
}
