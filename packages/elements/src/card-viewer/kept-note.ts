import { dayOf } from '../sealed/day-of.js';
import { KEPT_CSS } from './kept.styles.js';
import type { KeptCards } from './kept-cards.js';
import type { SayKept } from './kept-words.js';

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(KEPT_CSS);

/** What the person sees of the copy on their device: the choice to keep one, since when and until when there is one, and the way to delete it. Built of nodes: this part shares no code with the first one. */
export class KeptNote {
  readonly #node = document.createElement('section');
  readonly #label = document.createElement('label');
  readonly #box = Object.assign(document.createElement('input'), { type: 'checkbox' });
  readonly #words = document.createElement('span');
  readonly #means = Object.assign(document.createElement('p'), { id: 'keep-means', className: 'small' });
  readonly #said = document.createElement('p');
  readonly #wipe = Object.assign(document.createElement('button'), { type: 'button' });

  /** @param shadow takes the styles */
  constructor(
    private readonly kept: KeptCards,
    private readonly t: SayKept,
    shadow: ShadowRoot,
  ) {
    this.#node.className = 'kept wide no-print';
    this.#node.part.add('kept');
    this.#label.append(this.#box, this.#words);
    this.#box.setAttribute('aria-describedby', this.#means.id);
    this.#said.setAttribute('role', 'status');
    this.#said.tabIndex = -1;
    this.#node.append(this.#label, this.#means, this.#said, this.#wipe);
    this.#box.addEventListener('change', () => void (this.#box.checked ? this.kept.keep() : this.kept.wipe()));
    this.#wipe.addEventListener('click', () => void this.#onWipe());
    if (!shadow.adoptedStyleSheets.includes(SHEET)) shadow.adoptedStyleSheets.push(SHEET);
  }

  /** What is shown, as things stand and in the language of the moment; nothing where there is nothing to say. */
  get node(): HTMLElement | undefined {
    const { offer, copy, shown, said } = this.kept;
    if (!offer && !shown && !said) return undefined;
    const { t } = this;
    this.#label.hidden = this.#means.hidden = !offer;
    this.#words.textContent = t('keep');
    this.#box.checked = copy !== undefined;
    if (offer) this.#means.textContent = `${offer.words ?? t('keepWhat')} ${t('keepFor', { count: offer.days })}`;
    const sentence = said ? t(said) : copy ? t(shown ? 'shown' : 'kept', { day: dayOf(copy.keptAt), until: dayOf(copy.expiresAt) }) : '';
    // Said again only when it changes.
    if (this.#said.textContent !== sentence) this.#said.textContent = sentence;
    this.#wipe.textContent = t('wipe');
    this.#wipe.hidden = !copy && said !== 'clock';
    return this.#node;
  }

  async #onWipe(): Promise<void> {
    await this.kept.wipe();
    // The button is gone; the focus is not to go with it.
    (this.#label.hidden ? this.#said : this.#box).focus();
  }
}
