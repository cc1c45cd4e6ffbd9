import type { BhxhClient } from '@bhxh-kit/client';
import type { ConsentTexts, MyConsents } from '@bhxh-kit/contract';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { introductionView, choiceView, declinedView, doneView } from './asking-views.js';
import { consentWords } from './consent-words.js';
import { mineView, withdrawView } from './my-consents-views.js';
import { giveAtSignIn } from './give-at-sign-in.js';

/** What the element does for its part. */
export interface ConsentActs {
  /** `why` is what is wrong there: it is said where the focus is already. */
  focus(selector: string, why?: string): void;
  consented(textVersion: string, purposes: readonly string[], recorded: boolean): void;
  declined(): void;
  withdrawn(purpose: string): void;
}

export type ConsentTranslate = Translate<(typeof consentWords)['vi']>;

/** Where the person is: reading, choosing, having declined or agreed, or looking at what they agreed to. */
type View = 'before' | 'choose' | 'declined' | 'done' | 'mine' | 'withdraw';

/** What the views show. */
export interface ConsentState {
  readonly t: ConsentTranslate;
  readonly texts: ConsentTexts;
  readonly mine: MyConsents | undefined;
  readonly ticked: ReadonlySet<string>;
  readonly childAgrees: boolean;
  readonly faults: { readonly necessary?: string; readonly child?: boolean };
  readonly problem: string | undefined;
  readonly said: string;
  readonly busy: boolean;
  /** The purpose that is being taken back. */
  readonly leaving: string;
}

/** Consent at first use (A9): asked, recorded, looked at and taken back. Nothing is kept outside the memory of the page. */
export class ConsentPart {
  readonly #t: ConsentTranslate;
  #view: View | undefined;
  #texts: ConsentTexts | undefined;
  #mine: MyConsents | undefined;
  #ticked = new Set<string>();
  #childAgrees = false;
  #faults: ConsentState['faults'] = {};
  #problem: string | undefined;
  #said = '';
  #leaving = '';
  #busy = false;
  #failed = false;
  #client: BhxhClient | undefined;
  #loadedFor = '';
  #stopHearing: (() => void) | undefined;
  #abort = new AbortController();
  /** Fulfilled when nothing is being loaded; never rejects. */
  settled: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: ConsentActs,
    private readonly tools: PartTools,
  ) {
    this.#t = tools.translator(consentWords, host);
  }

  /** Takes over the client and the texts in force; asks the gateway where either, the session or the language is another. */
  follow(client: BhxhClient | undefined, given: ConsentTexts | undefined): void {
    if (client !== this.#client) {
      this.#stopHearing?.();
      this.#client = client;
      this.#stopHearing = client?.onSessionChange(() => this.host.requestUpdate());
      this.#view = undefined;
      this.#loadedFor = '';
    }
    if (given) this.#texts = given;
    const wanted = client ? `${this.#locale} ${client.signedIn}` : given ? 'given' : '';
    if (wanted === this.#loadedFor) return;
    this.#loadedFor = wanted;
    if (client) this.settled = this.#load(client, given);
    else if (given) this.#view ??= 'before';
  }

  /** Ends what is under way: the element was taken away. */
  end(): void {
    this.#stopHearing?.();
    this.#stopHearing = undefined;
    this.#client = undefined;
    this.#loadedFor = '';
    this.#abort.abort();
    this.#busy = false;
  }

  async #load(client: BhxhClient, given: ConsentTexts | undefined): Promise<void> {
    const locale = this.#locale;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#failed = false;
    try {
      const [texts, mine] = await Promise.all([
        given ?? client.consents.texts({ locale }, { signal }),
        client.signedIn ? client.consents.mine({ locale }, { signal }) : undefined,
      ]);
      if (signal.aborted) return;
      this.#texts = texts;
      this.#mine = mine;
      // A choice that was just made, or is being made, is not taken away by a session that begins.
      const idle = this.#view === undefined || this.#view === 'mine' || (this.#view === 'before' && mine !== undefined);
      if (idle) this.#view = mine && !mine.asked ? 'mine' : 'before';
      else if (this.#view === 'withdraw' && !mine) this.#view = 'before';
    } catch {
      if (signal.aborted) return;
      this.#failed = this.#texts === undefined || client.signedIn;
    }
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    const { html } = this.tools;
    const t = this.#t;
    if (this.#failed)
      return html`<div class="notice failed" role="alert"><p>${t('failed')}</p><button type="button" @click=${this.#again}>${t('retry')}</button></div>`;
    if (!this.#client && !this.#texts) return html`<p role="status">${t('noTexts')}</p>`;
    if (!this.#texts || !this.#view) return html`<p role="status">${t('loading')}</p>`;
    const state: ConsentState = {
      t,
      texts: this.#texts,
      mine: this.#mine,
      ticked: this.#ticked,
      childAgrees: this.#childAgrees,
      faults: this.#faults,
      problem: this.#problem,
      said: this.#said,
      busy: this.#busy,
      leaving: this.#leaving,
    };
    const { tools } = this;
    switch (this.#view) {
      case 'before':
        return introductionView(state, () => this.#to('choose'), tools);
      case 'choose':
        return choiceView(
          state,
          { tick: this.#tick, tickChild: this.#tickChild, accept: this.#accept, decline: this.#decline, back: () => this.#to('before') },
          tools,
        );
      case 'declined':
        return declinedView(state, () => this.#to('choose'), tools);
      case 'done':
        return doneView(state, () => this.#to('mine'), tools);
      case 'mine':
        return mineView(state, { take: this.#take, leave: this.#leave, again: () => this.#to('before') }, tools);
      case 'withdraw':
        return withdrawView(state, { sure: this.#withdraw, keep: () => this.#to('mine') }, tools);
    }
  }

  readonly #again = () => {
    this.#failed = false;
    this.#loadedFor = '';
    this.host.requestUpdate();
  };

  readonly #tick = (purpose: string, on: boolean) => {
    if (on) this.#ticked.add(purpose);
    else this.#ticked.delete(purpose);
  };

  readonly #tickChild = (on: boolean) => {
    this.#childAgrees = on;
  };

  readonly #decline = () => {
    this.acts.declined();
    this.#to('declined');
  };

  readonly #accept = (event: Event) => {
    event.preventDefault();
    if (this.#busy || !this.#texts) return;
    const { purpose: necessary, title = '' } = this.#texts.purposes.find((each) => each.necessary && !this.#ticked.has(each.purpose)) ?? {};
    const child = this.#asksChild && !this.#childAgrees;
    this.#faults = { ...(necessary && { necessary }), ...(child && { child }) };
    this.#problem = undefined;
    if (necessary || child) {
      if (necessary) this.acts.focus(`#agree-${necessary}`, this.#t('necessaryMissing', { title }));
      else this.acts.focus('#child', this.#t('childMissing'));
      return;
    }
    const answer = { ...this.#answer, purposes: this.#texts.purposes.map(({ purpose }) => purpose).filter((purpose) => this.#ticked.has(purpose)) };
    const client = this.#client;
    if (client?.signedIn) {
      void this.#write(client.consents.give(answer, { signal: this.#renewed() }), () => this.#agreed(answer.textVersion, answer.purposes, true));
      return;
    }
    if (client) giveAtSignIn(client, answer);
    this.#agreed(answer.textVersion, answer.purposes, false);
  };

  #agreed(textVersion: string, purposes: readonly string[], recorded: boolean): void {
    this.#to('done');
    this.acts.consented(textVersion, purposes, recorded);
  }

  /** One more purpose, besides what is agreed to already. */
  readonly #take = (purpose: string, title: string) => {
    if (this.#busy || !this.#client || !this.#mine) return;
    const purposes = [...this.#mine.purposes.filter(({ given }) => given).map((each) => each.purpose), purpose].filter((each) =>
      this.#texts?.purposes.some((asked) => asked.purpose === each),
    );
    const answer = { ...this.#answer, ...(this.#asksChild && { childAgrees: true }), purposes };
    void this.#write(this.#client.consents.give(answer, { signal: this.#renewed() }), () => {
      this.#to('mine', this.#t('given', { title }));
      this.acts.consented(answer.textVersion, purposes, true);
    });
  };

  readonly #leave = (purpose: string) => {
    this.#leaving = purpose;
    this.#to('withdraw');
  };

  readonly #withdraw = () => {
    const { purpose, title } = this.#mine?.purposes.find((each) => each.purpose === this.#leaving) ?? {};
    if (this.#busy || !this.#client || !purpose || !title) return;
    const { locale, channel } = this.#answer;
    void this.#write(this.#client.consents.withdraw({ purpose, locale, channel }, { signal: this.#renewed() }), () => {
      this.#ticked.clear();
      this.#childAgrees = false;
      this.#to('mine', this.#t('withdrawn', { title }));
      this.acts.withdrawn(purpose);
    });
  };

  async #write(call: PromiseLike<MyConsents>, done: () => void): Promise<void> {
    const { signal } = this.#abort;
    this.#busy = true;
    this.#problem = undefined;
    this.host.requestUpdate();
    try {
      const mine = await call;
      if (signal.aborted) return;
      this.#busy = false;
      this.#mine = mine;
      done();
    } catch (failure) {
      if (signal.aborted) return;
      this.#busy = false;
      const { isApiError, isBhxhError } = this.tools;
      // The words changed while they were read: the new ones are fetched, and what was ticked is not taken for agreed to.
      if (isApiError(failure) && failure.code === 'consent.text-changed') {
        this.#ticked.clear();
        this.#again();
      }
      this.#problem = isBhxhError(failure) ? failure.userMessage(this.#locale) : this.#t('wentWrong');
      this.acts.focus('.problem');
    }
  }

  #renewed(): AbortSignal {
    this.#abort.abort();
    this.#abort = new AbortController();
    return this.#abort.signal;
  }

  #to(view: View, said = ''): void {
    this.#view = view;
    this.#said = said;
    this.#problem = undefined;
    this.#faults = {};
    this.acts.focus('h2');
  }

  get #asksChild(): boolean {
    return this.#mine?.givenBy === 'guardian-and-child';
  }

  get #answer() {
    return {
      textVersion: this.#texts?.textVersion ?? '',
      locale: this.#locale,
      channel: 'page' as const,
      ...(this.#childAgrees && { childAgrees: true }),
    };
  }

  get #locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }
}
