import { encoded } from './encoded.js';

/** Neither white nor black nor clear: what a browser may give for everything. */
const COLOURS = [0xc83c32, 0x32a05a, 0x3c50c8, 0xd2c85a];

/** How far a channel may be off: Brave, and Firefox in its milder protection, change the last bits. */
const SLIGHT = 16;

/**
 * Whether the page reads what it painted, as pixels and as a file. Firefox with `privacy.resistFingerprinting` (Tor Browser, LibreWolf, hardened schools and offices) gives noise
 * until the person allows the page more: a photograph becomes stripes, which are bright and sharp. Where it throws instead, the page reads as little. To be asked anew
 * each time, as they may have allowed it meanwhile. Never rejects.
 */
export const readsBack = (): Promise<boolean> => givesBack().catch(() => false);

async function givesBack(): Promise<boolean> {
  const canvas = document.createElement('canvas');
  canvas.width = COLOURS.length;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  COLOURS.forEach((colour, x) => {
    pen.fillStyle = `#${colour.toString(16)}`;
    pen.fillRect(x, 0, 1, 1);
  });
  const file = encoded(canvas, 'image/png');
  if (!file) return false;
  const picture = await createImageBitmap(file);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0);
  picture.close();
  return isPainted(pen);
}

function isPainted(pen: CanvasRenderingContext2D): boolean {
  const { data } = pen.getImageData(0, 0, COLOURS.length, 1);
  return COLOURS.every((colour, x) => [16, 8, 0].every((shift, channel) => Math.abs(((colour >> shift) & 255) - data[x * 4 + channel]!) <= SLIGHT));
}
