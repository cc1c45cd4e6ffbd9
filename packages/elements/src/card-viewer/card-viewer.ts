import type { HealthCard } from '@bhxh-kit/domain';
import { cardOn } from '@bhxh-kit/domain/cards/card-on.js';
import { formatDate } from '@bhxh-kit/domain/text/format-date.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../foundation/property.js';
import { buttons } from '../foundation/buttons.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { fetchAhead, LaterActs } from '../foundation/later-acts.js';
import { notice } from '../foundation/notice.js';
import { todayHere } from '../foundation/today.js';
import { translator } from '../foundation/words.js';
import { stateWords } from '../foundation/words.state.js';
import type { CardDisplay } from './card-display.js';
import { factsOf, validityOf } from './card-facts.js';
import { CardLoader } from './card-loader.js';
import { styles } from './card-viewer.styles.js';
import type { ScanReading } from './scan-reading.js';
import { cardWords } from './words.js';

const displaying = () => import('./card-display.js');
const scanReading = () => import('./scan-reading.js');

/**
 * Thẻ BHYT: what a card says, whether it is valid, the card to look at, its QR code for a reader. Cards come from `cards`, from a scanned `scan`, or from the
 * client (`cards.mine`). Numbers are masked until asked for; nothing is stored.
 * @summary Shows a health insurance card (thẻ BHYT): facts, validity in words, front and back, QR code, print and picture.
 * @csspart validity - the sentence on validity
 * @csspart card - the card
 * @csspart facts - the list of facts
 * @csspart tools - the buttons
 * @csspart qr - the dialog with the QR code
 */
export class BhxhCardViewer extends KitElement {
  /** @internal */
  static override styles = [foundation, buttons, styles];

  /** The cards of one person, past and coming ones too. */
  @property({ attribute: false }) cards?: readonly HealthCard[];
  /** The text of a scanned QR code. A property only: an attribute would leave it in the page's markup. */
  @property({ attribute: false }) scan?: string;
  /** The day validity is told for, ISO; today in Vietnam unless said. */
  @property() date = '';
  /** Masks everything again as soon as the window loses the focus or is hidden. */
  @property({ type: Boolean, attribute: 'hide-on-blur' }) hideOnBlur = false;

  @state() private revealed = false;
  /** The card the person chose among several. */
  @state() private chosen = -1;

  protected readonly t = this.speak(cardWords);
  protected readonly common = this.speak(stateWords);
  readonly #loader = new CardLoader(this);
  readonly #acts = new LaterActs(this, this.common);
  #reading: ScanReading | undefined;
  /** The card to look at, once its code is here; and that code's coming. */
  #display: CardDisplay | undefined;
  #coming: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('blur', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLeave);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('blur', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLeave);
    this.#mask();
  }

  /** Neither cards nor a client: a desk that scans. It reads on when its network is cut before the first scan. */
  protected override firstUpdated(): void {
    const desk = !this.cards && !this.activeClient;
    (globalThis.requestIdleCallback ?? setTimeout)(() => fetchAhead(displaying, ...(desk ? [scanReading] : [])));
  }

  /** Waits for the card to look at too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#coming) return done;
    await this.#coming;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#loader.use(this.isConnected && !this.cards && this.scan === undefined ? this.activeClient : undefined);
    if (changed.has('cards') || changed.has('scan')) {
      // Another person's card must not come up unmasked.
      this.#mask();
      this.chosen = -1;
      if (this.#display) this.#display.back = false;
      else this.#coming = undefined;
    }
    if (changed.has('scan') || changed.has('language')) {
      this.#reading = undefined;
      if (this.scan !== undefined) void this.#acts.run(this.#readScan);
    }
  }

  readonly #readScan = async (): Promise<void> => {
    const { scan } = this;
    const { readScan } = await scanReading();
    if (scan === undefined || scan !== this.scan) return;
    this.#reading = readScan(scan, (words) => translator(words, this));
    this.requestUpdate();
  };

  get #day(): string {
    return this.date || todayHere();
  }
  get #cards(): readonly HealthCard[] {
    if (this.#reading) return this.#reading.card ? [this.#reading.card] : [];
    return this.cards ?? this.#loader.cards ?? [];
  }
  get #card(): HealthCard | undefined {
    const cards = this.#cards;
    const applying = cards.length > 1 ? cardOn(cards, this.#day) : undefined;
    return cards[this.chosen] ?? (applying && applying.state !== 'none' ? applying.card : cards[0]);
  }

  protected override render(): TemplateResult {
    const card = this.#card;
    return html`<div class="viewer">
      ${this.#renderState()} ${this.#renderReading()} ${this.#acts.notice()}
      ${card ? html`${this.#renderChoice(card)} ${this.#renderFacts(card)} ${this.#renderCard(card)}` : nothing}
    </div>`;
  }

  #renderState(): TemplateResult | typeof nothing {
    if (this.#reading || this.cards) return this.cards?.length === 0 ? html`<p class="wide">${this.t('none')}</p>` : nothing;
    const { state, cards, error } = this.#loader;
    // A scan is being read: what became of it is said in a moment.
    if (this.scan !== undefined) return nothing;
    if (state === 'loading' && !cards) return html`<p class="wide" role="status">${this.common('loading')}</p>`;
    if (state !== 'failed') return cards && cards.length > 0 ? nothing : html`<p class="wide">${this.t('none')}</p>`;
    const said = (error as { userMessage?: (locale: string) => string }).userMessage?.(this.language) ?? '';
    return notice('wide failed', `${this.t(cards ? 'stale' : 'failed')} ${said}`, this.common, () => this.#loader.load());
  }

  #renderReading(): TemplateResult | typeof nothing {
    if (!this.#reading) return nothing;
    const { said, warnings, card } = this.#reading;
    return html`<div class="wide" role="status">
      <p class=${card ? '' : 'notice failed'}>${said}</p>
      ${warnings.map((warning) => html`<p class="notice">${warning}</p>`)}
    </div>`;
  }

  #renderChoice(shown: HealthCard): TemplateResult | typeof nothing {
    const cards = this.#cards;
    if (cards.length < 2) return nothing;
    const interval = ({ validFrom, validTo }: HealthCard) =>
      this.t('interval', { from: formatDate(validFrom), to: validTo ? formatDate(validTo) : this.t('open') });
    return html`<div class="wide choice">
      <label for="choice">${this.t('choose')}</label>
      <select id="choice" @change=${this.#onChoice}>
        ${cards.map((card, index) => html`<option value=${index} .selected=${card === shown}>${interval(card)}</option>`)}
      </select>
    </div>`;
  }

  #renderCard(card: HealthCard): TemplateResult {
    const display = this.#display;
    if (display) display.revealed = this.revealed;
    return html`<div>${display ? display.render(card) : html`<figure class="card" part="card" role="img" aria-busy="true" aria-label=${this.t('title')}></figure>`}</div>`;
  }

  #renderFacts(card: HealthCard): TemplateResult {
    const { tone, text } = validityOf(card, this.#day, this.t);
    return html`<div>
      <p class="validity ${tone}" part="validity">${text}</p>
      <dl part="facts">
        ${factsOf(card, this.revealed, this.t, this.#display?.pays).map(
          ({ key, label, text: value, spoken }) => html`<div>
            <dt>${label}</dt>
            <dd class=${key}>${spoken ? html`<span aria-hidden="true">${value}</span><span class="visually-hidden">${spoken}</span>` : value}</dd>
          </div>`,
        )}
      </dl>
      <div class="tools no-print">
        <button type="button" aria-pressed=${this.revealed} @pointerenter=${this.#display?.prepare} @focus=${this.#display?.prepare} @click=${() => this.#toggleMask(card)}>${this.t(this.revealed ? 'hide' : 'reveal')}</button>
      </div>
    </div>`;
  }

  protected override updated(): void {
    if (!this.#display && this.#card) this.#coming ??= this.#acts.run(this.#show);
  }

  readonly #show = async (): Promise<CardDisplay> => {
    const { CardDisplay } = await displaying();
    this.#display ??= new CardDisplay(this, this.t, this.common, this.#acts);
    this.requestUpdate();
    return this.#display;
  };

  readonly #onChoice = (event: Event): void => {
    this.chosen = Number((event.target as HTMLSelectElement).value);
    this.#mask();
  };

  #toggleMask(card: HealthCard): void {
    this.revealed = !this.revealed;
    if (this.revealed) void this.#acts.run(async () => (await this.#show()).drawQr(card));
  }

  /** The masked state: no number, no QR code. */
  #mask(): void {
    this.revealed = false;
    this.#display?.mask();
  }

  readonly #onLeave = (event: Event): void => {
    if (this.hideOnBlur && (event.type === 'blur' || document.hidden)) this.#mask();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-card-viewer': BhxhCardViewer;
  }
}
