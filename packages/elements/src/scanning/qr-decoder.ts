import { decodeQR } from 'qr/decode.js';

/** How long a picture may be searched, in milliseconds, at each size; a frame of a camera is worth a sixtieth of a second. */
const PICTURE_TIME = 700;

/**
 * The text of the QR code in these pixels; nothing where none can be read. Plain JavaScript: under a strict Content-Security-Policy a browser compiles no WebAssembly. It is
 * fetched only where the browser has no reader of its own.
 */
export function decodePixels(pixels: ImageData, how: 'quickly' | 'thoroughly'): string | undefined {
  try {
    return decodeQR(pixels, how === 'thoroughly' ? { effort: Number.POSITIVE_INFINITY, timeLimit: PICTURE_TIME } : {});
  } catch {
    return undefined;
  }
}
