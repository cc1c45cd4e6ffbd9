import type { PhotographKind } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import { outline } from './outline.js';
import { PHOTO_FRAMES, type PhotoFrame } from './photo-kinds.js';
import type { PhotoFieldWords } from './words.js';

/** What every face of the field's box reads. */
export interface StageView {
  readonly t: Translate<PhotoFieldWords>;
  readonly labelText: string;
  /** Disabled or read-only. */
  readonly locked: boolean;
}

/** How a kind is framed; a kind the kit does not know, as a portrait. */
export function frameOf(kind: PhotographKind): PhotoFrame {
  return PHOTO_FRAMES[kind] ?? PHOTO_FRAMES.portrait;
}

/** Nothing there yet: the shape that is asked for, and the ways a photograph comes in. */
export function emptyStage(
  { t, labelText, locked, kind, invalid }: StageView & { readonly kind: PhotographKind; readonly invalid: boolean },
  acts: { pick(): void; take(): void; readonly prepareCamera: () => void },
): TemplateResult {
  return html`${outline(frameOf(kind).aspect ?? 0.72, kind === 'portrait')}
    <div class="acts">
      <button id="control" type="button" class="primary" aria-label="${labelText}: ${t('choose')}" aria-describedby=${invalid ? 'hint error' : 'hint'} ?disabled=${locked} @click=${acts.pick}>${t('choose')}</button>
      <button type="button" ?disabled=${locked} @focus=${acts.prepareCamera} @pointerenter=${acts.prepareCamera} @click=${acts.take}>${t('take')}</button>
    </div>
    <p class="advice">${t('dropHere')}</p>`;
}

/** A photograph in its frame, not decided on yet. */
export function framingStage(
  { t, busy, editor, use }: Pick<StageView, 't'> & { readonly busy: boolean; readonly editor: TemplateResult; readonly use: string },
  acts: { use(): void; leave(): void },
): TemplateResult {
  return html`${editor}
    <div class="acts">
      <button type="button" class="primary" ?disabled=${busy} @click=${acts.use}>${use}</button>
      <button type="button" @click=${acts.leave}>${t('again')}</button>
    </div>`;
}

/** The photograph that was taken, with what is said of it; `edit` where its original is still here. Where it could not be sent, the way to send it again comes first. */
export function chosenStage(
  { t, labelText, locked, pictured, notes, failed }: StageView & { readonly pictured: boolean; readonly notes: unknown; readonly failed: boolean },
  { pick, edit, remove }: { pick(): void; edit?: (() => void) | undefined; remove(): void },
): TemplateResult {
  return html`${pictured ? html`<canvas class="preview" part="preview" role="img" aria-label=${t('preview', { label: labelText })}></canvas>` : nothing}
    ${notes}
    <div class="acts">
      <button id=${failed ? nothing : 'control'} type="button" ?disabled=${locked} aria-describedby="hint sent" @click=${pick}>${t('again')}</button>
      ${edit ? html`<button type="button" ?disabled=${locked} @click=${edit}>${t('edit')}</button>` : nothing}
      <button type="button" class="quiet" ?disabled=${locked} @click=${remove}>${t('remove')}</button>
    </div>`;
}
