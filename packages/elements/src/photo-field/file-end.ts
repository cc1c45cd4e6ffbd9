import type { FileKind } from './file-check.js';
import { jpegFrame } from './picture-size.js';

const END_OF_IMAGE = [0xff, 0xd9];
const IEND = [0x49, 0x45, 0x4e, 0x44];

/**
 * Whether a file goes on to the mark its kind ends with (JPEG: EOI, ITU-T T.81 B.1.1.3; PNG: IEND, §11.2.5). Firefox opens a picture that was cut off and paints white below: half a face would be praised as clear and sent.
 * What follows the mark (a film, a depth map) does no harm. Of other kinds every browser refuses what was cut off.
 */
export async function isWhole(file: Blob, kind: FileKind): Promise<boolean> {
  if (kind === 'png') return holds(file, IEND, 0);
  if (kind !== 'jpeg') return true;
  // Previews before the frame have an end of their own.
  const frame = await jpegFrame(file);
  return frame !== undefined && holds(file, END_OF_IMAGE, frame.at);
}

const STRETCH = 65_536;

/** Looks for bytes from the end of a file back to a place in it: they are nearly always among the last. */
async function holds(file: Blob, mark: readonly number[], from: number): Promise<boolean> {
  for (let end = file.size; end > from; end -= STRETCH) {
    const bytes = new Uint8Array(await file.slice(Math.max(from, end - STRETCH), end + mark.length - 1).arrayBuffer());
    for (let at = bytes.length - mark.length; at >= 0; at--) if (mark.every((byte, next) => bytes[at + next] === byte)) return true;
  }
  return false;
}
