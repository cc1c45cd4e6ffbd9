import { html, type TemplateResult } from 'lit';
import type { StateWords } from './words.state.js';
import type { Translate } from './words.js';

/** What went wrong, and a way to try again. `kind` is a class or more: `failed` where nothing is there, another where only the newest is missing. */
export function notice(kind: string, sentence: string, common: Translate<StateWords>, retry: () => unknown): TemplateResult {
  return html`<div class="notice ${kind}" role="alert">
    <p>${sentence}</p>
    <button type="button" @click=${retry}>${common('retry')}</button>
  </div>`;
}
