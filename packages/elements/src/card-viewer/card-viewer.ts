import type { HealthCard } from '@bhxh-kit/domain';
import { cardOn } from '@bhxh-kit/domain/cards/card-on.js';
import { formatDate } from '@bhxh-kit/domain/text/formats.js';
import { html, nothing, type PropertyValues, render, type TemplateResult } from 'lit';
import { property, state } from '../foundation/property.js';
import { Announcer } from '../foundation/announcer.js';
import { buttons } from '../foundation/buttons.styles.js';
import { fields } from '../foundation/fields.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { fetchAhead, LaterActs } from '../foundation/later-acts.js';
import { todayHere } from '../foundation/today.js';
import { commonWords } from '../foundation/words.common.js';
import { backOf, CARD, frontOf, type Mark } from './card-face.js';
import { factsOf, validityOf } from './card-facts.js';
import { CardLoader } from './card-loader.js';
import { styles } from './card-viewer.styles.js';
import { faceSvg, FONT } from './face-drawing.js';
import type { QrPath } from './qr-path.js';
import type { ScanReading } from './scan-reading.js';
import { ScreenWake } from './screen-wake.js';
import { cardWords } from './words.js';

const qrDrawing = () => import('./qr-path.js');
const printing = () => import('./printed-card.js');
const picture = () => import('./card-picture.js');
const scanReading = () => import('./scan-reading.js');
const fetchQr = (): void => fetchAhead(qrDrawing);
const fetchCopies = (): void => fetchAhead(printing, picture);
const fetchReading = (): void => fetchAhead(scanReading);

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
  static override styles = [foundation, buttons, fields, styles];

  /** The cards of one person, past and coming ones too. */
  @property({ attribute: false }) cards?: readonly HealthCard[];
  /** The text of a scanned QR code. A property only: an attribute would leave it in the page's markup. */
  @property({ attribute: false }) scan?: string;
  /** The day validity is told for, ISO; today in Vietnam unless said. */
  @property() date = '';
  /** Masks everything again as soon as the window loses the focus or is hidden. */
  @property({ type: Boolean, attribute: 'hide-on-blur' }) hideOnBlur = false;

  @state() private revealed = false;
  @state() private back = false;
  @state() private turned = false;
  @state() private qrOpen = false;
  /** The card the person chose among several. */
  @state() private chosen = -1;

  protected readonly t = this.speak(cardWords);
  protected readonly common = this.speak(commonWords);
  readonly #announcer = new Announcer(this);
  readonly #loader = new CardLoader(this);
  readonly #wake = new ScreenWake();
  readonly #acts = new LaterActs(this, this.common);
  #reading: ScanReading | undefined;
  /** The QR code drawn last, of which payload. */
  #qr: { readonly payload: string; readonly path: QrPath } | undefined;

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
    this.#wake.release();
  }

  /** Neither cards nor a client: a desk that scans. It reads on when its network is cut before the first scan. */
  protected override firstUpdated(): void {
    if (!this.cards && !this.activeClient) (globalThis.requestIdleCallback ?? setTimeout)(fetchReading);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#loader.use(this.isConnected && !this.cards && this.scan === undefined ? this.activeClient : undefined);
    if (changed.has('cards') || changed.has('scan')) {
      // Another person's card must not come up unmasked.
      this.#mask();
      this.chosen = -1;
      this.back = false;
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
    this.#reading = readScan(scan, this.t);
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
    return html`${this.#announcer.region}
      <div class="viewer">
        ${this.#renderState()} ${this.#renderReading()} ${this.#acts.notice()}
        ${card ? html`${this.#renderChoice(card)} ${this.#renderCard(card)} ${this.#renderFacts(card)}` : nothing}
      </div>
      ${card && this.qrOpen ? this.#renderQr(card) : nothing}`;
  }

  #renderState(): TemplateResult | typeof nothing {
    if (this.#reading || this.cards) return this.cards?.length === 0 ? html`<p class="wide">${this.t('none')}</p>` : nothing;
    const { state, cards, error } = this.#loader;
    // A scan is being read: what became of it is said in a moment.
    if (this.scan !== undefined) return nothing;
    if (state === 'loading' && !cards) return html`<p class="wide" role="status">${this.common('loading')}</p>`;
    if (state !== 'failed') return cards && cards.length > 0 ? nothing : html`<p class="wide">${this.t('none')}</p>`;
    const said = (error as { userMessage?: (locale: string) => string }).userMessage?.(this.language) ?? '';
    return html`<div class="wide notice failed" role="alert">
      <p>${this.t(cards ? 'stale' : 'failed')} ${said}</p>
      <button type="button" @click=${() => this.#loader.load()}>${this.common('retry')}</button>
    </div>`;
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
      <label class="label" for="choice">${this.t('choose')}</label>
      <select id="choice" @change=${this.#onChoice}>
        ${cards.map((card, index) => html`<option value=${index} .selected=${card === shown}>${interval(card)}</option>`)}
      </select>
    </div>`;
  }

  #renderCard(card: HealthCard): TemplateResult {
    const { t, turned } = this;
    return html`<div>
      <figure class="card ${turned ? 'turned' : ''}" part="card" role="img" aria-label=${`${t('title')}: ${t(this.back ? 'back' : 'front')}`}>
        <div class="faces ${this.back ? 'back' : ''}">
          ${this.#faces(card).map((marks) => faceSvg(marks, turned))}
        </div>
      </figure>
      <div class="tools no-print" part="tools">
        <button type="button" @click=${this.#flip}>${t('flip')}</button>
        <button type="button" aria-pressed=${turned} @click=${() => (this.turned = !turned)}>${t('rotate')}</button>
        ${card.qrText ? html`<button type="button" class="primary" @pointerenter=${fetchQr} @focus=${fetchQr} @click=${() => this.#acts.run(() => this.#showQr(card))}>${t('showQr')}</button>` : nothing}
        <button type="button" @pointerenter=${fetchCopies} @focus=${fetchCopies} @click=${() => this.#acts.run(() => this.#print(card))}>${t('print')}</button>
        <button type="button" @pointerenter=${fetchCopies} @focus=${fetchCopies} @click=${() => this.#acts.run(() => this.#save(card))}>${t('save')}</button>
      </div>
      ${this.revealed ? nothing : html`<p class="small no-print">${t('maskedCopy')}</p>`}
    </div>`;
  }

  #renderFacts(card: HealthCard): TemplateResult {
    const { tone, text } = validityOf(card, this.#day, this.t);
    return html`<div>
      <p class="validity ${tone}" part="validity">${text}</p>
      <dl part="facts">
        ${factsOf(card, this.revealed, this.t).map(
          ({ key, label, text: value, spoken }) => html`<div>
            <dt>${label}</dt>
            <dd class=${key}>${spoken ? html`<span aria-hidden="true">${value}</span><span class="visually-hidden">${spoken}</span>` : value}</dd>
          </div>`,
        )}
      </dl>
      <div class="tools no-print">
        <button type="button" aria-pressed=${this.revealed} @pointerenter=${fetchQr} @focus=${fetchQr} @click=${() => this.#toggleMask(card)}>${this.t(this.revealed ? 'hide' : 'reveal')}</button>
      </div>
    </div>`;
  }

  #renderQr(card: HealthCard): TemplateResult | typeof nothing {
    const path = this.#pathOf(card);
    if (!path) return nothing;
    const { size, d } = path;
    return html`<dialog part="qr" aria-labelledby="qr-title" @close=${this.#closeQr}>
      <h2 id="qr-title">${this.t('qr')}</h2>
      <svg viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${this.t('qr')} shape-rendering="crispEdges"><rect width=${size} height=${size} fill="#fff"></rect><path d=${d}></path></svg>
      <p>${this.t('qrHint')}</p>
      <button type="button" autofocus @click=${() => this.renderRoot.querySelector('dialog')?.close()}>${this.common('close')}</button>
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  readonly #onChoice = (event: Event): void => {
    this.chosen = Number((event.target as HTMLSelectElement).value);
    this.#mask();
  };

  readonly #flip = (): void => {
    this.back = !this.back;
    this.#announcer.say(this.t(this.back ? 'back' : 'front'));
  };

  #toggleMask(card: HealthCard): void {
    this.revealed = !this.revealed;
    if (this.revealed) void this.#acts.run(() => this.#drawQr(card));
  }

  async #showQr(card: HealthCard): Promise<void> {
    await this.#drawQr(card);
    this.qrOpen = true;
    void this.#wake.hold();
  }

  #pathOf({ qrText }: HealthCard): QrPath | undefined {
    return this.#qr && this.#qr.payload === qrText ? this.#qr.path : undefined;
  }

  async #drawQr({ qrText }: HealthCard): Promise<void> {
    if (!qrText || this.#qr?.payload === qrText) return;
    const { qrPath } = await qrDrawing();
    this.#qr = { payload: qrText, path: qrPath(qrText) };
    this.requestUpdate();
  }

  readonly #closeQr = (): void => {
    this.qrOpen = false;
    this.#wake.release();
  };

  /** The masked state: no number, no QR code. */
  #mask(): void {
    this.revealed = false;
    this.#qr = undefined;
    this.#closeQr();
  }

  readonly #onLeave = (event: Event): void => {
    if (this.hideOnBlur && (event.type === 'blur' || document.hidden)) this.#mask();
  };

  #faces(card: HealthCard): readonly (readonly Mark[])[] {
    return [frontOf(card, this.revealed, this.t, this.#pathOf(card)), backOf(card, this.revealed, this.t)];
  }

  async #print(card: HealthCard): Promise<void> {
    if (this.revealed) await this.#drawQr(card);
    const { printCard } = await printing();
    const box = document.createElement('div');
    render(
      this.#faces(card).map((marks) => faceSvg(marks)),
      box,
    );
    await printCard([...box.querySelectorAll('svg')], { title: this.t('title'), lang: this.language });
  }

  async #save(card: HealthCard): Promise<void> {
    if (this.revealed) await this.#drawQr(card);
    const { savePicture } = await picture();
    await savePicture(this.#faces(card), { ...CARD, font: FONT }, this.t('file'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-card-viewer': BhxhCardViewer;
  }
}
