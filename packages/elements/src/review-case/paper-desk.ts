import type { SealKeySet } from '@bhxh-kit/contract';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Listener, Translate, Words } from '../foundation/words.js';
import { PaperCheck, type PaperSurroundings } from './paper-check.js';
import { paperView } from './paper-view.js';
import { type PaperWords, paperWords } from './paper-words.js';
import { ScanBurst } from './scan-burst.js';
import type { ReviewCaseWords } from './words.js';

/** The element as the check sees it. */
export interface PaperHost extends ReactiveControllerHost, Listener, Pick<Element, 'getClientRects'> {
  readonly sealKeys: SealKeySet['keys'] | undefined;
  readonly renderRoot: ParentNode;
}

/** What the element lends. */
export interface PaperLent extends Pick<PaperSurroundings, 'client' | 'file' | 'open'> {
  readonly t: Translate<ReviewCaseWords>;
  speak<Vi extends Readonly<Record<string, string>>>(words: Words<Vi>): Translate<Vi>;
}

/** The check of the paper in the element (O2): its box, and a scan that is typed while the focus is anywhere else. */
export class PaperDesk implements ReactiveController {
  readonly #paper: PaperCheck;
  readonly #t: Translate<PaperWords>;
  readonly #burst = new ScanBurst();

  constructor(
    private readonly host: PaperHost,
    private readonly lent: PaperLent,
  ) {
    this.#t = lent.speak(paperWords);
    this.#paper = new PaperCheck({ ...lent, keys: () => host.sealKeys, changed: () => host.requestUpdate() });
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#key, true);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#key, true);
    this.#paper.forget();
  }

  follow(): void {
    this.#paper.follow();
  }

  /** Checks a scan that was not typed into the box, and brings what came of it into view. */
  async check(scan: string): Promise<void> {
    await this.#paper.check(scan);
    await this.host.updateComplete;
    this.host.renderRoot.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' });
  }

  view(): TemplateResult {
    const { language, overrides } = this.host;
    const file = this.lent.file();
    const check = (scan: string): void => void this.#paper.check(scan);
    return paperView({
      t: this.#t,
      caseWords: this.lent.t,
      language,
      overrides,
      paper: this.#paper,
      reference: file?.reference,
      subject: file?.subject,
      check,
    });
  }

  readonly #key = (event: KeyboardEvent): void => {
    // A desk that is out of sight, e.g. before anybody signed in, takes nothing.
    if (this.host.getClientRects().length === 0) return;
    const scan = this.#burst.press(event);
    if (scan !== undefined) void this.check(scan);
  };
}
