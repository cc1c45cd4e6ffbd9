import { ContextConsumer, ContextProvider } from '@lit/context';
import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { brand } from '../foundation/brand.js';
import { foundation } from '../foundation/foundation.styles.js';
import { property, state } from '../foundation/property.js';
import { type KitSettings, kitContext } from '../foundation/kit-context.js';
import { languageAt, watchLanguage } from '../foundation/language.js';
import { type Catalogue, fetchWords, translator } from '../foundation/words.js';
import { kitFolder } from './kit-folder.js';
import { styles } from './provider.styles.js';
import { providerWords } from './words.js';

/**
 * Gives the elements inside it one client, one language and the place of the kit's files, so that none has to be told singly.
 *
 * A provider inside another takes over what it does not say itself. Whenever a session begins or ends, the elements inside are told.
 *
 * @summary Connects the elements inside it with a gateway.
 * @slot - The page's content with the kit's elements, at any depth.
 * @attr {string} base-url - Where the gateway is: `https://…`, or a path of this origin such as `/bhxh`. Not used when `client` is set.
 * @attr {string} assets-base - URL under which the kit's own files are served; without it, beside the kit's script: see `kitFolder`.
 * @attr {'vi'|'en'} locale - Language of the elements inside; a `lang` on an ancestor of theirs within the page wins.
 * @attr {'light'|'dark'} theme - Fixes the colours of the provider's own note to developers.
 * @csspart problem - The note to developers shown when `base-url` cannot be used.
 */
export class BhxhProvider extends LitElement {
  /** @internal */
  static override styles = [foundation, styles];

  /** Where the gateway is. Another address makes another client, without the session of the one before. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** A client the page made itself: own `fetch`, own tokens. It wins over `base-url`. */
  @property({ attribute: false }) client?: BhxhClient;
  /** Where the kit's files are, e.g. `/assets/bhxh/` with `directory/start.json` in it. */
  @property({ attribute: 'assets-base' }) assetsBase = '';
  @property() locale = '';
  /** The host's own wording by full key, for every element inside. */
  @property({ attribute: false }) messages?: Catalogue;

  /** Why `base-url` cannot be used, in the client's words. */
  @state() private problem = '';
  @state() private language = 'vi';

  #made: BhxhClient | undefined;
  #heard: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;
  readonly #context = new ContextProvider(this, { context: kitContext, initialValue: {} });
  readonly #around = new ContextConsumer(this, { context: kitContext, subscribe: true, callback: () => this.requestUpdate() });

  /** The client in force: the page's, else the one made for `base-url`, else that of a provider around. */
  get activeClient(): BhxhClient | undefined {
    return this.client ?? this.#made ?? this.#around.value?.client;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchLanguage(() => this.#readLanguage());
    this.#readLanguage();
    // Moved or put back: what it gives may have changed meanwhile.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    this.#hear(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#readLanguage();
    if (changed.has('baseUrl') || changed.has('client')) this.#makeClient();
    else if (changed.has('language')) this.#made = this.#made?.withOptions({ locale: this.#clientLocale });
    if (this.problem && (changed.has('language') || changed.has('baseUrl'))) void fetchWords(this.language, [providerWords])?.then(() => this.requestUpdate());
    this.#hear(this.isConnected ? this.activeClient : undefined);
    this.#give();
  }

  protected override render(): TemplateResult {
    return html`${this.problem ? this.#note() : nothing}<slot></slot>`;
  }

  #note(): TemplateResult {
    const t = translator(providerWords, { language: this.language, overrides: [this.messages] });
    return html`<div class="root" lang=${this.language}><div class="problem" part="problem" role="alert">
      <p class="why">${t('wrongBaseUrl')}</p><p>${t('wayOut')}</p><p lang="en">${this.problem}</p>
    </div></div>`;
  }

  get #clientLocale(): 'vi' | 'en' {
    return this.language === 'en' ? 'en' : 'vi';
  }

  #readLanguage(): void {
    this.language = languageAt(this, this.locale || this.#around?.value?.locale);
  }

  #makeClient(): void {
    this.#made = undefined;
    this.problem = '';
    if (this.client || !this.baseUrl) return;
    try {
      this.#made = createClient({ baseUrl: this.baseUrl, locale: this.#clientLocale });
    } catch (cause) {
      this.problem = cause instanceof Error ? cause.message : String(cause);
      // The address itself stays out of the log: it may carry credentials.
      console.error(`bhxh-kit: <bhxh-provider> cannot use its base-url. ${this.problem}`);
    }
  }

  #hear(client: BhxhClient | undefined): void {
    if (client === this.#heard) return;
    this.#stopHearing?.();
    this.#heard = client;
    this.#stopHearing = client?.onSessionChange?.((signedIn, why) => {
      this.#give();
      if (!signedIn && why?.code !== 'session.expired') forgetKeptCards();
    });
  }

  /** A new object every time: that is how the elements inside notice. */
  #give(): void {
    const around = this.#around.value;
    const settings: KitSettings = {
      client: this.activeClient,
      locale: this.locale || around?.locale,
      messages: { ...around?.messages, ...this.messages },
      assetsBase: this.assetsBase ? asFolder(this.assetsBase) : (around?.assetsBase ?? filesFolder),
    };
    this.#context.setValue(settings);
  }
}

brand(BhxhProvider, 'provider');

/** Whoever signs out takes the copy of their card along (`offline-days` of `bhxh-card-viewer`), also on a page that shows no card. */
function forgetKeptCards(): void {
  try {
    indexedDB.deleteDatabase('bhxh-kit-cards');
  } catch {
    // A page that may store nothing, e.g. in a sandboxed frame, has no copy.
  }
}

/** In two steps, because bundlers take `new URL(…, import.meta.url)` for an asset. */
const script = import.meta.url;
const filesFolder = kitFolder(script);

function asFolder(base: string): string {
  return new URL(base.replace(/\/?$/, '/'), document.baseURI).href;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-provider': BhxhProvider;
  }
}
