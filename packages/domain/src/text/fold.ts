import { asText } from './as-text.js';

/** A range of a text: `from` inclusive, `to` exclusive, in UTF-16 units of the original. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const MARKS = /\p{M}+/gu;

/** đ does not decompose, so it is mapped; so is what old files write for it (Eth, African D). Signs that are typed in several ways become the plain one. */
const ALIKE: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ɖ: 'd', '’': "'", '‘': "'", ʼ: "'", '–': '-', '‑': '-', '\u00a0': ' ' };

/** One letter without tone and marks, in lower case. */
function foldLetter(letter: string): string {
  // Twice: `İ` in lower case is an i with a mark.
  const plain = letter.normalize('NFD').replace(MARKS, '').toLowerCase().replace(MARKS, '');
  return ALIKE[plain] ?? plain;
}

/** Folded letters of the Vietnamese blocks, filled on first use: a lookup is ten times as fast as a decomposition, and lists have 11,000 names. */
const TABLE: (string | undefined)[] = [];

function foldedUnit(text: string, index: number): string {
  const code = text.charCodeAt(index);
  const known = TABLE[code];
  if (known !== undefined) return known;
  // Halves of a surrogate pair stay as they are: no letter of Vietnam is beyond the basic plane.
  const folded = code >= 0xd800 && code <= 0xdfff ? text.charAt(index) : foldLetter(text.charAt(index));
  if (code < 0x2000) TABLE[code] = folded;
  return folded;
}

/**
 * The search key of a Vietnamese text: lower case, without tones and marks, đ as d, apostrophes and dashes plain. `hòa`, `hoà` and their decomposed forms share one key.
 * Letters beyond the basic plane stay as they are written. For search only: identity is compared by the exact NFC form.
 */
export function foldVietnamese(text: string): string {
  // Most letters of a name fold to themselves: the engine passes over them natively, which is four times as fast on a long text as joining letters.
  return asText(text).replace(/[A-Z\x80-\uffff]/g, (unit) => foldedUnit(unit, 0));
}

/**
 * Where a query stands in a text, both folded, as ranges of the original text, to mark hits. Marks that belong to a hit's last letter are inside the range.
 * An empty query stands nowhere.
 */
export function findFolded(text: string, query: string): readonly TextRange[] {
  const wanted = foldVietnamese(query).trim();
  if (!wanted) return [];
  const origins: number[] = [];
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    const letters = foldedUnit(text, index);
    for (let letter = 0; letter < letters.length; letter++) origins.push(index);
    folded += letters;
  }
  origins.push(text.length);
  const ranges: TextRange[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    // The end is where the next letter begins: a letter that folds to several (Hangul) is inside whole.
    let end = at + wanted.length;
    while (origins[end] === origins[end - 1]) end += 1;
    ranges.push({ from: origins[at] ?? 0, to: origins[end] ?? text.length });
  }
  return ranges;
}
