import { encoded } from '../pictures/encoded.js';
import { readsBack } from '../pictures/read-back.js';
import { download } from '../printing/download.js';
import type { Mark, Paper } from './card-face.js';

/** Size of a face in millimetres, and its type. */
type Size = Pick<Paper, 'width' | 'height' | 'font'>;

/** C5: saves both faces as a picture; answers whether it did. Where the page may not read what it painted the picture would be stripes. */
export async function savePicture(faces: readonly (readonly Mark[])[], paper: Size, name: string): Promise<boolean> {
  if (!(await readsBack())) return false;
  download(facesPng(faces, paper), `${name}.png`);
  return true;
}

/** Dots per millimetre of a saved picture: 600 dpi, so that it prints sharp at card size and a reader takes its QR code. */
const DENSITY = 600 / 25.4;

/** Both faces, one under the other, as a PNG of 600 dpi. An SVG cannot be drawn into a canvas on a page whose policy allows no `blob:` images. */
export function facesPng(faces: readonly (readonly Mark[])[], { width, height, font }: Size): Blob {
  const gap = 4;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * DENSITY);
  canvas.height = Math.round((height * faces.length + gap * (faces.length - 1)) * DENSITY);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('bhxh-card-viewer: this browser gives no 2d canvas');
  faces.forEach((marks, index) => {
    pen.setTransform(1, 0, 0, 1, 0, index * (height + gap) * DENSITY);
    for (const mark of marks) paint(pen, mark, font);
  });
  const blob = encoded(canvas, 'image/png');
  canvas.width = canvas.height = 0;
  if (!blob) throw new Error('bhxh-card-viewer: the picture could not be made');
  return withDensity(blob);
}

/** In dots and not in scaled millimetres: WebKit takes the widths of letters at the size the font names, where 3 px leaves nothing of them. */
function paint(pen: CanvasRenderingContext2D, mark: Mark, font: string): void {
  const [x, y] = [mark.x * DENSITY, mark.y * DENSITY];
  pen.fillStyle = mark.colour;
  if (mark.kind === 'box') pen.fillRect(x, y, mark.width * DENSITY, mark.height * DENSITY);
  else if (mark.kind === 'text') {
    pen.font = `${mark.bold ? 700 : 400} ${mark.size * DENSITY}px ${font}`;
    pen.textAlign = mark.middle ? 'center' : 'left';
    pen.fillText(mark.text, x, y);
  } else {
    pen.save();
    pen.translate(x, y);
    pen.scale(mark.scale * DENSITY, mark.scale * DENSITY);
    pen.fill(new Path2D(mark.d));
    pen.restore();
  }
}

/** Puts a `pHYs` chunk (PNG §11.3.4.3) after the header, which a canvas leaves out: programs then print the picture at card size. */
function withDensity(png: Blob): Blob {
  const chunk = new DataView(new ArrayBuffer(21));
  const perMetre = Math.round(DENSITY * 1000);
  chunk.setUint32(0, 9);
  chunk.setUint32(4, 0x70485973);
  chunk.setUint32(8, perMetre);
  chunk.setUint32(12, perMetre);
  chunk.setUint8(16, 1);
  chunk.setUint32(17, crc(new Uint8Array(chunk.buffer, 4, 13)));
  const HEADER = 33;
  return new Blob([png.slice(0, HEADER), chunk.buffer, png.slice(HEADER)], { type: 'image/png' });
}

/** CRC-32 of a PNG chunk's type and data (PNG annex D). */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
