import type { FileKind } from './file-check.js';

/** What a file's header says of its picture, in pixels as stored (before its orientation is applied). */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Where the boxes of HEIC and AVIF that tell sizes are looked for: they stand before the pixels. */
const BOXES_BYTES = 65_536;

/** A JPEG with more segments before its pixels than this is not one a camera made. */
const SEGMENTS_MAX = 1000;

/**
 * Reads the size from the header, without decoding: a file of a few kilobytes can promise gigabytes of pixels.
 * Undefined where the header is cut off or says nothing.
 */
export async function pictureSize(file: Blob, kind: FileKind): Promise<PictureSize | undefined> {
  if (kind === 'jpeg') return sized((await jpegFrame(file))?.size);
  const view = await bytesOf(file, 0, kind === 'heic' || kind === 'avif' ? BOXES_BYTES : 32);
  try {
    return sized(headerSize(view, kind));
  } catch {
    // A header shorter than its format asks for.
    return undefined;
  }
}

const bytesOf = async (file: Blob, from: number, count: number): Promise<DataView> => new DataView(await file.slice(from, from + count).arrayBuffer());

const sized = (size: PictureSize | undefined): PictureSize | undefined => (size && size.width > 0 && size.height > 0 ? size : undefined);

function headerSize(view: DataView, kind: FileKind): PictureSize | undefined {
  switch (kind) {
    case 'png':
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case 'gif':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'bmp':
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    case 'webp':
      return webpSize(view);
    case 'heic':
    case 'avif':
      return largestBox(view);
    default:
      return undefined;
  }
}

/** A JPEG's frame header and its place in the file. It comes after segments of any length (previews, profiles, another maker's notes): each is stepped over. */
export async function jpegFrame(file: Blob): Promise<{ readonly size: PictureSize; readonly at: number } | undefined> {
  let at = 2;
  for (let segment = 0; segment < SEGMENTS_MAX && at + 9 <= file.size; segment++) {
    const view = await bytesOf(file, at, 9);
    if (view.getUint8(0) !== 0xff) return undefined;
    const marker = view.getUint8(1);
    // SOF0–SOF15 without the tables DHT, JPG and DAC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { size: { height: view.getUint16(5), width: view.getUint16(7) }, at };
    if (marker === 0xda || marker === 0xd9) return undefined;
    // 0xff may be repeated before a marker; a restart marker has no length.
    at += marker === 0xff ? 1 : marker >= 0xd0 && marker <= 0xd8 ? 2 : 2 + view.getUint16(2);
  }
  return undefined;
}

/** Three kinds: extended (VP8X), lossless (VP8L) and lossy (VP8). */
function webpSize(view: DataView): PictureSize | undefined {
  const part = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (part === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (part === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (part !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** `ispe` is there for the picture, its tiles and its preview: the largest is the picture. */
function largestBox(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = 0; at + 16 <= view.byteLength; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
