import type { HealthCard } from '@bhxh-kit/domain';
import type { Translate, Words } from '../foundation/words.js';
import { actsWords, type SayActs } from './acts-words.js';
import { ACTS_CSS } from './card-acts.styles.js';
import { backOf } from './card-back.js';
import type { Mark, Paper } from './card-face.js';
import type { Fact } from './card-facts.js';
import { codeWords, type SayCode } from './code-words.js';
import { DayQuestion, type LentRules } from './day-question.js';
import { QrDialog } from './qr-dialog.js';
import { DIALOG_CSS } from './qr-dialog.styles.js';

const printing = () => import('./printed-card.js');
const picture = () => import('./card-picture.js');

/** Fetches what print and picture need. */
export const fetchSheets = (): Promise<unknown> => Promise.all([printing(), picture()]);

/** Gives a catalogue that came with a part its voice. */
export type Speak = <Vi extends Readonly<Record<string, string>>>(words: Words<Vi>) => Translate<Vi>;

/** What people do with the card once they have seen its front: the back, the QR code for a reader, another day, print, picture, what its codes mean. Loaded later. */
export class CardActs {
  /** Why a picture was not saved: another node each time, which is heard again. */
  note: HTMLElement | undefined;
  readonly #t: SayActs;
  /** A code of the card in words (C4), by its fact. One that is not known is shown as it is. */
  readonly inWords: SayCode;
  readonly #dialog: QrDialog;
  #day: DayQuestion | undefined;

  /** @param shadow takes the styles @param root the box with the tokens */
  constructor(shadow: ShadowRoot, root: ParentNode, speak: Speak) {
    this.#t = speak(actsWords);
    this.inWords = codeWords(this.#t, speak);
    this.#dialog = new QrDialog(root);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ACTS_CSS + DIALOG_CSS);
    shadow.adoptedStyleSheets.push(sheet);
  }

  /** The marks on the back. */
  back(facts: readonly Fact[], title: string, paper: Paper): readonly Mark[] {
    return backOf(facts, title, this.#t('notice'), paper);
  }

  /** C4: the question for another day, while it is open. */
  get day(): HTMLElement | undefined {
    return this.#day?.node;
  }

  /** Opens the question, or closes it. */
  turnDay(rules: LentRules, cards: () => readonly HealthCard[]): void {
    this.#day = this.#day ? undefined : new DayQuestion(this.#t, rules, cards);
    // Once the viewer has drawn it.
    setTimeout(() => this.#day?.focus());
  }

  /** C3. `draw` draws the code under a name. */
  openQr(draw: (label: string) => SVGElement, close: string): void {
    this.#dialog.open(draw(this.#t('qrImage')), { title: this.#t('qr'), hint: this.#t('qrHint'), close });
  }

  closeQr(): void {
    this.#dialog.close();
  }

  /** C5: both faces, a page each. */
  async print(faces: readonly SVGElement[], title: string, lang: string): Promise<void> {
    const { printCard } = await printing();
    await printCard(faces, { title, lang });
  }

  /** C5: both faces as a picture. */
  async save(faces: readonly (readonly Mark[])[], paper: Paper): Promise<void> {
    const { savePicture } = await picture();
    if (await savePicture(faces, paper, this.#t('file'))) this.note = undefined;
    else {
      this.note = Object.assign(document.createElement('p'), { className: 'notice failed no-print', textContent: this.#t('barred') });
      this.note.setAttribute('role', 'alert');
    }
  }
}
