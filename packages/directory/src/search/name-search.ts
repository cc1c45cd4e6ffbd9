import { foldVietnamese } from '@bhxh-kit/domain/text/fold.js';
import { normaliseText } from '@bhxh-kit/domain/text/normalise.js';

/** One thing that can be found: its keys are made once, a search only compares. */
export interface Entry<Item> {
  readonly item: Item;
  readonly code: string;
  /** The name as written. */
  readonly written: string;
  /** The name in lower case, made once a query has tones: tells "Hòa" from "Hoa". */
  toned?: string;
  /** The name folded, with its kind: "xa phuc hoa". */
  readonly name: string;
  /** The name folded, without its kind: "phuc hoa". */
  readonly core: string;
  /** The name and those above it, folded, with a space before each word: " xa phuc hoa huyen phuc tho …". */
  readonly trail: string;
}

/** Folded for comparing: no tones, no marks, đ as d, apostrophes gone (B’Lao, B'Lao), other signs as spaces. */
export function searchKey(text: string): string {
  const folded = foldVietnamese(text);
  // Most names are words and spaces by now.
  if (/^[a-z\d]+(?: [a-z\d]+)*$/.test(folded)) return folded;
  return folded
    .replace(/['`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The text in lower case, composed and with single spaces: what a query with tones is compared with. */
function tonedKey(text: string): string {
  return normaliseText(text).toLowerCase();
}

/** `kind` is the folded beginning of the name that a person may leave out: "quan", "bhxh huyen". `above` are the names over it. */
export function entryOf<Item>(item: Item, code: string, name: string, kind: RegExp, above = ''): Entry<Item> {
  const key = searchKey(name);
  return { item, code, written: name, name: key, core: key.replace(kind, ''), trail: ` ${key}${above && ` ${above}`}` };
}

const NOT_FOUND = 14;

/**
 * The entries a query finds, best first: the whole name, its beginning, the beginning of a word in it, any part, then those whose names above hold the rest
 * ("phuc hoa phuc tho"): in the order written, with the whole name in it, or in any order. Digits find codes. A query written with tones puts the names with the same tones first. Otherwise the order given stays.
 */
export function searchEntries<Item>(entries: readonly Entry<Item>[], query: string, limit: number): Item[] {
  const key = searchKey(query);
  if (key === '' || limit < 1) return [];
  const toned = tonedKey(query);
  const withTones = toned !== key;
  const words = key.split(' ').map((word) => ` ${word}`);
  const isCode = /^\d{2,5}$/.test(key);
  const found: Item[][] = [];
  for (const entry of entries) {
    const rank = isCode && entry.code.startsWith(key) ? 0 : rankOf(entry, key, words);
    if (rank === NOT_FOUND) continue;
    const place = withTones && !(entry.toned ??= tonedKey(entry.written)).includes(toned) ? rank + 1 : rank;
    (found[place] ??= []).push(entry.item);
    if (rank === 0 && found[0] && found[0].length >= limit) break;
  }
  return found.flat().slice(0, limit);
}

function rankOf<Item>({ name, core, trail }: Entry<Item>, key: string, words: readonly string[]): number {
  const at = name.indexOf(key);
  if (at >= 0) {
    if (core === key || name === key) return 0;
    if (at === 0 || core.startsWith(key)) return 2;
    return name.charAt(at - 1) === ' ' ? 4 : 6;
  }
  if (words.length === 1 || !words.every((word) => trail.includes(word))) return NOT_FOUND;
  if (trail.startsWith(` ${key}`)) return 8;
  return ` ${key} `.includes(` ${core} `) ? 10 : 12;
}
