import { encoded } from '../pictures/encoded.js';
import { type Crop, cutOf, resultSize, turnedSize } from './crop-model.js';
import { decodeFault, type FileFault, fileFault, fileKind, HEAD_BYTES, PIXELS_MAX } from './file-check.js';
import { isWhole } from './file-end.js';
import { PHOTO_BYTES_MAX } from './photo-kinds.js';
import { type PictureSize, pictureSize } from './picture-size.js';
import { judgeQuality, type QualityWarning } from './quality.js';

/** Pictures are worked on at most at this long edge: 12 megapixels of a phone would cost 48 MB, four of these a tenth. */
const WORK_EDGE = 2600;

/** Why a file cannot be opened; with the size its header promises where that is why. */
export interface Refusal {
  readonly fault: FileFault;
  readonly size?: PictureSize | undefined;
}

/** Opens a file as a picture, upright as its camera said and, by its long edge, small enough to work on. Answers why not, where it cannot. */
export async function openPicture(file: Blob, longEdge = WORK_EDGE): Promise<ImageBitmap | Refusal> {
  try {
    return await decode(file, longEdge);
  } catch {
    // The file cannot be read any more: taken off the disk, or a card pulled out.
    return { fault: 'broken' };
  }
}

async function decode(file: Blob, longEdge: number): Promise<ImageBitmap | Refusal> {
  const kind = fileKind(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const fault = fileFault(kind, file.size);
  if (fault) return { fault };
  const size = await pictureSize(file, kind);
  if (!size) return { fault: decodeFault(kind) };
  if (size.width * size.height > PIXELS_MAX) return { fault: 'too-many-pixels', size };
  if (!(await isWhole(file, kind))) return { fault: 'broken' };
  try {
    // Upright by default; Chrome 109, the last on Windows 7, refuses the word `from-image` for it.
    return await bounded(await createImageBitmap(file, scaling(size, longEdge)), longEdge);
  } catch {
    return { fault: decodeFault(kind) };
  }
}

/** One edge only: the browser keeps the proportions, which the other edge would break where the camera turned the picture. */
function scaling({ width, height }: PictureSize, longEdge: number): ImageBitmapOptions {
  const scale = longEdge / Math.max(width, height);
  return scale < 1 ? { resizeWidth: Math.round(width * scale), resizeQuality: 'high' } : {};
}

/** For a turned picture, the edge that was bounded is the short one. */
async function bounded(picture: ImageBitmap, longEdge: number): Promise<ImageBitmap> {
  const options = scaling(picture, longEdge);
  if (!options.resizeWidth) return picture;
  try {
    return await createImageBitmap(picture, options);
  } finally {
    picture.close();
  }
}

/** Draws the kept part of a picture over the whole of a canvas. */
export function drawCut(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop, size: PictureSize): void {
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

/** Safari keeps a canvas's memory until it is small. */
export function freeCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0;
}

/** The result of a crop. */
export interface Developed extends PictureSize {
  readonly blob: Blob;
}

/** Quality steps of the encoder, tried until the result is light enough; then the picture itself is made smaller. */
const QUALITIES = [0.9, 0.82, 0.72, 0.6];

/**
 * Encodes the kept part anew as JPEG. A canvas holds pixels only, so nothing of the file's metadata survives: neither place nor camera nor time.
 * Undefined where the browser cannot encode.
 */
export function develop(picture: ImageBitmap, crop: Crop, longEdge: number): Developed | undefined {
  const canvas = document.createElement('canvas');
  try {
    for (let edge = longEdge; ; edge *= 0.75) {
      const size = resultSize(crop, edge);
      drawCut(canvas, picture, crop, size);
      for (const quality of QUALITIES) {
        const blob = encoded(canvas, 'image/jpeg', quality);
        if (!blob) return undefined;
        if (blob.size <= PHOTO_BYTES_MAX || Math.max(size.width, size.height) < 300) return { blob, ...size };
      }
    }
  } finally {
    freeCanvas(canvas);
  }
}

/** What is to be told about the kept part before it is sent. */
export function judgeCut(picture: ImageBitmap, crop: Crop, onPaper: boolean): readonly QualityWarning[] {
  const canvas = document.createElement('canvas');
  const size = resultSize(crop, 320);
  drawCut(canvas, picture, crop, size);
  const { data } = canvas.getContext('2d', { willReadFrequently: true })!.getImageData(0, 0, size.width, size.height);
  freeCanvas(canvas);
  return judgeQuality(data, size.width, { onPaper });
}
