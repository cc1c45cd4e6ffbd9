import { type Crop, cutOf, resultSize, turnedSize } from './crop-model.js';
import { decodeFault, type FileFault, fileFault, fileKind, HEAD_BYTES } from './file-check.js';
import { PHOTO_BYTES_MAX } from './photo-kinds.js';
import { judgeQuality, type QualityWarning } from './quality.js';

/** Pictures are worked on at most at this long edge: 12 megapixels of a phone would cost 48 MB, four of these a tenth. */
const WORK_EDGE = 2600;

/** Opens a file as a picture, upright as its camera said. Answers why not, where it cannot. */
export async function openPicture(file: Blob): Promise<ImageBitmap | FileFault> {
  const kind = fileKind(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const fault = fileFault(kind, file.size);
  if (fault) return fault;
  try {
    const whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = WORK_EDGE / Math.max(whole.width, whole.height);
    if (scale >= 1) return whole;
    const size = { resizeWidth: Math.round(whole.width * scale), resizeHeight: Math.round(whole.height * scale), resizeQuality: 'high' as const };
    const smaller = await createImageBitmap(whole, size);
    whole.close();
    return smaller;
  } catch {
    return decodeFault(kind);
  }
}

/** Draws the kept part of a picture over the whole of a canvas. */
export function drawCut(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop, size: { width: number; height: number }): void {
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const cut = cutOf(crop);
  const turned = turnedSize(crop);
  pen.imageSmoothingQuality = 'high';
  // Transparent pictures get a sheet of paper below: JPEG knows no transparency and would show black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.scale(size.width / cut.width, size.height / cut.height);
  pen.translate(-cut.x, -cut.y);
  pen.translate(turned.width / 2, turned.height / 2);
  pen.rotate((crop.quarters * Math.PI) / 2);
  pen.drawImage(picture, -picture.width / 2, -picture.height / 2);
}

/** The result of a crop, and what is to be told about it. */
export interface Developed {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** Quality steps of the encoder, tried until the result is light enough; then the picture itself is made smaller. */
const QUALITIES = [0.9, 0.82, 0.72, 0.6];

/**
 * Encodes the kept part anew as JPEG. A canvas holds pixels only, so nothing of the file's metadata survives: neither place nor camera nor time.
 * Undefined where the browser cannot encode.
 */
export async function develop(picture: ImageBitmap, crop: Crop, longEdge: number): Promise<Developed | undefined> {
  const canvas = document.createElement('canvas');
  try {
    for (let edge = longEdge; ; edge *= 0.75) {
      const size = resultSize(crop, edge);
      drawCut(canvas, picture, crop, size);
      for (const quality of QUALITIES) {
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
        if (!blob) return undefined;
        if (blob.size <= PHOTO_BYTES_MAX || Math.max(size.width, size.height) < 300) return { blob, ...size };
      }
    }
  } finally {
    // Safari keeps a canvas's memory until it is small.
    canvas.width = canvas.height = 0;
  }
}

/** What is to be told about the kept part before it is sent. */
export function judgeCut(picture: ImageBitmap, crop: Crop, onPaper: boolean): readonly QualityWarning[] {
  const canvas = document.createElement('canvas');
  const size = resultSize(crop, 320);
  drawCut(canvas, picture, crop, size);
  const { data } = canvas.getContext('2d', { willReadFrequently: true })!.getImageData(0, 0, size.width, size.height);
  canvas.width = canvas.height = 0;
  return judgeQuality(data, size.width, { onPaper });
}
