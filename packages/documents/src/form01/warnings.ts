import type { Form01Field } from './form01.js';
import type { PortraitFault } from './portrait.js';

/**
 * What the form was printed without, as data; the words are the host's.
 * `form01.unprintable`: characters of one answer the font lacks (Cyrillic, emoji, …), each printed as `?`; told once for each such field. The whole address is `street`.
 * `form01.picture-unusable`: the portrait is no JPEG, or a damaged one; its box is left empty for a picture to be glued in.
 * `form01.seal-unusable`: the seal is of a kind this kit does not know; the form is printed without its code.
 */
export type Form01Warning =
  | { readonly code: 'form01.unprintable'; readonly facts: { readonly field: Form01Field; readonly characters: readonly string[] } }
  | { readonly code: 'form01.picture-unusable'; readonly facts: { readonly reason: PortraitFault } }
  | { readonly code: 'form01.seal-unusable'; readonly facts: Readonly<Record<string, never>> };
