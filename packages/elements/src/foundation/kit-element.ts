import type { BhxhClient } from '@bhxh-kit/client';
import { LitElement, type PropertyDeclarations } from 'lit';
import { brand } from './brand.js';
import { type KitSettings, watchSettings } from './kit-context.js';
import { languageAt, watchLanguage } from './language.js';
import { type Catalogue, fetchWords, type Translate, translator, type Words } from './words.js';

/** Milliseconds until an element shows itself in Vietnamese although its English words are still on their way. */
const LONGEST_WAIT = 3000;

/**
 * Base of every element: words in the language around it, the client of the provider around it, and a root that carries `lang`.
 * Templates render into `<div class="root" part="root" lang="…">` inside the shadow root; styles start with `[foundation, …]`.
 */
export abstract class KitElement extends LitElement {
  /**
   * Properties are declared here and not by decorators, whose helper costs a page 0.3 kB.
   * @internal
   */
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    messages: { attribute: false },
    language: { state: true },
  };

  /** The client to ask, when there is no `<bhxh-provider>` around, or another than its. */
  client?: BhxhClient;

  /** Own wording by key, e.g. `{ 'agency-picker.choose': 'Chọn nơi nộp' }`. */
  messages?: Catalogue;

  /** The language in force: `vi`, `en` or a registered one. */
  language = 'vi';

  readonly #catalogues: Words[] = [];
  /** The language whose words were waited for. */
  #waited = '';
  #settings: KitSettings | undefined;
  #stopSettings: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;

  /** The client in force: the element's own, else the provider's. Read it in `willUpdate` and compare: a provider may bring another one. */
  protected get activeClient(): BhxhClient | undefined {
    return this.client ?? this.#settings?.client;
  }

  /** Where the provider says that the kit's own files are. */
  protected get assetsBase(): string | undefined {
    return this.#settings?.assetsBase;
  }

  /** The host's wording in force here, the closest first. */
  get overrides(): readonly (Catalogue | undefined)[] {
    return [this.messages, this.#settings?.messages];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopSettings = watchSettings(this, (settings) => {
      this.#settings = settings;
      this.#look();
    });
    this.#stopWatching = watchLanguage(() => this.#look());
    // Taken away, an element lets go of what it read of a person; back on the page it asks again.
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopSettings?.();
    this.#stopWatching?.();
  }

  /** Declares the element's `t` for a catalogue: `readonly t = this.speak(words)`. */
  protected speak<Vi extends Readonly<Record<string, string>>>(words: Words<Vi>): Translate<Vi> {
    this.#catalogues.push(words);
    return translator(words, this);
  }

  /** Holds an update back until the words of a new language are there, so that nobody sees another one first; a network that hangs is not waited for long. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const coming = this.#waited === this.language ? undefined : fetchWords(this.language, this.#catalogues);
    this.#waited = this.language;
    if (!coming) return super.scheduleUpdate();
    return Promise.race([coming, new Promise((done) => setTimeout(done, LONGEST_WAIT))]).then(() => super.scheduleUpdate());
  }

  protected override createRenderRoot(): HTMLElement {
    const root = document.createElement('div');
    root.className = 'root';
    root.part.add('root');
    root.lang = this.language;
    super.createRenderRoot().appendChild(root);
    return root;
  }

  /** Reads what is around it. */
  #look(): void {
    this.language = languageAt(this, this.#settings?.locale);
    const root = this.renderRoot as HTMLElement | undefined;
    if (root) root.lang = this.language;
    this.requestUpdate();
  }
}

brand(KitElement as unknown as CustomElementConstructor, 'element');
