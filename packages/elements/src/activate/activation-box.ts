import type { TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';

/** The fields of the activation. */
export type Box = 'number' | 'code' | 'password' | 'contact';

/** How a field tells password managers, keyboards and the browser what it is for. */
const TRAITS: Readonly<Record<Box, { readonly autocomplete: string; readonly inputmode: string; readonly capitals: string }>> = {
  // The account a password manager keeps the new password under.
  number: { autocomplete: 'username', inputmode: 'text', capitals: 'none' },
  code: { autocomplete: 'one-time-code', inputmode: 'text', capitals: 'characters' },
  password: { autocomplete: 'new-password', inputmode: 'text', capitals: 'none' },
  contact: { autocomplete: 'tel-national', inputmode: 'text', capitals: 'none' },
};

export interface BoxView {
  readonly box: Box;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly fault: string | undefined;
  /** Whether the password is to be read. */
  readonly shown: boolean;
}

/** One field with its label, advice and what is wrong. Nothing hinders a paste. */
export function boxView({ box, label, hint, text, fault, shown }: BoxView, write: (text: string) => void, { html, live, nothing }: PartTools): TemplateResult {
  const { autocomplete, inputmode, capitals } = TRAITS[box];
  const describedBy = [hint && `${box}-hint`, fault && `${box}-error`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field" part="field">
    <label class="label" for=${box}>${label}<span class="required" aria-hidden="true"> *</span></label>
    ${hint ? html`<p class="hint" id="${box}-hint">${hint}</p>` : nothing}
    <input
      id=${box} name=${box} part="input" type=${box === 'password' && !shown ? 'password' : 'text'} .value=${live(text)} autocomplete=${autocomplete} inputmode=${inputmode} autocapitalize=${capitals}
      spellcheck="false" aria-required="true" aria-invalid=${fault ? 'true' : nothing} aria-describedby=${describedBy} @input=${(event: Event) => write((event.target as HTMLInputElement).value)}
    />
    ${fault ? html`<p class="error" part="error" id="${box}-error">${fault}</p>` : nothing}
  </div>`;
}
