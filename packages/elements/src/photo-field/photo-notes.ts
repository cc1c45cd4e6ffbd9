import type { PhotographState } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { FramingTools, Kept } from './crop-editor.js';
import type { PhotoFieldWords } from './words.js';

/** What is said of a photograph that was taken: advice, or that there is none to give, and its size. */
export function remarks({ t }: FramingTools, { width, height, bytes, warnings }: Kept): readonly { readonly good: boolean; readonly sentence: string }[] {
  const taken = { good: true, sentence: t('taken', { width, height, size: Math.ceil(bytes / 1000) }) };
  const judged = warnings.length ? warnings.map((warning) => ({ good: false, sentence: t(warning) })) : [{ good: true, sentence: t('good') }];
  return [...judged, taken];
}

export function remarksList(tools: FramingTools, kept: Kept): TemplateResult {
  return html`<ul class="words">${remarks(tools, kept).map(({ good, sentence }) => html`<li class=${good ? 'good' : 'warning'}>${sentence}</li>`)}</ul>`;
}

/** Where the upload stands, with what a person can do about it. */
export function uploadNote(
  now: PhotographState | undefined,
  t: Translate<PhotoFieldWords>,
  acts: { readonly send: () => void; readonly cancel: () => void },
): TemplateResult | typeof nothing {
  if (!now) return nothing;
  if (now.status === 'kept') return html`<p class="good" role="status">${t('kept')}</p>`;
  if (now.status === 'failed') {
    return html`<p class="warning" role="alert">${t(now.code === 'upload.cancelled' ? 'cancelled' : 'failed')}</p>
      <button type="button" class="primary" @click=${acts.send}>${t('send')}</button>`;
  }
  const percent = Math.round(now.progress * 100);
  return html`<label class="sending">${t('uploading', { percent })} <progress max="1" .value=${now.progress}></progress></label>
    <button type="button" @click=${acts.cancel}>${t('cancel')}</button>`;
}
