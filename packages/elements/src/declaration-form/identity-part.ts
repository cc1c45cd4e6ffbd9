import type { BhxhClient } from '@bhxh-kit/client';
import { answerByWork } from '@bhxh-kit/client/challenges';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import type { TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import type { Translate } from '../foundation/words.js';
import type { CheckTools } from './check-tools.js';
import type { IdentityProof } from './form-session.js';
import type { FormView } from './form-view.js';
import { identityWords } from './identity-words.js';

/** Whose data were verified, and the proof. */
interface Verified {
  readonly fullName: string;
  readonly identityNumber: string;
  readonly proof: IdentityProof;
}

type Told = 'identityRefused' | 'identityUnavailable' | 'identityOften' | 'identityWrong' | 'identityBirthWrong' | '';

/**
 * R15: offers to compare who declares with the population database, and where they match asks the person to confirm that. Nothing is asked of the database before they agree,
 * and whatever it says the photographs can be taken: they stay in view until the tick.
 */
export class IdentityPart {
  readonly #t: Translate<(typeof identityWords)['vi']>;
  #typed: string | undefined;
  #told: Told = '';
  #asking = false;
  #verified: Verified | undefined;

  constructor(
    private readonly host: CheckHost,
    private readonly tools: CheckTools,
  ) {
    this.#t = tools.translator(identityWords, host);
  }

  render(view: FormView): TemplateResult {
    const verified = this.#verifiedOf(view);
    return verified ? this.#confirmation(view, verified) : this.#offer(view);
  }

  /** Nothing once the declaration was changed, or the gateway no longer took it. */
  #verifiedOf(view: FormView): Verified | undefined {
    const { fullName, identityNumber } = this.#verified ?? {};
    const same = fullName === view.text('fullName') && identityNumber === view.text('identityNumber');
    return same && !this.#verified?.proof.over ? this.#verified : undefined;
  }

  #offer(view: FormView): TemplateResult {
    const { html, live, nothing } = this.tools;
    const t = this.#t;
    const by = view.identityVerifier ?? '';
    const birth = this.#birth(view);
    const wrong = this.#told === 'identityBirthWrong';
    const told = this.#asking ? '' : this.#told || (this.#verified?.proof.over ? 'identityOver' : '');
    return html`<section class="block" part="identity" aria-labelledby="identity-heading">
      <h3 id="identity-heading">${t('identityTitle')}</h3>
      <p class="hint">${t('identityOffer', { by })}</p>
      <p>${t('identityOf', { name: view.text('fullName'), number: view.text('identityNumber') })}</p>
      <div class="field" part="field">
        <label class="label" part="label" for="field-identity-birth">${t('identityBirth')}</label>
        <p class="hint" id="identity-birth-hint">${t('identityBirthHint')}</p>
        <input
          id="field-identity-birth" class="short-10" part="input" type="text" inputmode="numeric" autocomplete="bday" spellcheck="false" .value=${live(birth)}
          aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'identity-birth-hint identity-told' : 'identity-birth-hint'}
          @input=${this.#write} @keydown=${(event: KeyboardEvent) => this.#onKey(event, view)}
        />
      </div>
      <div role="status" id="identity-told">${
        this.#asking
          ? html`<p>${t('identityAsking')}</p>`
          : told
            ? html`<p class=${wrong ? 'error' : 'warning'} part=${wrong ? 'error' : 'warning'}>${t(told, { by })}</p>`
            : nothing
      }</div>
      <div class="actions"><button type="button" ?disabled=${this.#asking} @click=${(event: Event) => void this.#ask(event, view)}>${t('identityAgree')}</button></div>
    </section>`;
  }

  #confirmation(view: FormView, { proof }: Verified): TemplateResult {
    const { html, live, nothing } = this.tools;
    const t = this.#t;
    const confirmed = view.proof === proof;
    const confirm = (event: Event) => view.prove((event.target as HTMLInputElement).checked ? proof : undefined);
    return html`<section class="block" part="identity" aria-labelledby="identity-heading">
      <h3 id="identity-heading">${t('identityDone')}</h3>
      <p class="notice" part="notice" role="status">${proof.note()}</p>
      <label class="choice">
        <input id="field-identity" type="checkbox" .checked=${live(confirmed)} aria-describedby=${confirmed ? nothing : 'identity-otherwise'} @change=${confirm} />
        <span>${t('identityConfirm')}</span>
      </label>
      ${confirmed ? nothing : html`<p class="hint" id="identity-otherwise">${t('identityPhotographs')}</p>`}
    </section>`;
  }

  /** What the person wrote, else what a scanned paper says. */
  #birth({ form }: FormView): string {
    return this.#typed ?? form.holder?.birthDate?.split('-').reverse().join('/') ?? '';
  }

  readonly #write = (event: Event) => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#told = '';
    this.host.requestUpdate();
  };

  /** Enter compares: it does not leave the step, whose photographs would then be missing. */
  #onKey(event: KeyboardEvent, view: FormView): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.#ask(event, view);
  }

  async #ask(event: Event, view: FormView): Promise<void> {
    const { client, form } = view;
    if (this.#asking || !client) return;
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const birth = this.tools.parseDate(this.#birth(view), { partial: true });
    if (!birth.ok || birth.value > form.today || birth.value < '1900') {
      await this.#turn('identityBirthWrong');
      root.querySelector<HTMLElement>('#field-identity-birth')?.focus();
      return;
    }
    this.#asking = true;
    this.host.requestUpdate();
    const told = await this.#compare(client, view, birth.value);
    this.#asking = false;
    await this.#turn(told);
    // The button is gone: who stood on it goes on with what came in its place.
    if (told === '') root.querySelector<HTMLElement>('#field-identity')?.focus();
  }

  /** Answers what is to be told; nothing where they match. */
  async #compare(client: BhxhClient, view: FormView, birthDate: string): Promise<Told> {
    const [fullName, identityNumber] = [view.text('fullName'), view.text('identityNumber')];
    try {
      const challenge = await client.challenges.make({ operation: 'identities.verify', locale: this.#locale });
      const {
        result,
        identityVerification,
        by = '',
        at = '',
      } = await client.identities.verify({ fullName, identityNumber, birthDate }, await answerByWork(challenge));
      if (result === 'not-verified') return 'identityRefused';
      if (result !== 'verified' || !identityVerification) return 'identityUnavailable';
      const note = () => this.#t('identityNote', { name: fullName, by, moment: formatMoment(at, this.#locale) });
      this.#verified = { fullName, identityNumber, proof: { identityVerification, birthDate, note } };
      return '';
    } catch (failure) {
      if (!this.tools.isApiError(failure)) return 'identityUnavailable';
      if (failure.code === 'rate.limited') return 'identityOften';
      return failure.code === 'identity.invalid' ? 'identityWrong' : 'identityUnavailable';
    }
  }

  get #locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }

  async #turn(told: Told): Promise<void> {
    this.#told = told;
    this.host.requestUpdate();
    await this.host.updateComplete;
  }
}
