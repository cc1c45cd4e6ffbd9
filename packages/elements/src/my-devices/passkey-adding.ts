import { isApiError } from '@bhxh-kit/client/errors';
import { addPasskey } from '@bhxh-kit/client/passkeys';
import type { Passkey, PasskeyCeremony, SentAccountCode } from '@bhxh-kit/contract';
import { html, type TemplateResult } from 'lit';
import '../one-time-code/define.js';
import { boxView } from '../account-sheet/secret-box.js';
import type { Outcome, SheetCalls } from '../account-sheet/sheet-calls.js';
import { partTools } from '../foundation/part-tools.js';
import type { Translate } from '../foundation/words.js';
import { deviceLabel } from './device-label.js';
import type { passkeyWords } from './passkey-words.js';
import type { PasskeysActs } from './passkeys-part.js';

/** What is under way: a code is being sent, it is being looked at, the device is being asked. */
export type Step = 'sending' | 'checking' | 'asking';

interface AddingActs extends PasskeysActs {
  draw(): void;
  begun(): void;
  failed(sentence: string): void;
  added(passkey: Passkey): void;
}

const LABEL_MAX = 60;

/** Adding a passkey on this device (A7): what it is called, the code to the registered contact, then the device. */
export class PasskeyAdding {
  open = false;
  #label = '';
  #fault = '';
  #sent: SentAccountCode | undefined;
  /** What the device is asked; kept until it answered, so that whoever stopped it needs no other code. */
  #ceremony: PasskeyCeremony | undefined;

  constructor(
    private readonly calls: SheetCalls<Step | 'removing'>,
    private readonly t: Translate<(typeof passkeyWords)['vi']>,
    private readonly acts: AddingActs,
  ) {}

  begin(): void {
    this.open = true;
    this.#label = deviceLabel(navigator.userAgent);
    this.acts.begun();
    this.acts.focus('#label');
  }

  end(): void {
    this.open = false;
    this.#label = this.#fault = '';
    this.#sent = this.#ceremony = undefined;
  }

  render(): TemplateResult {
    const { t } = this;
    return html`<section aria-labelledby="add-title">
      <h4 id="add-title" tabindex="-1">${t('addTitle')}</h4>
      ${this.#ceremony ? this.#device() : this.#sent ? this.#code(this.#sent) : this.#name()}
    </section>`;
  }

  #name(): TemplateResult {
    const { t } = this;
    const write = (text: string) => void (this.#label = text);
    const box = { id: 'label', label: t('label'), hint: t('labelHint'), text: this.#label, fault: this.#fault || undefined, autocomplete: 'off' };
    return this.#form(html`${boxView(box, write, partTools)}<p>${t('proof')}</p>`, this.#named, this.calls.busy === 'sending' ? t('sending') : t('sendCode'));
  }

  #code(sent: SentAccountCode): TemplateResult {
    const { t } = this;
    const { busy } = this.calls;
    return this.#form(
      html`<bhxh-one-time-code id="code" required .sent=${sent} ?sending=${busy === 'sending'} @send-again=${() => void this.#send()}></bhxh-one-time-code>`,
      this.#confirmed,
      busy === 'checking' ? t('checking') : t('next'),
    );
  }

  #device(): TemplateResult {
    const { t } = this;
    const asking = this.calls.busy === 'asking';
    return html`<p role="status">${asking ? t('asking') : ''}</p>
      <div class="actions">
        <button type="button" id="again" class="primary" ?disabled=${asking} @click=${() => void this.#ask()}>${t('again')}</button>
        ${this.#no()}
      </div>`;
  }

  #form(body: TemplateResult, submit: (event: Event) => void, button: string): TemplateResult {
    const busy = this.calls.busy !== undefined;
    return html`<form novalidate aria-busy=${String(busy)} @submit=${submit} @keydown=${partTools.ignoreComposedEnter}>
      ${body}
      <div class="actions"><button type="submit" class="primary" ?disabled=${busy}>${button}</button>${this.#no()}</div>
    </form>`;
  }

  #no(): TemplateResult {
    return html`<button type="button" id="add-no" class="quiet" @click=${this.#stop}>${this.t('no')}</button>`;
  }

  readonly #stop = () => {
    this.calls.end();
    this.end();
    this.acts.begun();
    this.acts.focus('#add-passkey');
  };

  readonly #named = (event: Event) => {
    event.preventDefault();
    if (this.calls.busy) return;
    this.#label = this.#label.trim();
    this.#fault = this.#label === '' ? this.t('labelMissing') : this.#label.length > LABEL_MAX ? this.t('labelLong') : '';
    if (this.#fault) this.acts.focus('#label', this.#fault);
    else void this.#send();
  };

  readonly #confirmed = (event: Event) => {
    event.preventDefault();
    const code = this.acts.code();
    if (this.calls.busy || !code || !this.#sent) return;
    if (code.checkValidity()) void this.#confirm(this.#sent.codeId, code.value);
    else {
      code.showError();
      this.acts.focus('#code');
    }
  };

  async #send(): Promise<void> {
    this.acts.begun();
    const outcome = await this.calls.run('sending', async (client, signal) => {
      this.#sent = await client.passkeys.sendCode({}, { signal });
    });
    if (outcome === 'done') this.acts.focus('#code');
    else this.#tell(outcome);
  }

  async #confirm(codeId: string, oneTimeCode: string): Promise<void> {
    this.acts.begun();
    const outcome = await this.calls.run('checking', async (client, signal) => {
      this.#ceremony = await client.passkeys.addOptions({ codeId, oneTimeCode }, { signal });
    });
    if (outcome === 'done') await this.#ask();
    else this.#tell(outcome);
  }

  async #ask(): Promise<void> {
    const ceremony = this.#ceremony;
    if (!ceremony) return;
    const label = this.#label;
    this.acts.begun();
    this.acts.focus('#add-title');
    let added: Passkey | undefined;
    const outcome = await this.calls.run('asking', async (client, signal) => {
      try {
        added = await addPasskey(client, { ceremony, label }, { signal });
      } catch (failure) {
        // What the gateway refused it refuses again: the name is kept, and a new code begins anew.
        if (isApiError(failure)) this.#sent = this.#ceremony = undefined;
        throw failure;
      }
    });
    if (outcome === 'done' && added) {
      this.end();
      this.acts.added(added);
    } else this.#tell(outcome);
  }

  #tell(outcome: Outcome): void {
    this.acts.draw();
    if (typeof outcome === 'string') return;
    if (outcome.field === 'code') this.acts.focus('#code');
    else this.acts.failed(outcome.sentence);
  }
}
