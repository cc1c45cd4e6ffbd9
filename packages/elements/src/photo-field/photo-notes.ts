import type { PhotographState } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { FramingTools } from './crop-editor.js';
import type { Remark } from './framing-sentences.js';
import type { StageView } from './photo-stage.js';
import type { PhotoFieldWords } from './words.js';

/** What is said of a photograph that was taken. */
export function remarksList(remarks: readonly Remark[]): TemplateResult {
  return html`<ul class="words">${remarks.map(({ good, sentence }) => html`<li class=${good ? 'good' : 'warning'}>${sentence}</li>`)}</ul>`;
}

/** How an upload ended. */
export function uploadEnd(now: Exclude<PhotographState, { status: 'uploading' }>, t: Translate<PhotoFieldWords>, tools?: FramingTools): string {
  if (tools && now.status === 'failed' && now.code === 'upload.not-loaded') return tools.t('unsent');
  return t(now.status === 'kept' ? 'kept' : now.code === 'upload.cancelled' ? 'cancelled' : 'failed');
}

/** Where the upload stands, with what a person can do about it. The announcer says its end: a live region that appears together with its text stays silent. */
export function uploadNote(
  now: PhotographState | undefined,
  { t, labelText, tools }: Pick<StageView, 't' | 'labelText'> & { readonly tools: FramingTools | undefined },
  acts: { readonly send: () => void; readonly cancel: () => void },
): TemplateResult | typeof nothing {
  if (!now) return nothing;
  if (now.status === 'uploading') {
    const percent = Math.round(now.progress * 100);
    return html`<p>${t('uploading', { percent })} <progress max="1" aria-label=${labelText} .value=${now.progress}></progress></p>
      <button type="button" @click=${acts.cancel}>${t('cancel')}</button>`;
  }
  if (now.status === 'kept') return html`<p id="sent" class="good">${uploadEnd(now, t)}</p>`;
  return html`<p id="sent" class="warning">${uploadEnd(now, t, tools)}</p>
    <button id="control" type="button" class="primary" aria-describedby="sent" @click=${acts.send}>${t('send')}</button>`;
}
