import type { ConsentTexts } from '@bhxh-kit/contract';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { NextFocus } from '../foundation/next-focus.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { partTools } from '../foundation/part-tools.js';
import { property } from '../foundation/property.js';
import { said } from '../foundation/said.styles.js';
import { sheet } from '../foundation/sheet.styles.js';
import { stateWords } from '../foundation/words.state.js';
import { type ConsentEventMap, ConsentDeclinedEvent, ConsentedEvent, ConsentWithdrawnEvent } from './consent-events.js';
import { styles } from './consent.styles.js';
import type { ConsentPart } from './consent-part.js';

export { ConsentDeclinedEvent, ConsentedEvent, type ConsentEventMap, ConsentWithdrawnEvent } from './consent-events.js';

/**
 * Trước khi bạn bắt đầu (A9): what this is, the terms, and consent to each purpose by itself, nothing ticked beforehand. Whoever has agreed sees what they agreed to, in which
 * words and since when, and takes it back; what that means is said first.
 *
 * The texts and the purposes come from the gateway. Before sign-in the choice stays in the memory of the page and is recorded with the first sign-in of the same client.
 *
 * @summary Asks for consent at first use, shows it later and takes it back.
 * @fires {ConsentedEvent} consented - The person agreed; `purposes` has what to, `recorded` whether it is kept already.
 * @fires {ConsentDeclinedEvent} declined - The person does not agree to what is necessary.
 * @fires {ConsentWithdrawnEvent} withdrawn - The person took the consent to `purpose` back.
 * @slot done - What is shown once the person has agreed, e.g. the way on.
 * @slot declined - What is shown to whoever does not agree, e.g. the addresses of the offices.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart problem - Why the choice was not recorded.
 * @csspart purpose - One purpose with its words and its tick or its state.
 * @csspart error - The sentence that says what is wrong.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, ticks, focus ring.
 */
export class BhxhConsent extends KitElement {
  /** @internal */
  static override styles = [foundation, controls, sheet, noticeStyles, said, styles];

  /** The texts themselves, when no client is to be asked. */
  @property({ attribute: false }) texts?: ConsentTexts;

  readonly #common = this.speak(stateWords);
  readonly #announcer = new Announcer(this);
  readonly #focus = new NextFocus(this, this.#announcer);
  readonly #part: LazyPart<ConsentPart> = new LazyPart(this, async () => {
    const { ConsentPart } = await import('./consent-part.js');
    const acts = {
      focus: (selector: string, why?: string) => this.#focus.toFault(selector, why),
      consented: (textVersion: string, purposes: readonly string[], recorded: boolean) =>
        this.dispatchEvent(new ConsentedEvent(textVersion, purposes, recorded)),
      declined: () => this.dispatchEvent(new ConsentDeclinedEvent()),
      withdrawn: (purpose: string) => this.dispatchEvent(new ConsentWithdrawnEvent(purpose)),
    };
    return new ConsentPart(this, acts, partTools);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#part.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#part.value?.end();
  }

  /** Waits for what is being loaded, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#part.settled;
    await this.#part.value?.settled;
    return done && !this.isUpdatePending;
  }

  protected override willUpdate(): void {
    this.#part.value?.follow(this.activeClient, this.texts);
  }

  protected override updated(_: PropertyValues): void {
    this.#focus.give();
  }

  protected override render(): TemplateResult {
    const { state, value } = this.#part;
    const body = value
      ? value.render()
      : state === 'failed'
        ? notice('failed', this.#common('actFailed'), this.#common, () => void this.#part.load())
        : html`<p role="status">${this.#common('loading')}</p>`;
    return html`<div class="sheet">${this.#announcer.region}${body}</div>`;
  }
}

export interface BhxhConsent {
  addEventListener<K extends keyof ConsentEventMap>(
    type: K,
    listener: (this: BhxhConsent, event: ConsentEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-consent': BhxhConsent;
  }
}
