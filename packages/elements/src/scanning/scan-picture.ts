import { openPicture, type Refusal } from '../photo-field/picture.js';
import type { QrReader } from './qr-reader.js';

/** Why a picture gives no code. */
export type PictureFault = 'pictureUnread' | 'pictureKind' | 'pictureHeic' | 'pictureLarge' | 'pictureBroken' | 'pictureBarred';

/** Pictures are searched at most at this long edge: a code takes a tenth of a photographed card, and every pixel of it counts. */
const SEARCHED_EDGE = 3600;

/** Opens a picture of a card and reads the code in it. Never rejects; the pixels are freed. */
export async function scanPicture(file: Blob, reader: QrReader): Promise<{ readonly text: string } | PictureFault> {
  const picture = await openPicture(file, SEARCHED_EDGE);
  if (!(picture instanceof ImageBitmap)) return faultOf(picture);
  try {
    if (!(await reader.canRead())) return 'pictureBarred';
    const text = await reader.inPicture(picture);
    return text === undefined ? 'pictureUnread' : { text };
  } catch {
    return 'pictureBroken';
  } finally {
    picture.close();
    reader.free();
  }
}

function faultOf({ fault }: Refusal): PictureFault {
  if (fault === 'heic') return 'pictureHeic';
  if (fault === 'too-large' || fault === 'too-many-pixels') return 'pictureLarge';
  return fault === 'broken' || fault === 'empty' ? 'pictureBroken' : 'pictureKind';
}
