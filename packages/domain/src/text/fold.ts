/** A range of a text: `from` inclusive, `to` exclusive, in UTF-16 units of the original. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const MARKS = /\p{M}+/gu;

/** One letter without tone and marks, in lower case; đ does not decompose, so it is mapped. */
function foldLetter(letter: string): string {
  return letter
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\p{M}+/gu, '');
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
 * The search key of a Vietnamese text: lower case, without tones and marks, đ as d. `hòa`, `hoà` and their decomposed forms share one key.
 * For search only: identity is compared by the exact NFC form.
 */
export function foldVietnamese(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) folded += foldedUnit(text, index);
  return folded;
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
    ranges.push({ from: origins[at] ?? 0, to: origins[at + wanted.length] ?? text.length });
  }
  return ranges;
}
