import { normaliseText } from '../text/normalise.js';

/** Text of hex-coded UTF-8, either case, as BHYT cards hold names; nothing where it is no such text. */
export function decodeHexText(hex: string): string | undefined {
  if (!/^([0-9a-f]{2})+$/i.test(hex)) return undefined;
  try {
    return normaliseText(decodeURIComponent(hex.replace(/../g, '%$&'))) || undefined;
  } catch {
    return undefined;
  }
}
