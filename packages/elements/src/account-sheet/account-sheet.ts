import type { BhxhClient } from '@bhxh-kit/client';
import { type CSSResultGroup, html, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { NextFocus } from '../foundation/next-focus.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { said } from '../foundation/said.styles.js';
import { sheet } from '../foundation/sheet.styles.js';
import { stateWords } from '../foundation/words.state.js';
import type { BhxhOneTimeCode } from '../one-time-code/one-time-code.js';
import { styles } from './account-sheet.styles.js';

/** What such an element does for its part. */
export interface SheetActs {
  client(): BhxhClient | undefined;
  /** `why` is what is wrong there: it is said where the focus is already. */
  focus(selector: string, why?: string): void;
  /** The field of the one-time code, where it is shown. */
  code(): BhxhOneTimeCode | null;
}

/** A part with steps, that the element shows. */
export interface SheetPart {
  render(): TemplateResult;
  /** The client may be another one, or somebody else's session. */
  look?(): void;
  /** Ends what is under way: the element was taken away. */
  end(): void;
}

/** An element of one sheet with steps, whose part is loaded when it is on a page. */
export abstract class AccountSheet extends KitElement {
  /** @internal */
  static override styles: CSSResultGroup = [foundation, controls, sheet, noticeStyles, said, styles];

  readonly #common = this.speak(stateWords);
  readonly #announcer = new Announcer(this);
  readonly #focus = new NextFocus(this, this.#announcer);
  #stopSession: (() => void) | undefined;
  #watched: BhxhClient | undefined;
  readonly #part: LazyPart<SheetPart> = new LazyPart(this, () =>
    this.loadPart({
      client: () => this.activeClient,
      focus: (selector, why) => this.#focus.toFault(selector, why),
      code: () => this.renderRoot.querySelector<BhxhOneTimeCode>('#code'),
    }),
  );

  /** Fetches the part. */
  protected abstract loadPart(acts: SheetActs): Promise<SheetPart>;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#part.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#part.value?.end();
    this.#stopSession?.();
    this.#stopSession = this.#watched = undefined;
  }

  /** Waits for what is being loaded, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#part.settled;
    return done && !this.isUpdatePending;
  }

  protected override willUpdate(_: PropertyValues): void {
    const client = this.isConnected ? this.activeClient : undefined;
    if (client !== this.#watched) {
      this.#stopSession?.();
      this.#watched = client;
      this.#stopSession = client?.onSessionChange(() => this.requestUpdate());
    }
    this.#part.value?.look?.();
  }

  protected override updated(_: PropertyValues): void {
    this.#focus.give();
  }

  protected override render(): TemplateResult {
    return html`<div class="sheet">${this.#announcer.region}${this.#body()}</div>`;
  }

  #body(): TemplateResult {
    const { state, value } = this.#part;
    if (value) return value.render();
    if (state !== 'failed') return html`<p role="status">${this.#common('loading')}</p>`;
    return notice('failed', this.#common('actFailed'), this.#common, () => void this.#part.load());
  }
}
