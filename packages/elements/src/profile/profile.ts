import type { Profile } from '@bhxh-kit/domain';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { fetchAhead, LaterActs } from '../foundation/later-acts.js';
import { moveFocus } from '../foundation/move-focus.js';
import { NextFocus } from '../foundation/next-focus.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { partTools } from '../foundation/part-tools.js';
import { stateWords } from '../foundation/words.state.js';
import type { ContactPart } from './contact-part.js';
import { styles } from './profile.styles.js';
import { ContactChangedEvent, ProfileChangeEvent, type ProfileEventMap } from './profile-events.js';
import { profileFacts } from './profile-facts.js';
import { ProfileLoader } from './profile-loader.js';
import { profileWords } from './words.js';

export { ContactChangedEvent, ProfileChangeEvent, type ProfileEventMap } from './profile-events.js';

const changing = () => import('./contact-part.js');

/**
 * Quản lý cá nhân (A8): what is known of a person, numbers masked until asked for; a guardian switches between their own profile and their children's, and the registered
 * phone and e-mail address are changed with two codes. The profile comes from `profile`, or from the client (`profile.read`). Nothing is stored.
 *
 * @summary Shows a person's profile, switches to a guardian's children, and changes the registered contact.
 * @fires {ProfileChangeEvent} profile-change - A guardian switched the profile, or the child that was shown is no longer open to them and their own is shown again; its `client` is for the page's other elements.
 * @fires {ContactChangedEvent} contact-changed - The registered phone or e-mail address was changed.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart whose - The choice of the profile.
 * @csspart facts - The list of facts.
 * @csspart tools - The buttons.
 * @csspart contact - The change of a contact.
 * @csspart problem - Why a contact was not changed.
 * @csspart field - One field with its label.
 * @csspart input - A text field.
 * @csspart error - The sentence that says what is wrong.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, focus ring.
 */
export class BhxhProfile extends KitElement {
  /** @internal */
  static override properties: PropertyDeclarations = {
    profile: { attribute: false },
    revealed: { state: true },
  };

  /** @internal */
  static override styles = [foundation, controls, noticeStyles, styles];

  /** A profile to show without a client. */
  profile?: Profile;

  private revealed = false;

  readonly #t = this.speak(profileWords);
  readonly #common = this.speak(stateWords);
  readonly #later = new LaterActs(this, this.#common);
  readonly #loader = new ProfileLoader(this, { ended: () => this.#onEnded(), left: (ofChild) => this.#onLeft(ofChild) });
  #contact: ContactPart | undefined;
  readonly #announcer = new Announcer(this);
  readonly #focus = new NextFocus(this, this.#announcer);
  /** From the first switch on it is said whose profile is shown. */
  #switched = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.revealed = false;
    this.#contact?.end();
    this.#contact = undefined;
  }

  /** Waits for what is under way too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#later.settled;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Another person's numbers must not come up unmasked.
    if (changed.has('profile') || changed.has('client')) this.revealed = false;
    this.#loader.use(this.isConnected && !this.profile ? this.activeClient : undefined);
  }

  protected override updated(): void {
    this.#focus.give();
  }

  protected override render(): TemplateResult {
    const profile = this.profile ?? this.#loader.profile;
    return html`<section class="profile" aria-labelledby="title">
      <h2 id="title" part="heading" tabindex="-1">${this.#t('title')}</h2>
      ${this.#renderWhose()} ${this.#renderState(profile)} ${profile ? this.#renderFacts(profile) : nothing} ${this.#later.notice()}
      ${this.#contact ? html`<div class="contact" part="contact">${this.#announcer.region}${this.#contact.render()}</div>` : nothing}
    </section>`;
  }

  #renderWhose(): TemplateResult | typeof nothing {
    const { own, children, linkId, profile } = this.#loader;
    if (this.profile || !own || children.length === 0) return nothing;
    const option = (value: string, name: string) => html`<option value=${value} .selected=${value === linkId}>${name}</option>`;
    return html`<div class="whose" part="whose">
      <label class="label" for="whose">${this.#t('whose')}</label>
      <select id="whose" @change=${this.#onSwitch}>
        ${option('', this.#t('own', { name: own.fullName }))} ${children.map((child) => option(child.linkId, child.fullName))}
      </select>
      <span class="visually-hidden" role="status">${this.#switched && profile ? this.#t('shown', { name: profile.fullName }) : nothing}</span>
    </div>`;
  }

  #renderState(profile: Profile | undefined): TemplateResult | typeof nothing {
    if (this.profile) return nothing;
    const { state, error, gone } = this.#loader;
    if (gone) return html`<div class="notice" role="alert"><p>${this.#t('gone', { name: gone.fullName })}</p></div>`;
    if (state === 'failed') {
      const said = (error as { userMessage?: (locale: string) => string }).userMessage?.(this.language) ?? '';
      return notice(profile ? '' : 'failed', `${this.#t(profile ? 'stale' : 'failed')} ${said}`, this.#common, () => this.#loader.load());
    }
    if (profile) return nothing;
    const coming = state === 'loading';
    return html`<p role=${coming ? 'status' : nothing}>${coming ? this.#common('loading') : this.#t('none')}</p>`;
  }

  #renderFacts(profile: Profile): TemplateResult {
    return html`<dl part="facts">
        ${profileFacts(profile, this.revealed, this.#t).map(
          ({ key, label, text, spoken }) => html`<div>
            <dt>${label}</dt>
            <dd class=${key}>${spoken ? html`<span aria-hidden="true">${text}</span><span class="visually-hidden">${spoken}</span>` : text}</dd>
          </div>`,
        )}
      </dl>
      <div class="tools no-print" part="tools">
        <button type="button" id="mask" @click=${this.#onMask}>${this.#t(this.revealed ? 'hide' : 'reveal')}</button>
        ${this.profile || this.#loader.linkId ? nothing : html`${this.#button('mobilePhone')} ${this.#button('email')}`}
      </div>`;
  }

  #button(kind: 'mobilePhone' | 'email'): TemplateResult {
    const prepare = () => fetchAhead(changing);
    return html`<button type="button" id="change-${kind}" @pointerenter=${prepare} @focus=${prepare} @click=${() => this.#change(kind)}>
      ${this.#t(kind === 'email' ? 'changeEmail' : 'changePhone')}
    </button>`;
  }

  readonly #onMask = (): void => {
    this.revealed = !this.revealed;
  };

  readonly #onSwitch = (event: Event): void => {
    this.revealed = false;
    this.#switched = true;
    this.#closeContact();
    void this.#loader.show((event.target as HTMLSelectElement).value);
    this.#tellSwitch();
    this.requestUpdate();
  };

  #tellSwitch(): void {
    const { client, linkId } = this.#loader;
    if (client) this.dispatchEvent(new ProfileChangeEvent(client, linkId !== ''));
  }

  /** The page's other elements would go on asking for a child that is refused. */
  #onEnded(): void {
    this.revealed = false;
    // What has the focus is gone in a moment, unless it is the choice and there are children left to choose.
    const focused = this.shadowRoot?.activeElement;
    if (focused && (focused.id !== 'whose' || this.#loader.children.length === 0)) this.#focus.to('#title');
    this.#tellSwitch();
  }

  #onLeft(ofChild: boolean): void {
    this.revealed = this.#switched = false;
    this.#closeContact();
    // What has the focus is gone in a moment. Now and not then: the page may move it elsewhere for the same reason.
    if (this.shadowRoot?.activeElement) moveFocus(this.renderRoot.querySelector<HTMLElement>('#title'));
    if (ofChild) this.#tellSwitch();
  }

  /** Opens the change of a contact; its code is loaded with the first. */
  #change(kind: 'mobilePhone' | 'email'): void {
    void this.#later.run(async () => {
      const { ContactPart } = await changing();
      this.#contact?.end();
      const acts = {
        client: () => this.activeClient,
        focus: (selector: string, why?: string) => this.#focus.toFault(selector, why),
        changed: () => {
          void this.#loader.load();
          this.dispatchEvent(new ContactChangedEvent(kind));
        },
        close: () => {
          this.#closeContact();
          this.#focus.to(`#change-${kind}`);
        },
      };
      this.#contact = new ContactPart(kind, this, acts, partTools);
      this.#focus.to('#contact');
    }, changing);
  }

  #closeContact(): void {
    this.#contact?.end();
    this.#contact = undefined;
  }
}

export interface BhxhProfile {
  addEventListener<K extends keyof ProfileEventMap>(
    type: K,
    listener: (this: BhxhProfile, event: ProfileEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-profile': BhxhProfile;
  }
}
