import { readsBack } from '../pictures/read-back.js';
import { actOnCrop, CROP_KEYS, type Crop, cutOf, dragged, type Grip, newCrop, resultSize, turned, zoomed } from './crop-model.js';
import type { PhotoFrame } from './photo-kinds.js';
import { type Developed, develop, drawCut, freeCanvas, judgeCut, openPicture, type Refusal } from './picture.js';
import type { QualityWarning } from './quality.js';

export { ZOOM_MAX } from './crop-model.js';
export { framingSentences } from './framing-sentences.js';
export { framingWords } from './framing-words.js';

/** Why a file is not framed: it cannot be opened, or this browser does not let the page read what it paints, so that nothing could be made of it. */
export type Refused = Refusal | { readonly fault: 'unread'; readonly size?: undefined };

/** Opens a file as a picture to frame. Answers why not, where nothing could come of it. */
export async function openForFraming(file: Blob): Promise<ImageBitmap | Refused> {
  const picture = await openPicture(file);
  if (!(picture instanceof ImageBitmap) || (await readsBack())) return picture;
  picture.close();
  return { fault: 'unread' };
}

/** The long edge of the canvas a person works on. */
const SHOWN_EDGE = 800;

/** What a person decided on: the photograph with what is to be remarked on it, or the size of a cut too small to use, in pixels of the picture. */
export type Used = (Developed & { readonly warnings: readonly QualityWarning[] }) | { readonly tooSmall: { readonly width: number; readonly height: number } };

/**
 * One picture in its frame, moved, zoomed and turned by pointer and keys. It draws itself on the canvas it was given last.
 * All that works on pixels comes with it, and none of the elements' own code: a field loads it when somebody is about to choose a photograph.
 */
export class Framing {
  crop: Crop;
  /** What holds the picture now, by pointer: a mouse, a pen, or fingers. */
  readonly #fingers = new Map<number, PointerEvent>();
  #from: { readonly grip: Grip; readonly crop: Crop } | undefined;
  #canvas: HTMLCanvasElement | undefined;

  /** Takes the picture over: `close` frees it. */
  constructor(
    private readonly picture: ImageBitmap,
    private readonly frame: PhotoFrame,
    private readonly changed: () => void,
  ) {
    this.crop = newCrop(picture, frame.aspect);
  }

  draw(canvas: HTMLCanvasElement): void {
    this.#canvas = canvas;
    drawCut(canvas, this.picture, this.crop, resultSize(this.crop, SHOWN_EDGE));
  }

  /** Frees the picture and the canvas; nothing may be asked afterwards. */
  close(): void {
    this.picture.close();
    if (this.#canvas) freeCanvas(this.#canvas);
  }

  turn(): void {
    this.#set(turned(this.crop));
  }
  zoom(zoom: number): void {
    this.#set(zoomed(this.crop, zoom));
  }
  key(event: KeyboardEvent): void {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : CROP_KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    this.#set(actOnCrop(this.crop, act));
  }
  /** A page being scrolled must not zoom by the way: only with Ctrl, which a pinch on a touchpad sends too. */
  wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(this.crop.zoom * (event.deltaY < 0 ? 1.08 : 0.92));
  }
  /** Begins anew with every finger that comes or goes, from where the picture is then. */
  pointer(event: PointerEvent): void {
    const canvas = event.target as HTMLElement;
    if (event.type === 'pointerdown') canvas.setPointerCapture(event.pointerId);
    else if (!this.#fingers.has(event.pointerId)) return;
    if (event.type === 'pointerdown' || event.type === 'pointermove') this.#fingers.set(event.pointerId, event);
    else this.#fingers.delete(event.pointerId);
    const grip = gripOf([...this.#fingers.values()], canvas.getBoundingClientRect());
    if (event.type !== 'pointermove') this.#from = { grip, crop: this.crop };
    else if (this.#from) this.#set(dragged(this.#from.crop, this.#from.grip, grip));
  }

  /** Encodes what is in the frame. Undefined where the browser cannot encode. */
  use(): Used | undefined {
    const { picture, crop, frame } = this;
    const { width, height } = cutOf(crop);
    const size = { width: Math.round(width), height: Math.round(height) };
    if (Math.min(size.width, size.height) < frame.shortEdgeMin) return { tooSmall: size };
    const warnings = judgeCut(picture, crop, frame.onPaper);
    const developed = develop(picture, crop, frame.longEdge);
    return developed && { ...developed, warnings };
  }

  #set(crop: Crop): void {
    this.crop = crop;
    this.changed();
  }
}

/** The first two fingers count. */
function gripOf([first, second = first]: readonly PointerEvent[], { left, top, width, height }: DOMRect): Grip {
  if (!first || !second) return { x: 0, y: 0, spread: 0 };
  const middle = { x: (first.clientX + second.clientX) / 2, y: (first.clientY + second.clientY) / 2 };
  const spread = Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY);
  return { x: (middle.x - left) / width - 0.5, y: (middle.y - top) / height - 0.5, spread };
}
