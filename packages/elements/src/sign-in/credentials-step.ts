import type { BhxhClient } from '@bhxh-kit/client';
import { deviceName } from '@bhxh-kit/client/device';
import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import type { SignInStep, VneidResult } from '@bhxh-kit/contract';
import { parseBhxhNumber } from '@bhxh-kit/domain/numbers/bhxh-number.js';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { CallCheck } from '../checks/call-check.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { notice } from '../foundation/notice.js';
import { problemBox } from '../foundation/problem-box.js';
import { type Listener, type Translate, translator } from '../foundation/words.js';
import { type StateWords, stateWords } from '../foundation/words.state.js';
import { type Credentials, credentialsForm } from './credentials-form.js';
import { Lock } from './lock.js';
import type { PasskeyEntry } from './passkey-entry.js';
import type { VneidEntry } from './vneid-entry.js';
import { type SignInWords, signInWords } from './words.js';

/** What the element does for its first step. */
export interface CredentialsActs {
  client(): BhxhClient | undefined;
  /** `why` is said where the focus is already: a browser tells of it no second time. */
  focus(selector: string, why?: string): void;
  say(sentence: string): void;
  signedIn(): void;
  /** Where people come back to from VNeID; empty where the host names nothing. */
  vneidReturn(): string;
  /** Somebody came back from VNeID who has no account. */
  noAccount(vneid: VneidResult): void;
  /** The account exists and was never activated. */
  firstPassword(): void;
  /** The password was right, and something is asked besides. */
  goOn(step: SignInStep & { readonly step: NextStep }): void;
}

/** What may be asked besides. */
export type NextStep = 'take-over' | 'change-password';

interface Problem {
  readonly title: string;
  readonly sentence: string;
  readonly locked?: boolean;
  /** The focus is elsewhere: it is said aloud. */
  readonly aside?: boolean;
}

const NOTHING: Credentials = { number: '', password: '' };

/** The first step of signing in: number and password (A1), their check, the pause after too many wrong ones, passkeys (A7) and VNeID (A10). */
export class CredentialsStep {
  readonly #t: Translate<SignInWords>;
  readonly #common: Translate<StateWords>;
  readonly #challenge: CallCheck;
  readonly #lock: Lock;
  #typed = NOTHING;
  #faults: Partial<Credentials> = {};
  #problem: Problem | undefined;
  #said = '';
  #shown = false;
  #busy = false;
  #abort: AbortController | undefined;
  readonly #passkey: LazyPart<PasskeyEntry>;
  readonly #vneid: LazyPart<VneidEntry>;

  constructor(
    private readonly host: LitElement & Listener,
    private readonly acts: CredentialsActs,
  ) {
    this.#t = translator(signInWords, host);
    this.#common = translator(stateWords, host);
    this.#challenge = new CallCheck(host, { operation: 'session.signIn', submit: 'challengeSignIn' });
    this.#lock = new Lock(() => host.requestUpdate(), this.#mayAgain);
    this.#passkey = new LazyPart(host, async () => {
      const { PasskeyEntry } = await import('./passkey-entry.js');
      return new PasskeyEntry(host, {
        client: acts.client,
        begun: () => void (this.#problem = undefined),
        signedIn: acts.signedIn,
        refused: (failure) => this.#refused(failure),
      });
    });
    this.#vneid = new LazyPart(host, async () => {
      const { VneidEntry } = await import('./vneid-entry.js');
      return new VneidEntry(host, {
        client: acts.client,
        returnTo: acts.vneidReturn,
        begun: () => this.clear(),
        say: (sentence) => void (this.#said = sentence),
        signedIn: acts.signedIn,
        noAccount: acts.noAccount,
        refused: (failure) => {
          this.clear();
          this.#refused(failure);
        },
      });
    });
  }

  /** The element is on a page. */
  begin(): void {
    this.#lock.count();
  }

  /** Ends what is under way: the element was taken away. */
  end(): void {
    this.#lock.end();
    this.#abort?.abort();
    this.#busy = false;
    this.#passkey.value?.end();
    this.#vneid.value?.end();
  }

  /** Another step is shown, or this one anew: the number is kept, what was said is over. */
  clear(): void {
    this.#problem = undefined;
    this.#faults = {};
    this.#said = '';
  }

  /** Somebody is signed in: nothing that was typed is kept. */
  forget(): void {
    this.#typed = NOTHING;
  }

  /** Why this step is shown again. */
  tell({ title, sentence, said = '' }: { readonly title?: string; readonly sentence?: string; readonly said?: string }): void {
    if (sentence) this.#problem = { title: title ?? this.#t('problem'), sentence, aside: title !== undefined };
    this.#said = said;
  }

  /** Where this browser knows passkeys, the part that offers them is fetched; without it nothing is missing. */
  offerPasskeys(shown: boolean): void {
    if (!shown || !('PublicKeyCredential' in globalThis)) this.#passkey.value?.end();
    else if (this.#passkey.value) this.#passkey.value.look();
    else if (this.acts.client() && this.#passkey.state === 'idle') void this.#passkey.load();
  }

  /** Where the host names a page to come back to, the part is fetched that sends people to VNeID and takes them back. */
  offerVneid(shown: boolean): void {
    if (!this.acts.vneidReturn() || !this.host.isConnected) this.#vneid.value?.end();
    else if (this.#vneid.value) this.#vneid.value.look(shown);
    else if (this.acts.client() && this.#vneid.state === 'idle') void this.#vneid.load();
  }

  render(): TemplateResult {
    const t = this.#t;
    const seconds = this.#lock.secondsLeft;
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      ${this.#trouble(seconds)}
      <p class="said" role="status">${this.#said}</p>
      ${credentialsForm(
        {
          typed: this.#typed,
          faults: this.#faults,
          shown: this.#shown,
          busy: this.#busy,
          locked: seconds > 0,
          checked: this.#challenge.asks,
          passkeys: this.#passkey.value?.offered ?? false,
        },
        {
          write: (box, text) => void (this.#typed = { ...this.#typed, [box]: text }),
          show: (shown) => {
            this.#shown = shown;
            this.host.requestUpdate();
          },
          submit: this.#submit,
        },
        t,
      )}
      ${this.#challenge.render()}
      ${this.#passkey.value?.render(this.#busy) ?? nothing}
      ${this.#vneid.value?.render(this.#busy) ?? this.#vneidMissing()}
      <div class="ways"><slot name="first-time"></slot><slot name="forgotten"></slot></div>`;
  }

  /** Whoever is back from VNeID waits for what takes them; for everybody else there are number and password. */
  #vneidMissing(): TemplateResult | typeof nothing {
    if (this.#vneid.state !== 'failed' || !new URLSearchParams(location.search).has('state')) return nothing;
    return notice('failed', this.#t('vneidCut'), this.#common, () => this.#vneid.load());
  }

  #trouble(seconds: number): TemplateResult | typeof nothing {
    if (!this.#problem) return nothing;
    const { title, sentence, locked, aside } = this.#problem;
    const left = locked ? html`<p aria-hidden="true">${this.#t('lockedFor', { time: this.#time(seconds) })}</p>` : nothing;
    if (!aside) return problemBox(title, sentence, 3, left);
    // An alert with a name would be heard by its name alone.
    return html`<div class="problem" part="problem" role="alert">
      <h3 id="problem-title">${title}</h3>
      <p>${sentence}</p>
    </div>`;
  }

  /** `4 phút 10 giây`. */
  #time(seconds: number): string {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    const parts = [minutes > 0 && this.#t('minutes', { minutes }), (rest > 0 || minutes === 0) && this.#t('seconds', { seconds: rest })];
    return parts.filter(Boolean).join(' ');
  }

  readonly #mayAgain = (): void => {
    this.#problem = undefined;
    this.acts.say(this.#t('mayAgain'));
    this.host.requestUpdate();
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (this.#busy || this.#lock.secondsLeft > 0) return;
    const number = parseBhxhNumber(this.#typed.number);
    this.clear();
    this.#faults = {
      ...(!number.ok && { number: this.#t('numberWrong') }),
      ...(!this.#typed.password && { password: this.#t('passwordMissing') }),
    };
    const [first] = Object.keys(this.#faults) as (keyof Credentials)[];
    if (first) this.acts.focus(`#${first}`, this.#faults[first]);
    else if (number.ok) void this.#signIn(number.value.digits);
  };

  async #signIn(bhxhNumber: string): Promise<void> {
    const client = this.acts.client();
    if (!client) {
      this.#complain(this.#t('noClient'));
      return;
    }
    const { signal } = (this.#abort = new AbortController());
    this.#busy = true;
    this.host.requestUpdate();
    try {
      const answer = await this.#challenge.pass(client, signal, async (options) => {
        // Read when it is sent: while a code is typed, number and password can still be corrected.
        const number = parseBhxhNumber(this.#typed.number);
        return client.session.signIn(
          { bhxhNumber: number.ok ? number.value.digits : bhxhNumber, password: this.#typed.password, device: deviceName() },
          options,
        );
      });
      this.#busy = false;
      if (!signal.aborted) this.#answered(answer as SignInStep | { readonly step?: undefined });
    } catch (failure) {
      this.#busy = false;
      if (!signal.aborted) this.#refused(failure);
    }
  }

  #answered(answer: SignInStep | { readonly step?: undefined }): void {
    if (answer.step === undefined) return this.acts.signedIn();
    this.#typed = { number: this.#typed.number, password: '' };
    this.#shown = false;
    const { step } = answer;
    if (step === 'take-over' || step === 'change-password') this.acts.goOn({ ...answer, step });
    else this.#complain(this.#t('failed'));
  }

  #refused(failure: unknown): void {
    if (!isBhxhError(failure)) return this.#complain(this.#t('failed'));
    if (isApiError(failure) && failure.code === 'session.locked') {
      this.#lock.begin(failure.retryAfter ?? 60);
      return this.#complain(this.#t('locked'), true);
    }
    if (failure.code === 'session.first-password') {
      this.#complain(this.#t('firstPassword'));
      this.acts.firstPassword();
      return;
    }
    // The number is mostly right: the password is what is typed again.
    this.#complain(failure.userMessage(this.host.language === 'en' ? 'en' : 'vi'), false, failure.code === 'session.refused');
  }

  #complain(sentence: string, locked = false, aside = false): void {
    this.#problem = { title: this.#t('problem'), sentence, locked, aside };
    this.acts.focus(aside ? '#password' : '.problem');
  }
}
