/** What is told about a photograph before it is sent: advice, never a refusal. */
export type QualityWarning = 'too-dark' | 'too-bright' | 'too-blurred';

/** Luma of each pixel (BT.601, 0–255) from RGBA bytes. */
export function lumaOf(rgba: Uint8ClampedArray): Uint8Array {
  const luma = new Uint8Array(rgba.length / 4);
  for (let at = 0; at < luma.length; at++) luma[at] = (rgba[at * 4]! * 77 + rgba[at * 4 + 1]! * 150 + rgba[at * 4 + 2]! * 29) >> 8;
  return luma;
}

/** The luma below which the given share of the pixels lies. */
export function lumaAt(luma: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of luma) counts[value]!++;
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += counts[value]!;
    if (below >= luma.length * share) return value;
  }
  return 255;
}

/** Variance of the Laplacian: the sharper the edges, the larger. Flat pictures give 0. */
export function sharpness(luma: Uint8Array, width: number): number {
  const height = luma.length / width;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge = 4 * luma[at]! - luma[at - 1]! - luma[at + 1]! - luma[at - width]! - luma[at + width]!;
      sum += edge;
      squares += edge * edge;
      count++;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

/**
 * Judges pixels scaled to about 320 on the long edge: at that size the bounds do not depend on the camera.
 * Dark: even the bright tenth is dim, or the middle is nearly black. Bright: the middle is nearly white, which a white sheet with print is not.
 * The bounds are set on the lenient side: a false warning costs trust.
 */
export function judgeQuality(rgba: Uint8ClampedArray, width: number, { onPaper = false }: { onPaper?: boolean } = {}): readonly QualityWarning[] {
  const luma = lumaOf(rgba);
  const middle = lumaAt(luma, 0.5);
  const warnings: QualityWarning[] = [];
  if (lumaAt(luma, 0.9) < 90 || middle < 35) warnings.push('too-dark');
  else if (lumaAt(luma, 0.1) > (onPaper ? 247 : 225)) warnings.push('too-bright');
  if (sharpness(luma, width) < 35) warnings.push('too-blurred');
  return warnings;
}
