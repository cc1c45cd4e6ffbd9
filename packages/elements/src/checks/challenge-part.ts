import type { BhxhClient, CallOptions } from '@bhxh-kit/client';
import { answerTyped } from '@bhxh-kit/client/challenges';
import type { TemplateResult } from 'lit';
import type { CheckTools } from '../declaration-form/check-tools.js';
import type { CheckSurroundings } from './check-surroundings.js';

/** What is challenged, and what its button says. */
export interface ChallengeActs {
  readonly operation: 'declarations.submit' | 'declarations.follow' | 'session.signIn';
  readonly submit: string;
}

type Around = CheckSurroundings<Pick<CheckTools, 'html' | 'live' | 'nothing' | 'isApiError' | 'isBhxhError' | 'translator'>>;
type Challenge = Awaited<ReturnType<BhxhClient['challenges']['make']>>;

/** Milliseconds until a screen reader has noticed that an alert is gone. */
const AGAIN = 150;

/** Mã kiểm tra, typed (R9): a picture of digits or, for whoever cannot see it, a question in words. Either answer is right. */
export class ChallengePart {
  #typed = '';
  #fault = '';
  #again: ReturnType<typeof setTimeout> | undefined;
  #said = '';
  #asked = false;
  #busy = false;

  constructor(
    private readonly around: Around,
    private challenge: Challenge,
    again: boolean,
    private readonly client: BhxhClient,
    private readonly answered: (answer: Pick<CallOptions, 'challengeAnswer'>) => void,
    private readonly acts: ChallengeActs = { operation: 'declarations.submit', submit: around.t('challengeSubmit') },
  ) {
    if (again) this.#fault = around.t('challengeWrong');
  }

  render(): TemplateResult {
    const { t } = this.around;
    const { html, live, nothing } = this.around.tools;
    const { picture, question } = this.challenge;
    const asked = this.#asked || !picture;
    return html`<form class="field" part="check" novalidate aria-labelledby="challenge-title" aria-busy=${String(this.#busy)} @submit=${this.#submit}>
      <h3 id="challenge-title">${t('challengeTitle')}</h3>
      <p role="status">${this.#said}</p>
      ${asked ? html`<p id="challenge-asked">${question}</p>` : this.#drawn(picture)}
      <label class="label" part="label" for="field-challenge">${asked ? t('challengeQuestionLabel') : t('challengePictureLabel')}</label>
      <input
        id="field-challenge" class="check short-10" part="input" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" aria-required="true" .value=${live(this.#typed)}
        aria-invalid=${this.#fault ? 'true' : nothing} aria-describedby=${[asked && 'challenge-asked', this.#fault && 'challenge-fault'].filter(Boolean).join(' ') || nothing} @input=${this.#write}
      />
      <div id="challenge-fault" role="alert">${this.#fault ? html`<p class="error" part="error">${this.#fault}</p>` : nothing}</div>
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.#busy}>${this.acts.submit}</button>
        ${picture && question ? html`<button type="button" @click=${this.#swap}>${asked ? t('challengeUsePicture') : t('challengeUseQuestion')}</button>` : nothing}
        <button type="button" class="quiet" ?disabled=${this.#busy} @click=${() => void this.#another()}>${t('challengeOther')}</button>
      </div>
    </form>`;
  }

  #drawn({ width, height, strokes }: NonNullable<Challenge['picture']>): TemplateResult {
    return this.around.tools
      .html`<svg role="img" aria-label=${this.around.t('challengePicture')} viewBox="0 0 ${width} ${height}" width=${width * 1.5} height=${height * 1.5} fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">
      <path d=${strokes.join('')}></path>
    </svg>`;
  }

  readonly #write = (event: Event) => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#withdraw();
    this.around.show();
  };

  readonly #swap = () => {
    this.#asked = !this.#asked;
    this.#typed = '';
    this.around.show();
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (this.#typed.trim() !== '') {
      this.answered(answerTyped(this.challenge, this.#typed));
      return;
    }
    this.#complain(this.around.t('challengeEmpty'));
  };

  /** An alert that does not change is not heard again: the same sentence goes, and comes back. */
  #complain(fault: string): void {
    const again = fault === this.#fault;
    this.#fault = again ? '' : fault;
    this.around.show();
    if (again) this.#again = setTimeout(() => this.#complain(fault), AGAIN);
  }

  /** Takes back what is wrong, also where it was about to be said again. */
  #withdraw(): void {
    clearTimeout(this.#again);
    this.#fault = '';
  }

  /** Another challenge; the one in hand stays when none can be fetched. */
  async #another(): Promise<void> {
    this.#busy = true;
    this.#said = '';
    this.#withdraw();
    this.around.show();
    try {
      this.challenge = await this.client.challenges.make({ operation: this.acts.operation, locale: this.around.locale });
      [this.#typed, this.#said] = ['', this.around.t('challengeFetched')];
    } catch (failure) {
      this.#fault = this.around.reason(failure);
    }
    this.#busy = false;
    this.around.show();
  }
}
