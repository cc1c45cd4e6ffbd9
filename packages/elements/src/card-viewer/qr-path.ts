import { correction, generate, mode } from 'lean-qr';

/** A QR code as one SVG path on a grid of `size` × `size` modules, four of them quiet on every side (ISO/IEC 18004). */
export interface QrPath {
  readonly size: number;
  readonly d: string;
}

const QUIET = 4;

/** Draws a payload; level M as the issuer's cards have. Bytes alone: a code that names its character set (ECI) is refused by older readers, or typed with `\000026` before it. */
export function qrPath(text: string): QrPath {
  const code = generate(mode.bytes(new TextEncoder().encode(text)), { minCorrectionLevel: correction.M });
  let d = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const start = x;
      while (code.get(x, y)) x += 1;
      // One bar per run of dark modules: no seams between neighbours.
      if (x > start) d += `M${start + QUIET} ${y + QUIET}h${x - start}v1h${start - x}z`;
    }
  }
  return { size: code.size + 2 * QUIET, d };
}
