import { encode } from 'uqr';

/** A QR code as one SVG path on a grid of `size` × `size` modules, four of them quiet on every side (ISO/IEC 18004). */
export interface QrPath {
  readonly size: number;
  readonly d: string;
}

/** Draws a payload; level M as the issuer's cards have. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  let d = '';
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      const start = x;
      while (row[x]) x += 1;
      // One bar per run of dark modules: no seams between neighbours.
      if (x > start) d += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return { size, d };
}
