import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../foundation/words.common.js';
import type { Translate } from '../foundation/words.js';
import type { DeclarationFormWords } from './words.js';

/** Why the declaration was not sent; `again` where the same declaration may be sent once more as it is. */
export interface Problem {
  readonly sentence: string;
  readonly again: boolean;
}

/** Takes the focus when it appears. */
export function problemBox({ sentence, again }: Problem, t: Translate<DeclarationFormWords>, sending: boolean, send: (event: Event) => void): TemplateResult {
  return html`<div class="problem" part="problem" role="group" tabindex="-1" aria-labelledby="title" aria-describedby="why">
    <h3 id="title">${t('notSent')}</h3>
    <p id="why">${sentence}</p>
    ${again ? html`<p><button type="button" class="again" ?disabled=${sending} @click=${send}>${t('sendAgain')}</button></p>` : nothing}
  </div>`;
}

/** In the place of what is being loaded: that it is, or why it could not be. */
export function awaited(failed: boolean, sentence: string, common: Translate<CommonWords>, retry: () => void): TemplateResult {
  if (!failed) return html`<p class="awaited" role="status">${common('loading')}</p>`;
  return html`<div class="problem" part="problem" role="alert">
    <p>${sentence}</p>
    <p><button type="button" @click=${retry}>${common('retry')}</button></p>
  </div>`;
}
