import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ignoreComposedEnter } from '../foundation/composed-enter.js';
import type { Translate } from '../foundation/words.js';
import type { SignInWords } from './words.js';

/** What is typed, by field. */
export interface Credentials {
  readonly number: string;
  readonly password: string;
}

type Box = keyof Credentials;

export interface CredentialsView {
  readonly typed: Credentials;
  readonly faults: Partial<Credentials>;
  /** Whether the password is to be read. */
  readonly shown: boolean;
  readonly busy: boolean;
  /** A pause after too many wrong passwords. */
  readonly locked: boolean;
  /** Whether a code is asked for below (R9), whose button signs in. */
  readonly checked: boolean;
  /** Whether the browser may list passkeys under the number. A browser that knows none is not told of them, so that it still knows the user name. */
  readonly passkeys: boolean;
}

export interface CredentialsActs {
  write(box: Box, text: string): void;
  show(shown: boolean): void;
  submit(event: Event): void;
}

/** Number and password in a form of their own, as password managers look for them. Nothing hinders a paste. */
export function credentialsForm(
  { typed, faults, shown, busy, locked, checked, passkeys }: CredentialsView,
  acts: CredentialsActs,
  t: Translate<SignInWords>,
): TemplateResult {
  const field = (box: Box, hint: string, type: string, autocomplete: string) => {
    const fault = faults[box];
    const described = [hint && `${box}-hint`, fault && `${box}-error`].filter(Boolean).join(' ') || nothing;
    return html`<div class="field" part="field">
      <label class="label" for=${box}>${t(box)}</label>
      ${hint ? html`<p class="hint" id="${box}-hint">${hint}</p>` : nothing}
      <input
        id=${box} name=${box === 'number' ? 'username' : box} part="input" type=${type} .value=${live(typed[box])} autocomplete=${autocomplete} autocapitalize="none" spellcheck="false"
        aria-required="true" aria-invalid=${fault ? 'true' : nothing} aria-describedby=${described} @input=${(event: Event) => acts.write(box, (event.target as HTMLInputElement).value)}
      />
      ${fault ? html`<p class="error" part="error" id="${box}-error">${fault}</p>` : nothing}
    </div>`;
  };
  return html`<form novalidate aria-busy=${String(busy)} @submit=${acts.submit} @keydown=${ignoreComposedEnter}>
    ${field('number', t('numberHint'), 'text', passkeys ? 'username webauthn' : 'username')}
    ${field('password', '', shown ? 'text' : 'password', 'current-password')}
    <label class="choice"><input id="show" type="checkbox" .checked=${live(shown)} @change=${(event: Event) => acts.show((event.target as HTMLInputElement).checked)} /> <span>${t('show')}</span></label>
    ${checked ? nothing : html`<div class="actions"><button type="submit" class="primary" ?disabled=${busy || locked}>${busy ? t('signingIn') : t('signIn')}</button></div>`}
  </form>`;
}
