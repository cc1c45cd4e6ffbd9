import type { TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';

/** One field of the sheet, as it is shown. */
export interface BoxView {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is said of the text while it is typed, politely: it changes by kind of fault and not by key. */
  readonly rule?: string | undefined;
  readonly text: string;
  readonly fault: string | undefined;
  /** How password managers and the browser know it. */
  readonly autocomplete: string;
  readonly inputmode?: 'text' | 'numeric' | undefined;
  /** A code of capitals: a phone's keyboard begins with them. */
  readonly capitals?: boolean | undefined;
  /** A password is hidden until it is asked to be seen. */
  readonly secret?: boolean | undefined;
}

/** One field with its label, advice and what is wrong. Nothing hinders a paste. */
export function boxView(view: BoxView, write: (text: string) => void, { html, live, nothing }: PartTools): TemplateResult {
  const { id, label, hint, rule, text, fault, autocomplete, inputmode = 'text', capitals, secret } = view;
  const describedBy = [hint && `${id}-hint`, rule && `${id}-rule`, fault && `${id}-error`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field" part="field">
    <label class="label" for=${id}>${label}<span class="required" aria-hidden="true"> *</span></label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <input
      id=${id} name=${id} part="input" type=${secret ? 'password' : 'text'} .value=${live(text)} autocomplete=${autocomplete} inputmode=${inputmode} autocapitalize=${capitals ? 'characters' : 'none'}
      spellcheck="false" aria-required="true" aria-invalid=${fault ? 'true' : nothing} aria-describedby=${describedBy} @input=${(event: Event) => write((event.target as HTMLInputElement).value)}
    />
    ${rule === undefined ? nothing : html`<p class="hint rule" id="${id}-rule" aria-live="polite">${rule}</p>`}
    ${fault ? html`<p class="error" part="error" id="${id}-error">${fault}</p>` : nothing}
  </div>`;
}

/** The choice to read what is typed. */
export function showChoice(label: string, shown: boolean, show: (shown: boolean) => void, { html, live }: PartTools): TemplateResult {
  return html`<label class="choice"><input id="show" type="checkbox" .checked=${live(shown)} @change=${(event: Event) => show((event.target as HTMLInputElement).checked)} /> <span>${label}</span></label>`;
}
