import { html, nothing, type TemplateResult } from 'lit';
import type { CaseView } from './case-view.js';
import { type DeclaredField, type DeclaredPart, declaredParts } from './declared-parts.js';
import { photographView } from './photograph-view.js';

/** What was declared, in the order of the form, with the photographs beside what they prove (O1). */
export function caseFacts(view: CaseView): TemplateResult {
  const { t, file } = view;
  if (!file.declared) return html`<p class="note">${t('deleted')}</p>`;
  // Photographs nobody can fetch, as in a case that a page hands in alone, are not announced either.
  const photographs = file.photographs.filter(({ kind }) => view.photographs.stage(kind));
  const parts = declaredParts({ ...file, photographs }, view.words, view.contactShown);
  return html`${photographs.length > 0 ? html`<p class="keys no-print" id="photograph-keys">${t('photographKeys')}</p>` : nothing}${parts.map((part) => partView(view, part))}`;
}

function partView(view: CaseView, { id, fields, photographs }: DeclaredPart): TemplateResult {
  return html`<section class="part" part="facts" aria-labelledby="part-${id}">
    <div class="part-head">
      <h4 id="part-${id}">${view.t(`part-${id}`)}</h4>
      ${id === 'contact' ? contactToggle(view) : nothing}
    </div>
    <div class="beside ${photographs.length > 0 ? 'pictured' : ''}">
      ${fields.length > 0 ? html`<dl>${fields.map(fieldView)}</dl>` : nothing}
      ${photographs.length > 0 ? html`<div class="photographs">${photographs.map((kind) => photographView(view, kind))}</div>` : nothing}
    </div>
  </section>`;
}

/** Phone and address are needed only to call the person: on a desk others can see they stay masked. */
function contactToggle({ t, contactShown, toggleContact }: CaseView): TemplateResult {
  return html`<button type="button" class="quiet no-print" aria-pressed=${String(contactShown)} @click=${toggleContact}>${t('showContact')}</button>`;
}

function fieldView({ id, label, text, spoken }: DeclaredField): TemplateResult {
  return html`<div class="row" data-field=${id}>
    <dt>${label}</dt>
    <dd>${spoken ? html`<span aria-hidden="true">${text}</span><span class="visually-hidden">${spoken}</span>` : text}</dd>
  </div>`;
}
