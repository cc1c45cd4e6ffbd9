import type { BhxhClient } from '@bhxh-kit/client';
import type { HealthCard } from '@bhxh-kit/domain';
import { cardOn } from '@bhxh-kit/domain/cards/card-on.js';
import { formatDate } from '@bhxh-kit/domain/text/format-date.js';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { buttons } from '../foundation/buttons.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { fetchAhead, LaterActs } from '../foundation/later-acts.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { primaryButton } from '../foundation/primary-button.styles.js';
import { todayHere } from '../foundation/today.js';
import { type Translate, translator, type Words } from '../foundation/words.js';
import { stateWords } from '../foundation/words.state.js';
import type { CardActs } from './card-acts.js';
import type { Mark } from './card-face.js';
import { factsOf, validityOf } from './card-facts.js';
import type { CardLoader } from './card-loader.js';
import { cardChoice, factList } from './card-notes.js';
import { acting, type Drawing, drawing, loading, prepare, qrDrawing, scanReading } from './card-parts.js';
import { styles } from './card-viewer.styles.js';
import type { QrPath } from './qr-path.js';
import type { ScanReading } from './scan-reading.js';
import { cardWords } from './words.js';

/**
 * Thẻ BHYT: what a card says, whether it is valid, the card to look at, its QR code for a reader. Cards come from `cards`, from a scanned `scan`, or from the
 * client (`cards.mine`). Numbers are masked until asked for; nothing is stored unless the host and the person want it.
 * @summary Shows a health insurance card (thẻ BHYT): facts, validity in words, front and back, QR code, print and picture.
 * @csspart validity - the sentence on validity
 * @csspart card - the card
 * @csspart facts - the list of facts
 * @csspart tools - the buttons
 * @csspart qr - the dialog with the QR code
 * @csspart kept - the choice to keep the card on the device, and what is said of the copy
 */
export class BhxhCardViewer extends KitElement {
  /** @internal */
  static override properties: PropertyDeclarations = {
    cards: { attribute: false },
    scan: { attribute: false },
    date: {},
    hideOnBlur: { type: Boolean, attribute: 'hide-on-blur' },
    offlineDays: { type: Number, attribute: 'offline-days' },
    revealed: { state: true },
    chosen: { state: true },
    back: { state: true },
    turned: { state: true },
  };

  /** @internal */
  static override styles = [foundation, buttons, primaryButton, noticeStyles, styles];

  /** The cards of one person, past and coming ones too. */
  cards?: readonly HealthCard[];
  /** The text of a scanned QR code. A property only: an attribute would leave it in the page's markup. */
  scan?: string;
  /** The day validity is told for, ISO; today in Vietnam unless said. */
  date = '';
  /** Masks everything again as soon as the window loses the focus or is hidden. */
  hideOnBlur = false;
  /** How many days at most the person may keep a sealed copy of their card on this device, to see it without a network. 0: none is offered. The gateway may say fewer. */
  offlineDays = 0;

  private revealed = false;
  /** The card the person chose among several. */
  private chosen = -1;
  /** The back is up; the card is turned for reading on an upright phone. */
  private back = false;
  private turned = false;

  protected readonly t = this.speak(cardWords);
  protected readonly common = this.speak(stateWords);
  readonly #later = new LaterActs(this, this.common);
  #own: typeof import('./own-cards.js') | undefined;
  #loader: CardLoader | undefined;
  #reading: ScanReading | undefined;
  #drawing: Drawing | undefined;
  #acts: CardActs | undefined;
  /** The QR code drawn last, of which payload; another one from the next mask on. */
  #qr: { payload?: string; path?: QrPath } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('blur', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('blur', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLeave);
    this.#mask();
  }

  /** Neither cards nor a client: a desk that scans. It reads on when its network is cut before the first scan. */
  protected override firstUpdated(): void {
    if (!this.cards && !this.activeClient) fetchAhead(drawing, acting, scanReading);
  }

  /** Waits for what is under way too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#later.settled;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.#drawing && this.#card) this.#later.once(this.#show);
    if (this.#from && !this.#own) this.#later.once(this.#fetchOwn);
    this.#loader?.use(this.#from);
    if (changed.has('cards') || changed.has('scan') || !this.#card) {
      // Another person's card must not come up unmasked.
      this.#mask();
      this.chosen = -1;
      this.back = false;
    }
    if (changed.has('scan') || changed.has('language')) {
      this.#reading = undefined;
      if (this.scan !== undefined) void this.#later.run(this.#readScan);
    }
  }

  /** Gives a catalogue that came with a part its voice. */
  readonly #speak = <Vi extends Readonly<Record<string, string>>>(words: Words<Vi>): Translate<Vi> => translator(words, this);

  /** Whom to ask for the cards, when none are handed in. */
  get #from(): BhxhClient | undefined {
    return this.isConnected && !this.cards && this.scan === undefined ? this.activeClient : undefined;
  }

  readonly #fetchOwn = async (): Promise<void> => {
    this.#own = await loading();
    this.#loader = new this.#own.CardLoader(this, this.#speak);
    this.requestUpdate();
  };

  readonly #show = async (): Promise<Drawing> => {
    this.#drawing = await drawing();
    this.requestUpdate();
    return this.#drawing;
  };

  readonly #readScan = async (): Promise<void> => {
    const { scan } = this;
    const { readScan } = await scanReading();
    if (scan === undefined || scan !== this.scan) return;
    this.#reading = readScan(scan, this.#speak);
    this.requestUpdate();
  };

  /** Does something with the card. Its code is loaded with the first such act, that of the QR code when it is to be seen. */
  #act({ qrText }: HealthCard, act: (acts: CardActs, drawing: Drawing) => unknown, withQr = this.revealed): void {
    const qr = (this.#qr ??= {});
    void this.#later.run(async () => {
      const [{ CardActs }, drawing] = await Promise.all([acting(), this.#show()]);
      this.#acts ??= new CardActs(this.shadowRoot as ShadowRoot, this.renderRoot, this.#speak);
      if (withQr && qrText && qr.payload !== qrText) qr.path = (await qrDrawing()).qrPath((qr.payload = qrText));
      // Masked meanwhile: whoever asked has left, or another person's card is shown.
      if (qr !== this.#qr) return;
      await act(this.#acts, drawing);
      this.requestUpdate();
    }, acting);
  }

  get #day(): string {
    return this.date || todayHere();
  }
  get #cards(): readonly HealthCard[] {
    if (this.#reading) return this.#reading.card ? [this.#reading.card] : [];
    return this.cards ?? this.#loader?.cards ?? [];
  }
  get #card(): HealthCard | undefined {
    const cards = this.#cards;
    const applying = cards.length > 1 ? cardOn(cards, this.#day) : undefined;
    return cards[this.chosen] ?? (applying && applying.state !== 'none' ? applying.card : cards[0]);
  }

  protected override render(): TemplateResult {
    const [cards, card] = [this.#cards, this.#card];
    return html`<div class="viewer">
      ${this.#renderState()} ${this.#reading?.note} ${this.#later.notice()}
      ${card ? html`${cards.length > 1 ? cardChoice(cards, card, this.t, this.#onChoice) : nothing} ${this.#renderValidity(card)} ${this.#renderCard(card)} ${this.#renderFacts(card)}` : nothing}
      ${this.#loader?.kept?.node}
    </div>`;
  }

  #renderState(): TemplateResult | typeof nothing {
    // A scan is being read, or was: what became of it is said elsewhere.
    if (this.#reading || this.scan !== undefined) return nothing;
    const loader = this.cards ? undefined : this.#loader;
    const trouble = loader && this.#own?.troubleOf(loader, this.language, this.#speak(this.#own.ownCardsWords));
    if (trouble) return notice(loader.cards ? '' : 'failed', trouble, this.common, () => loader.load());
    if (this.#cards.length > 0 || this.#later.failed) return nothing;
    const coming = loader ? loader.state === 'loading' : this.#from;
    return html`<p role="status">${coming ? this.common('loading') : this.t('none')}</p>`;
  }

  /** The card to look at, and what can be done with it. */
  #renderCard(card: HealthCard): TemplateResult {
    const { back, turned, revealed } = this;
    const side = this.#faceWord(back ? 'back' : 'front');
    return html`<div>
      <span class="visually-hidden" role="status">${this.#said ? this.#faceWord(this.#said) : nothing}</span>
      <figure class="card ${turned ? 'turned' : ''}" part="card" role="img" aria-label=${`${this.t('title')}${side && `: ${side}`}`}>
        <div class="faces ${back ? 'back' : ''}">${this.#faces(card).map((marks) => this.#drawing?.faceSvg(marks, turned))}</div>
      </figure>
      <div class="tools no-print" part="tools" @pointerenter=${prepare} @focusin=${prepare}>
        ${card.qrText ? this.#button('showQr', () => this.#showQr(card)) : nothing} ${this.#button('flip', () => this.#flip(card))}
        ${this.#button('rotate', () => (this.turned = !turned), turned)} ${this.#button('print', () => this.#print(card))}
        ${this.#button('save', () => this.#act(card, (acts, { PAPER }) => acts.save(this.#faces(card), PAPER)))}
      </div>
      ${this.#acts?.note}
      ${revealed ? nothing : html`<p class="small no-print">${this.#faceWord('maskedCopy')}</p>`}
    </div>`;
  }

  /** Nothing before the faces are here, with which their words come. */
  #faceWord(key: keyof Drawing['faceWords']['vi']): string {
    return this.#drawing ? this.#speak(this.#drawing.faceWords)(key) : '';
  }

  #button(act: 'onDay' | 'flip' | 'rotate' | 'showQr' | 'print' | 'save', run: () => void, pressed?: boolean): TemplateResult {
    return html`<button type="button" class=${act === 'showQr' ? 'primary' : ''} aria-pressed=${pressed ?? nothing} @click=${run}>${this.t(act)}</button>`;
  }

  /** The front, and the back once somebody did something with the card. */
  #faces(card: HealthCard): readonly (readonly Mark[])[] {
    if (!this.#drawing) return [];
    const { frontOf, PAPER } = this.#drawing;
    const facts = factsOf(card, this.revealed, this.t, this.#acts?.inWords);
    const path = this.#qr?.payload === card.qrText ? this.#qr?.path : undefined;
    const hidden = this.revealed ? undefined : this.#faceWord('qrHidden');
    const front = frontOf(card, facts, this.t('title'), card.qrText ? { hidden, path } : undefined);
    return this.#acts ? [front, this.#acts.back(facts, this.#faceWord('back'), PAPER)] : [front];
  }

  #renderValidity(card: HealthCard): TemplateResult {
    const validity = validityOf(card, this.#day, this.t);
    const { tone, text } = this.#loader?.kept?.hedge(validity) ?? validity;
    return html`<p class="wide validity ${tone}" part="validity">${text}</p>`;
  }

  #renderFacts(card: HealthCard): TemplateResult {
    return html`<div>
      ${factList(factsOf(card, this.revealed, this.t, this.#acts?.inWords))}
      <div class="tools no-print">
        <button type="button" @pointerenter=${prepare} @focus=${prepare} @click=${() => this.#toggleMask(card)}>${this.t(this.revealed ? 'hide' : 'reveal')}</button>
        ${this.#button('onDay', () => this.#act(card, (acts) => acts.turnDay({ cardOn, formatDate }, () => this.#cards)), this.#acts?.day !== undefined)}
      </div>
      ${this.#acts?.day}
    </div>`;
  }

  #flip(card: HealthCard): void {
    this.#act(card, () => {
      this.back = !this.back;
      this.#said = this.back ? 'back' : 'front';
    });
  }
  /** What became of the last act, for those who do not see it. */
  #said: keyof Drawing['faceWords']['vi'] | undefined;

  #showQr(card: HealthCard): void {
    this.#act(card, (acts, { qrSvg }) => acts.openQr((label) => qrSvg(this.#qr!.path!, label), this.common('close')), true);
  }

  #print(card: HealthCard): void {
    this.#act(card, (acts, { faceSvg }) => {
      const faces = this.#faces(card).map((marks) => faceSvg(marks));
      return acts.print(faces, this.t('title'), this.language);
    });
  }

  readonly #onChoice = (event: Event): void => {
    this.chosen = Number((event.target as HTMLSelectElement).value);
    this.#mask();
  };

  #toggleMask(card: HealthCard): void {
    if (this.revealed) return this.#mask();
    this.revealed = true;
    this.#said = 'shown';
    this.#act(card, () => undefined);
  }

  /** The masked state: no number, no QR code. */
  #mask(): void {
    if (this.revealed) this.#said = 'masked';
    this.revealed = false;
    this.#qr = undefined;
    this.#acts?.closeQr();
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
