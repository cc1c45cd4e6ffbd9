import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import { actOnCrop, type Crop, CROP_KEYS, cutOf, moved, newCrop, resultSize, turned, ZOOM_MAX, zoomed } from './crop-model.js';
import { drawCut } from './picture.js';
import type { PhotoFieldWords } from './words.js';

export interface CropHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Shows a picture in its frame and lets a person move, zoom and turn it: by pointer, slider, buttons and keys. */
export class CropEditor implements ReactiveController {
  picture: ImageBitmap | undefined;
  crop: Crop | undefined;
  #from: { x: number; y: number; crop: Crop } | undefined;

  constructor(
    private readonly host: CropHost,
    private readonly t: Translate<PhotoFieldWords>,
  ) {
    host.addController(this);
  }

  /** Takes the picture over and closes it at the end. */
  open(picture: ImageBitmap, aspect: number | undefined): void {
    this.close();
    this.picture = picture;
    this.#set(newCrop(picture, aspect));
  }

  close(): void {
    this.picture?.close();
    this.picture = this.crop = this.#from = undefined;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const canvas = (this.host.renderRoot as ParentNode).querySelector<HTMLCanvasElement>('#control.editor');
    if (canvas && this.picture && this.crop) drawCut(canvas, this.picture, this.crop, resultSize(this.crop, 800));
  }

  render(): TemplateResult {
    const { crop, t } = this;
    return html`<canvas id="control" class="editor" part="editor" tabindex="0" role="application" aria-label=${t('editor')}
        @keydown=${this.#onKey} @pointerdown=${this.#onDown} @pointermove=${this.#onMove} @pointerup=${this.#onUp} @pointercancel=${this.#onUp} @wheel=${this.#onWheel}
      ></canvas>
      <div class="tools">
        <label class="zoom"><span>${t('zoom')}</span>
          <input type="range" min="1" max=${ZOOM_MAX} step="0.05" .value=${String(crop?.zoom ?? 1)} @input=${this.#onZoom} /></label>
        <button type="button" @click=${() => crop && this.#set(turned(crop))}>${t('turn')}</button>
      </div>`;
  }

  #set(crop: Crop): void {
    this.crop = crop;
    this.host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : CROP_KEYS[event.key];
    if (!act || !this.crop) return;
    event.preventDefault();
    this.#set(actOnCrop(this.crop, act));
  };
  readonly #onZoom = (event: Event) => this.crop && this.#set(zoomed(this.crop, Number((event.target as HTMLInputElement).value)));
  readonly #onDown = (event: PointerEvent) => {
    if (!this.crop) return;
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
    this.#from = { x: event.clientX, y: event.clientY, crop: this.crop };
  };
  /** The picture follows the pointer, so the cut goes the other way. */
  readonly #onMove = (event: PointerEvent) => {
    if (!this.#from) return;
    const box = (event.target as HTMLElement).getBoundingClientRect();
    this.#set(moved(this.#from.crop, (this.#from.x - event.clientX) / box.width, (this.#from.y - event.clientY) / box.height));
  };
  readonly #onUp = () => (this.#from = undefined);
  /** A page being scrolled must not zoom by the way: only with Ctrl, which a pinch on a touchpad sends too. */
  readonly #onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey || !this.crop) return;
    event.preventDefault();
    this.#set(zoomed(this.crop, this.crop.zoom * (event.deltaY < 0 ? 1.08 : 0.92)));
  };

  /** Size of the kept part in pixels of the picture. */
  get cutSize(): { width: number; height: number } {
    const { width, height } = this.crop ? cutOf(this.crop) : { width: 0, height: 0 };
    return { width: Math.round(width), height: Math.round(height) };
  }
}
