import type { BhxhClient } from '@bhxh-kit/client';
import { isBhxhError } from '@bhxh-kit/client/errors';
import { passkeysKnown, usableAt } from '@bhxh-kit/client/passkeys';
import type { MyPasskeys, Passkey } from '@bhxh-kit/contract';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { SheetCalls } from '../account-sheet/sheet-calls.js';
import { notice } from '../foundation/notice.js';
import { partTools } from '../foundation/part-tools.js';
import { problemBox } from '../foundation/problem-box.js';
import { type Listener, translator } from '../foundation/words.js';
import { stateWords } from '../foundation/words.state.js';
import type { BhxhOneTimeCode } from '../one-time-code/one-time-code.js';
import { PasskeyAdding, type Step } from './passkey-adding.js';
import { passkeyWords } from './passkey-words.js';

/** What the element does for it. */
export interface PasskeysActs {
  client(): BhxhClient | undefined;
  /** `why` is what is wrong there: it is said where the focus is already. */
  focus(selector: string, why?: string): void;
  /** The field of the one-time code, where it is shown. */
  code(): BhxhOneTimeCode | null;
  /** A passkey was added or removed. */
  changed(): void;
}

/** Khóa truy cập of the signed-in person (A7): the list, taking one away, adding one on this device. Nothing is shown where the gateway offers none. */
export class PasskeysPart {
  readonly #t;
  readonly #common;
  readonly #calls: SheetCalls<Step | 'removing'>;
  readonly #adding: PasskeyAdding;
  /** Whose passkeys they are: another client or session is another person. */
  #whose: BhxhClient | undefined;
  #mine: MyPasskeys | undefined;
  /** Whether one can be added on this page. */
  #usable = false;
  #failure: unknown;
  #removing: string | undefined;
  #said = '';
  #problem = '';
  #abort = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: PasskeysActs,
  ) {
    this.#t = translator(passkeyWords, host);
    this.#common = translator(stateWords, host);
    this.#calls = new SheetCalls(host, acts, partTools, {
      noClient: () => this.#t('noClient'),
      failed: () => this.#t('unknown'),
      locked: () => this.#t('unknown'),
      tooSoon: (minutes) => this.#t('tooSoon', { minutes }),
    });
    this.#adding = new PasskeyAdding(this.#calls, this.#t, {
      ...acts,
      draw: () => host.requestUpdate(),
      begun: () => {
        this.#removing = undefined;
        this.#tell('', '');
      },
      failed: (sentence) => {
        this.#tell('', sentence);
        acts.focus('.problem');
      },
      added: (passkey) => this.#added(passkey),
    });
  }

  look(): void {
    const client = this.acts.client();
    const whose = client?.signedIn ? client : undefined;
    if (whose === this.#whose) return;
    this.end();
    this.#whose = whose;
    if (whose) void this.load();
  }

  /** Nothing of a person stays when their session is over, or the element is taken away. */
  end(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#calls.end();
    this.#adding.end();
    this.#whose = this.#mine = this.#failure = this.#removing = undefined;
    this.#said = this.#problem = '';
  }

  /** Asks again. Never rejects: what failed is shown. */
  async load(): Promise<void> {
    const client = this.#whose;
    if (!client) return;
    const { signal } = this.#abort;
    this.#failure = undefined;
    this.host.requestUpdate();
    try {
      const mine = await client.passkeys.mine({}, { signal });
      const usable = mine.site !== undefined && passkeysKnown() && (await usableAt(mine.site));
      if (signal.aborted) return;
      this.#mine = mine;
      this.#usable = usable;
    } catch (failure) {
      if (signal.aborted) return;
      this.#failure = failure;
    }
    this.host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const t = this.#t;
    const reason = isBhxhError(this.#failure) ? this.#failure.userMessage(this.#calls.locale) : t('unknown');
    if (this.#failure) return this.#section(notice('failed', t('failed', { reason }), this.#common, () => void this.load()));
    const { site, items, maximum } = this.#mine ?? { items: [], maximum: 0 };
    if (!site && items.length === 0) return nothing;
    return this.#section(html`<p>${t('passkeysAbout')}</p>
      <p class="said" role="status">${this.#said}</p>
      ${this.#problem ? problemBox(t('problem'), this.#problem, 4) : nothing}
      ${items.length > 0 ? html`<ul part="passkeys">${items.map((passkey, at) => this.#row(passkey, at))}</ul>` : html`<p>${t('noPasskeys')}</p>`}
      ${this.#add(items.length, maximum)}`);
  }

  #section(body: unknown): TemplateResult {
    return html`<section class="passkeys" aria-labelledby="passkeys">
      <h3 id="passkeys" tabindex="-1">${this.#t('passkeys')}</h3>
      ${body}
    </section>`;
  }

  #row(passkey: Passkey, at: number): TemplateResult {
    const t = this.#t;
    const { id, label, createdAt, lastUsedAt, backedUp } = passkey;
    const { locale } = this.#calls;
    return html`<li part="passkey">
      <p class="name">${label}</p>
      <p>${t('added', { at: formatMoment(createdAt, locale) })}. ${lastUsedAt ? t('used', { at: formatMoment(lastUsedAt, locale) }) : t('neverUsed')}.</p>
      ${backedUp ? html`<p class="hint">${t('backedUp')}</p>` : nothing}
      ${this.#removing === id ? this.#sure(passkey, at) : html`<div class="actions"><button type="button" id="remove-${at}" class="quiet" ?disabled=${this.#calls.busy} @click=${() => this.#ask(id)}>${t('remove', { label })}</button></div>`}
    </li>`;
  }

  #sure(passkey: Passkey, at: number): TemplateResult {
    const t = this.#t;
    const busy = this.#calls.busy === 'removing';
    return html`<div class="sure" role="group" aria-labelledby="remove-sure">
      <p id="remove-sure" tabindex="-1">${t('removeAsk', { label: passkey.label })}</p>
      <div class="actions">
        <button type="button" id="remove-yes" class="primary" ?disabled=${busy} @click=${() => void this.#remove(passkey)}>${busy ? t('removing') : t('removeYes')}</button>
        <button type="button" id="remove-no" class="quiet" ?disabled=${busy} @click=${() => this.#keep(at)}>${t('no')}</button>
      </div>
    </div>`;
  }

  #add(count: number, maximum: number): TemplateResult | typeof nothing {
    if (!this.#mine?.site) return nothing;
    if (!passkeysKnown()) return html`<p class="hint">${this.#t('notHere')}</p>`;
    if (!this.#usable) return nothing;
    if (this.#adding.open) return this.#adding.render();
    if (count >= maximum) return html`<p class="hint">${this.#t('full', { count })}</p>`;
    return html`<div class="actions"><button type="button" id="add-passkey" @click=${() => this.#adding.begin()}>${this.#t('add')}</button></div>`;
  }

  #ask(id: string): void {
    this.#removing = id;
    this.#tell('', '');
    this.acts.focus('#remove-sure');
  }

  #keep(at: number): void {
    this.#removing = undefined;
    this.acts.focus(`#remove-${at}`);
  }

  async #remove({ id, label }: Passkey): Promise<void> {
    const outcome = await this.#calls.run('removing', (client, signal) => client.passkeys.remove({ id }, { signal }));
    if (outcome === 'ended') return;
    this.#removing = undefined;
    if (outcome === 'done') {
      this.#keepItems((items) => items.filter((each) => each.id !== id));
      this.#tell(this.#t('removed', { label }), '');
      this.acts.focus('#passkeys');
      this.acts.changed();
    } else {
      this.#tell('', outcome.sentence);
      this.acts.focus('.problem');
    }
  }

  #added(passkey: Passkey): void {
    this.#keepItems((items) => [...items, passkey]);
    this.#tell(this.#t('addedNow', { label: passkey.label }), '');
    this.acts.focus('#passkeys');
    this.acts.changed();
  }

  #keepItems(change: (items: readonly Passkey[]) => Passkey[]): void {
    if (this.#mine) this.#mine = { ...this.#mine, items: change(this.#mine.items) };
  }

  #tell(said: string, problem: string): void {
    this.#said = said;
    this.#problem = problem;
    this.host.requestUpdate();
  }
}
