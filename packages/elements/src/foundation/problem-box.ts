import { html, nothing, type TemplateResult } from 'lit';

/**
 * Why something did not come about: a group named by its title and described by the sentence, so that both are heard when it takes the focus, as it is to when it appears.
 * `level` is that of the title's heading; without it the title is a paragraph. `more` follows what is read out, e.g. a button.
 */
export function problemBox(title: string, why: unknown, level?: 3 | 4, more: unknown = nothing): TemplateResult {
  const id = 'problem-title';
  const heading = level ? (level < 4 ? html`<h3 id=${id}>${title}</h3>` : html`<h4 id=${id}>${title}</h4>`) : html`<p id=${id}><strong>${title}</strong></p>`;
  return html`<div class="problem" part="problem" role="group" tabindex="-1" aria-labelledby=${id} aria-describedby="problem-text">
    ${heading}
    <div id="problem-text">${typeof why === 'string' ? html`<p>${why}</p>` : why}</div>
    ${more}
  </div>`;
}
