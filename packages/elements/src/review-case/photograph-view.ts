import { html, type TemplateResult } from 'lit';
import type { CaseView } from './case-view.js';
import { type PhotographStage, STAGE_KEYS } from './photograph-stage.js';

/** One photograph beside what it proves: a box that scrolls, and what enlarges and turns it. */
export function photographView({ t, common, photographs, photographName }: CaseView, kind: string): TemplateResult {
  const stage = photographs.stage(kind);
  const name = photographName(kind);
  const shape = kind.startsWith('identity') ? 'photograph paper' : 'photograph';
  if (!stage || stage.state !== 'ready')
    return html`<figure class=${shape} part="photograph">
      <figcaption>${name}</figcaption>
      ${
        stage?.state === 'failed'
          ? html`<div class="box empty" role="alert"><p>${t('photographFailed')}</p><button type="button" aria-label=${t('photographRetry', { name })} @click=${() => photographs.retry(kind)}>${common('retry')}</button></div>`
          : html`<div class="box empty" aria-busy="true"><p>${t('photographLoading')}</p></div>`
      }
    </figure>`;
  const { zoom, degrees } = stage;
  return html`<figure class=${shape} part="photograph">
    <figcaption>${name}</figcaption>
    <div
      class="box" tabindex="0" role="group" aria-label=${t('photographState', { name, zoom: Math.round(zoom * 100), degrees })} aria-describedby="photograph-keys"
      aria-keyshortcuts="+ - 0 R" @keydown=${(event: KeyboardEvent) => onKey(event, stage)} @pointermove=${drag}
    ><canvas data-kind=${kind} role="img" aria-label=${name}></canvas></div>
    <div class="tools no-print">
      <button type="button" ?disabled=${stage.smallest} aria-label=${t('smallerNamed', { name })} @click=${() => stage.zoomBy(-1)}>${t('smaller')}</button>
      <button type="button" ?disabled=${stage.largest} aria-label=${t('largerNamed', { name })} @click=${() => stage.zoomBy(1)}>${t('larger')}</button>
      <button type="button" aria-label=${t('turnNamed', { name })} @click=${() => stage.turn()}>${t('turn')}</button>
    </div>
  </figure>`;
}

function onKey(event: KeyboardEvent, stage: PhotographStage): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const act = STAGE_KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(stage);
}

/** A mouse drags the picture about; a finger scrolls it by itself. */
function drag(event: PointerEvent): void {
  if (event.pointerType !== 'mouse' || event.buttons !== 1) return;
  (event.currentTarget as HTMLElement).scrollBy(-event.movementX, -event.movementY);
}
