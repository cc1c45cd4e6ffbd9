import { isPlausible, type NativeReader, nativeReader } from './native-reader.js';
import { readsBack } from '../pictures/read-back.js';
import { drawnView, viewsOf } from './picture-views.js';

/** Milliseconds after which no further look is taken at a picture: who waits longer has long taken another. */
const PATIENCE = 6000;

/** Reads the QR code of a camera's frame or of a picture. Everything is done on this device; nothing is sent anywhere. */
export class QrReader {
  #native: Promise<NativeReader | undefined> | undefined;
  readonly #canvas = document.createElement('canvas');

  /** The text of a code in this frame, quickly: most frames have none. */
  async inFrame(video: HTMLVideoElement): Promise<string | undefined> {
    const text = await this.#byBrowser(video);
    if (text !== undefined && isPlausible(text)) return text;
    if (text === undefined && (await this.#native)) return undefined;
    const { decodePixels } = await import('./qr-decoder.js');
    const frame = { x: 0, y: 0, width: video.videoWidth, height: video.videoHeight, scale: 1, degrees: 0 };
    return decodePixels(drawnView(this.#canvas, video, frame), 'quickly');
  }

  /** Whether codes can be read at all: by the browser itself, or because it lets the page read what it painted. To be asked anew each time. */
  async canRead(): Promise<boolean> {
    this.#native ??= nativeReader();
    return (await this.#native) !== undefined || readsBack();
  }

  /** The text of a code somewhere in this picture, thoroughly. */
  async inPicture(picture: ImageBitmap): Promise<string | undefined> {
    const text = await this.#byBrowser(picture);
    if (text !== undefined && isPlausible(text)) return text;
    const { decodePixels } = await import('./qr-decoder.js');
    const end = performance.now() + PATIENCE;
    for (const view of viewsOf(picture)) {
      const found = decodePixels(drawnView(this.#canvas, picture, view), 'thoroughly');
      if (found !== undefined || performance.now() > end) return found;
      // The page may answer in between.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return undefined;
  }

  /** Frees the pixels of the last picture. */
  free(): void {
    this.#canvas.width = this.#canvas.height = 0;
  }

  async #byBrowser(source: ImageBitmapSource): Promise<string | undefined> {
    this.#native ??= nativeReader();
    try {
      return (await (await this.#native)?.detect(source))?.[0]?.rawValue || undefined;
    } catch {
      // One that promises codes and then fails is not asked again.
      this.#native = Promise.resolve(undefined);
      return undefined;
    }
  }
}
