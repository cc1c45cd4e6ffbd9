/** Why a picture cannot be printed. */
export type PortraitFault = 'not-jpeg' | 'damaged';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Frames a PDF reader decodes: baseline, extended and progressive, Huffman coded (ISO 32000-1, 7.4.8). */
const READABLE_FRAMES = [0xc0, 0xc1, 0xc2];
/** Any frame; C4, C8 and CC are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * What is wrong with a portrait, if anything. The PDF carries the bytes as they are, so a picture that does not add up from its first marker to its last
 * would leave a form no reader can print.
 */
export function portraitFault(bytes: Uint8Array): PortraitFault | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return 'not-jpeg';
  return isWhole(bytes) ? undefined : 'damaged';
}

function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frames = 0;
  let scans = 0;
  let at = 2;
  while (at + 1 < bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === EOI) return frames === 1 && scans > 0;
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    const end = at + 4 <= bytes.length ? at + 2 + view.getUint16(at + 2) : Infinity;
    if (end > bytes.length || end < at + 4) return false;
    if (isFrame(marker)) {
      if (!READABLE_FRAMES.includes(marker) || !isReadableFrame(view, at + 4, end)) return false;
      frames += 1;
    }
    if (marker === SOS) scans += 1;
    at = marker === SOS ? endOfScan(bytes, end) : end;
  }
  return false;
}

/** 8 bits a sample, a height and a width, and grey, colour or print colours. */
function isReadableFrame(view: DataView, from: number, end: number): boolean {
  if (end - from < 6) return false;
  return view.getUint8(from) === 8 && view.getUint16(from + 1) > 0 && view.getUint16(from + 3) > 0 && [1, 3, 4].includes(view.getUint8(from + 5));
}

/** Where the coded pixels end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
