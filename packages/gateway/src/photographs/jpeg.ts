import { imageSize } from 'image-size';
import { fault, ok, type Parsed } from '@bhxh-kit/domain';

/** Smallest and largest side taken, in pixels: below nothing can be recognised on it, above it is no photograph of a person or paper. */
export const SIDE_MIN = 120;
export const SIDE_MAX = 8000;

export type JpegFault = 'photograph.not-jpeg' | 'photograph.damaged' | 'photograph.too-small' | 'photograph.too-large';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP14 = 0xee;
const COM = 0xfe;
const isApp = (marker: number) => marker >= APP0 && marker <= 0xef;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * The photograph as it is kept: a JPEG by its bytes, of a sane size, without metadata. Every APPn segment (EXIF, XMP, maker's notes, colour profiles) and comment goes,
 * except the two that say how to read the pixels (JFIF, Adobe), and so does everything after the end of the picture.
 */
export function readPhotograph(bytes: Buffer): Parsed<Buffer, JpegFault> {
  if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return fault('photograph.not-jpeg');
  const stripped = withoutMetadata(bytes);
  if (!stripped) return fault('photograph.damaged');
  const size = sizeOf(stripped);
  if (!size) return fault('photograph.damaged');
  const [shorter, longer] = [Math.min(...size), Math.max(...size)];
  if (shorter < SIDE_MIN) return fault('photograph.too-small', { minimum: SIDE_MIN, actual: shorter });
  if (longer > SIDE_MAX) return fault('photograph.too-large', { maximum: SIDE_MAX, actual: longer });
  return ok(stripped);
}

function sizeOf(bytes: Buffer): readonly [number, number] | undefined {
  try {
    const { width, height, type } = imageSize(bytes);
    return type === 'jpg' && width > 0 && height > 0 ? [width, height] : undefined;
  } catch {
    return undefined;
  }
}

/** The segments that stay, up to the end of the picture; nothing when the segments do not add up to one picture. */
function withoutMetadata(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let frames = 0;
  let scans = 0;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) return frames === 1 && scans > 0 ? Buffer.concat([...kept, bytes.subarray(at, at + 2)]) : undefined;
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    if (isFrame(marker)) frames++;
    if (marker === SOS) {
      scans++;
      end = endOfScan(bytes, end);
    }
    if (!isMetadata(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isMetadata(marker: number, body: Buffer): boolean {
  if (marker === COM) return true;
  if (!isApp(marker)) return false;
  const jfif = marker === APP0 && body.subarray(0, 5).toString('latin1') === 'JFIF\0' && body.length === 14;
  const adobe = marker === APP14 && body.subarray(0, 5).toString('latin1') === 'Adobe' && body.length === 12;
  return !jfif && !adobe;
}

/** Where the entropy-coded bytes end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
    at++;
  }
  return bytes.length;
}
