import { isPlausible, type NativeReader, nativeReader } from './native-reader.js';

/** The long edges a picture is tried at, in pixels: a small code needs every pixel there is, a blurred or grainy one is clearer when it is drawn smaller. */
const EDGES = [Number.POSITIVE_INFINITY, 1600, 800];

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
    return decodePixels(this.#drawn(video, video.videoWidth, video.videoHeight), 'quickly');
  }

  /** The text of a code somewhere in this picture, thoroughly. */
  async inPicture(picture: ImageBitmap): Promise<string | undefined> {
    const text = await this.#byBrowser(picture);
    if (text !== undefined && isPlausible(text)) return text;
    const { decodePixels } = await import('./qr-decoder.js');
    const longest = Math.max(picture.width, picture.height);
    for (const scale of EDGES.filter((edge) => edge < longest || edge === EDGES[0]).map((edge) => Math.min(1, edge / longest))) {
      const found = decodePixels(this.#drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale)), 'thoroughly');
      if (found !== undefined) return found;
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

  #drawn(source: CanvasImageSource, width: number, height: number): ImageData {
    const canvas = this.#canvas;
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d', { willReadFrequently: true })!;
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(source, 0, 0, width, height);
    return pen.getImageData(0, 0, width, height);
  }
}
