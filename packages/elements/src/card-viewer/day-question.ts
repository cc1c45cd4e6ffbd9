import type { CardState, HealthCard } from '@bhxh-kit/domain';
import type { SayActs } from './acts-words.js';

/** What the first part has anyway: imported here too, a bundler that splits would cut it off into a chunk that the first load has to fetch. */
export interface LentRules {
  readonly cardOn: (cards: readonly HealthCard[], day: string) => CardState;
  readonly formatDate: (iso: string) => string;
}

/**
 * C4 on a day the person chooses, beside what is said of today: which of the cards applies then, and how it stands. Built of nodes: this part shares no code with the first one.
 * The browser's own date box, which every reader and every phone knows how to fill in.
 */
export class DayQuestion {
  readonly #words = document.createElement('span');
  readonly #box = Object.assign(document.createElement('input'), { type: 'date', min: '1993-01-01', max: '2099-12-31' });
  readonly #answer = document.createElement('p');
  readonly #node = document.createElement('div');

  constructor(
    private readonly t: SayActs,
    private readonly rules: LentRules,
    private readonly cards: () => readonly HealthCard[],
  ) {
    const label = document.createElement('label');
    label.append(this.#words, this.#box);
    this.#answer.setAttribute('role', 'status');
    this.#node.className = 'choice no-print';
    this.#node.append(label, this.#answer);
    this.#box.addEventListener('input', () => this.#say());
  }

  /** What is shown, in the language and of the cards of the moment. */
  get node(): HTMLElement {
    this.#words.textContent = this.t('day');
    this.#say();
    return this.#node;
  }

  focus(): void {
    this.#box.focus();
  }

  #say(): void {
    const sentence = this.#box.value ? this.#sentence(this.#box.value) : '';
    if (this.#answer.textContent !== sentence) this.#answer.textContent = sentence;
  }

  #sentence(iso: string): string {
    const { cardOn, formatDate } = this.rules;
    const day = formatDate(iso);
    const found = cardOn(this.cards(), iso);
    if (found.state === 'none') return this.t('dayUndated');
    const { validFrom, validTo } = found.card;
    const [from, to] = [formatDate(validFrom), validTo ? formatDate(validTo) : ''];
    if (found.state === 'expired') return this.t('dayExpired', { day, to });
    if (found.state === 'not-yet-valid') return this.t('dayNotYet', { day, from });
    return to ? this.t('dayValid', { day, from, to }) : this.t('dayValidOpen', { day, from });
  }
}
