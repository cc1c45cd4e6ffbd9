import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LazyPart } from '../foundation/lazy-part.js';
import { type Listener, translator } from '../foundation/words.js';
import type { Framing, Refused, Used } from './framing.js';
import type { PhotoFrame } from './photo-kinds.js';
import type { QualityWarning } from './quality.js';

export interface CropHost extends ReactiveControllerHost, Listener {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What became of a file that was to be opened: it is being framed, the code for it could not be loaded, or another file was asked for meanwhile. */
type Opened = 'framing' | 'not-loaded' | 'overtaken' | Refused;

async function loadTools(host: CropHost) {
  const { framingWords, framingSentences, ...tools } = await import('./framing.js');
  const t = translator(framingWords, host);
  return { ...tools, t, ...framingSentences(t) };
}
export type FramingTools = Awaited<ReturnType<typeof loadTools>>;

/** What is known of a photograph that was taken: its size in pixels and bytes, and what to remark on it. */
export interface Kept {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly warnings: readonly QualityWarning[];
}

/** Opens files and shows one in its frame. What works on pixels is loaded when a person is about to choose a photograph. */
export class CropEditor implements ReactiveController {
  /** A file is being opened, or the result made. */
  busy = false;
  /** What is open now. */
  file: Blob | undefined;
  #framing: Framing | undefined;
  readonly #tools: LazyPart<FramingTools>;
  /** Counts what was asked to open: only the last one shows. */
  #asked = 0;
  #opening: Promise<unknown> | undefined;

  constructor(private readonly host: CropHost) {
    this.#tools = new LazyPart(host, () => loadTools(host));
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#framing !== undefined;
  }
  get tools(): FramingTools | undefined {
    return this.#tools.value;
  }

  /** Fulfilled when nothing is being opened; never rejects. */
  get settled(): Promise<unknown> {
    return this.#opening ?? Promise.resolve();
  }

  /** Loads what is needed to open a file. Safe to call often. */
  readonly prepare = (): void => void this.#tools.load();

  open(file: Blob, frame: PhotoFrame): Promise<Opened> {
    const opening = this.#open(file, frame);
    this.#opening = opening;
    return opening;
  }

  async #open(file: Blob, frame: PhotoFrame): Promise<Opened> {
    const asked = ++this.#asked;
    this.#turn(true);
    await this.#tools.load();
    const { tools } = this;
    const opened = await tools?.openForFraming(file);
    if (asked !== this.#asked) {
      if (opened instanceof ImageBitmap) opened.close();
      return 'overtaken';
    }
    this.#turn(false);
    if (!tools || !opened) return 'not-loaded';
    if (!(opened instanceof ImageBitmap)) return opened;
    this.close();
    this.file = file;
    this.#framing = new tools.Framing(opened, frame, () => this.host.requestUpdate());
    return 'framing';
  }

  /** What the person decided on; undefined where there is nothing to decide, or the browser cannot encode. */
  use(): Used | undefined {
    return this.busy ? undefined : this.#framing?.use();
  }

  /** Ends what is under way and frees the picture. */
  close(): void {
    this.#asked++;
    this.#framing?.close();
    this.#framing = this.file = undefined;
    this.#turn(false);
  }

  hostUpdated(): void {
    const canvas = (this.host.renderRoot as ParentNode).querySelector<HTMLCanvasElement>('#control.editor');
    if (canvas) this.#framing?.draw(canvas);
  }

  /** The frame is a slider in two dimensions to screen readers: they hand its keys on unasked, and Orca says nothing of what has the role `application`. */
  render(): TemplateResult {
    const { t, ZOOM_MAX } = this.tools!;
    const framing = this.#framing!;
    const zoom = Math.round(framing.crop.zoom * 100) / 100;
    const zoomed = t('zoomed', { times: zoom });
    const pointer = (event: PointerEvent) => framing.pointer(event);
    return html`<canvas id="control" class="editor" part="editor" tabindex="0" role="slider" aria-roledescription=${t('frame')} aria-label=${t('editor')}
        aria-valuemin="1" aria-valuemax=${ZOOM_MAX} aria-valuenow=${zoom} aria-valuetext="${t('zoom')} ${zoomed}"
        @keydown=${(event: KeyboardEvent) => framing.key(event)} @wheel=${(event: WheelEvent) => framing.wheel(event)}
        @pointerdown=${pointer} @pointermove=${pointer} @pointerup=${pointer} @pointercancel=${pointer}
      ></canvas>
      <div class="tools">
        <label class="zoom"><span>${t('zoom')}</span>
          <input type="range" min="1" max=${ZOOM_MAX} step="0.05" .value=${String(framing.crop.zoom)} aria-valuetext=${zoomed}
            @input=${(event: Event) => framing.zoom(Number((event.target as HTMLInputElement).value))} /></label>
        <button type="button" @click=${() => framing.turn()}>${t('turn')}</button>
      </div>`;
  }

  #turn(busy: boolean): void {
    this.busy = busy;
    this.host.requestUpdate();
  }
}
