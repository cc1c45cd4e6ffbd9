import { looksLikeSeal, readSeal } from '@bhxh-kit/domain/seal/seal.js';

/** What the search takes: a scanned code of Mẫu 01 with what a scanner puts around it. */
export const SCAN_MAX = 1200;
/** What the gateway takes as a search. */
const FIND_MAX = 254;

/** What was typed into the search: words to look for, the reference a scanned code of Mẫu 01 holds, or a code that was not scanned whole. */
export type Sought = { readonly find: string } | { readonly reference: string } | { readonly damaged: true };

/** Reads it. The code is not verified here: it only finds the case, at which the paper is checked. */
export function soughtIn(text: string): Sought {
  if (!looksLikeSeal(text)) return { find: text.slice(0, FIND_MAX) };
  const read = readSeal(text);
  return read.ok ? { reference: read.value.reference } : { damaged: true };
}
