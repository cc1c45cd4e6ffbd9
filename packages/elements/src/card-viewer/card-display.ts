import type { BenefitLevel, HealthCard } from '@bhxh-kit/domain';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, render, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { fetchAhead, type LaterActs } from '../foundation/later-acts.js';
import { primaryButton } from '../foundation/primary-button.styles.js';
import type { StateWords } from '../foundation/words.state.js';
import { type Listener, type Translate, translator } from '../foundation/words.js';
import { benefitWords } from './benefit-words.js';
import { backOf, CARD, frontOf, type Mark } from './card-face.js';
import { displayStyles } from './card-display.styles.js';
import type { SayCard } from './card-facts.js';
import { faceSvg, FONT } from './face-drawing.js';
import { faceWords, type SayFace } from './face-words.js';
import type { QrPath } from './qr-path.js';
import { ScreenWake } from './screen-wake.js';

const qrDrawing = () => import('./qr-path.js');
const printing = () => import('./printed-card.js');
const picture = () => import('./card-picture.js');

/** The element that shows the card, with the words it speaks. */
export interface DisplayHost extends ReactiveControllerHost, Listener {
  readonly shadowRoot: ShadowRoot | null;
}

/**
 * The card to look at: its faces, the QR code for a reader, print and picture. Loaded after the facts, which say the same in text: an element
 * that shows a card is small, and a screen reader or a slow phone waits for nothing.
 */
export class CardDisplay implements ReactiveController {
  back = false;
  turned = false;
  /** Whether the numbers may be seen; print and picture follow it. */
  revealed = false;
  #qrOpen = false;
  /** The QR code drawn last, of which payload. */
  #qr: { readonly payload: string; readonly path: QrPath } | undefined;
  readonly #face: SayFace;
  readonly #announcer: Announcer;
  readonly #wake = new ScreenWake();

  constructor(
    private readonly host: DisplayHost,
    private readonly t: SayCard,
    private readonly common: Translate<StateWords>,
    private readonly acts: LaterActs,
  ) {
    this.#face = translator(faceWords, host);
    this.#announcer = new Announcer(host);
    host.addController(this);
    for (const { styleSheet } of [primaryButton, displayStyles]) if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  hostUpdated(): void {
    const dialog = this.host.shadowRoot?.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#wake.release();
  }

  /** Fetches what the buttons need. */
  readonly prepare = (): void => fetchAhead(qrDrawing, printing, picture);

  /** What a benefit level pays, in words. */
  readonly pays = (level: BenefitLevel): string => benefitWords(level, this.#face);

  render(card: HealthCard): TemplateResult {
    const { turned, back } = this;
    return html`${this.#announcer.region}
      <figure class="card shown ${turned ? 'turned' : ''}" part="card" role="img" aria-label=${`${this.t('title')}: ${this.#side}`}>
        <div class="faces ${back ? 'back' : ''}">${this.#faces(card).map((marks) => faceSvg(marks, turned))}</div>
      </figure>
      <div class="tools no-print" part="tools" @pointerenter=${this.prepare} @focusin=${this.prepare}>
        ${this.#tool('flip', card)} ${this.#tool('rotate', card, turned)} ${card.qrText ? this.#tool('showQr', card) : nothing}
        ${this.#tool('print', card)} ${this.#tool('save', card)}
      </div>
      ${this.revealed ? nothing : html`<p class="small no-print">${this.#face('maskedCopy')}</p>`}
      ${this.#qrOpen ? this.#renderQr(card) : nothing}`;
  }

  #tool(act: 'flip' | 'rotate' | 'showQr' | 'print' | 'save', card: HealthCard, pressed?: boolean): TemplateResult {
    const run = () => this.acts.run(async () => this[act](card));
    return html`<button type="button" class=${act === 'showQr' ? 'primary' : ''} aria-pressed=${pressed ?? nothing} @click=${run}>${this.#face(act)}</button>`;
  }

  #renderQr(card: HealthCard): TemplateResult | typeof nothing {
    const path = this.#pathOf(card);
    if (!path) return nothing;
    const { size, d } = path;
    return html`<dialog part="qr" aria-labelledby="qr-title" @close=${this.#closeQr}>
      <h2 id="qr-title">${this.#face('qr')}</h2>
      <svg viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${this.#face('qr')} shape-rendering="crispEdges"><rect width=${size} height=${size} fill="#fff"></rect><path d=${d}></path></svg>
      <p>${this.#face('qrHint')}</p>
      <button type="button" autofocus @click=${() => this.host.shadowRoot?.querySelector('dialog')?.close()}>${this.common('close')}</button>
    </dialog>`;
  }

  flip(): void {
    this.back = !this.back;
    this.host.requestUpdate();
    this.#announcer.say(this.#side);
  }

  rotate(): void {
    this.turned = !this.turned;
    this.host.requestUpdate();
  }

  async showQr(card: HealthCard): Promise<void> {
    await this.drawQr(card);
    this.#qrOpen = true;
    this.host.requestUpdate();
    void this.#wake.hold();
  }

  async drawQr({ qrText }: HealthCard): Promise<void> {
    if (!qrText || this.#qr?.payload === qrText) return;
    const { qrPath } = await qrDrawing();
    this.#qr = { payload: qrText, path: qrPath(qrText) };
    this.host.requestUpdate();
  }

  /** Lets go of the QR code. */
  mask(): void {
    this.#qr = undefined;
    this.#closeQr();
  }

  async print(card: HealthCard): Promise<void> {
    if (this.revealed) await this.drawQr(card);
    const { printCard } = await printing();
    const box = document.createElement('div');
    render(
      this.#faces(card).map((marks) => faceSvg(marks)),
      box,
    );
    await printCard([...box.querySelectorAll('svg')], { title: this.t('title'), lang: this.host.language });
  }

  async save(card: HealthCard): Promise<void> {
    if (this.revealed) await this.drawQr(card);
    const { savePicture } = await picture();
    await savePicture(this.#faces(card), { ...CARD, font: FONT }, this.#face('file'));
  }

  get #side(): string {
    return this.#face(this.back ? 'back' : 'front');
  }

  #pathOf({ qrText }: HealthCard): QrPath | undefined {
    return this.#qr && this.#qr.payload === qrText ? this.#qr.path : undefined;
  }

  readonly #closeQr = (): void => {
    this.#qrOpen = false;
    this.#wake.release();
    this.host.requestUpdate();
  };

  #faces(card: HealthCard): readonly (readonly Mark[])[] {
    const say = { t: this.t, face: this.#face };
    return [frontOf(card, this.revealed, say, this.#pathOf(card)), backOf(card, this.revealed, say)];
  }
}
