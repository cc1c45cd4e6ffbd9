// Single files, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { foldVietnamese } from '@bhxh-kit/domain/text/fold.js';
import { compareVietnamese } from '@bhxh-kit/domain/text/order.js';
import type { Column } from './columns.js';
import type { ShownRows } from './shown-rows.js';

/**
 * The cells of one column as numbers of its distinct values. Employers, positions and months repeat over thousands of rows: each value is compared and folded
 * once, and a sort is a walk over small numbers.
 */
export class ColumnIndex {
  /** Of each row: the number of its value. */
  readonly ids: Uint32Array;
  readonly #column: Column;
  readonly #given: ShownRows;
  /** Place of a row that holds the value, by the value's number. */
  readonly #examples: number[] = [];
  #ranks: Uint32Array | undefined;
  #searched: Searched | undefined;

  constructor(given: ShownRows, column: Column) {
    const { rows } = given;
    this.#given = given;
    this.#column = column;
    this.ids = new Uint32Array(rows.length);
    const known = new Map<unknown, number>();
    rows.forEach((row, index) => {
      const value = row[column.key] ?? '';
      let id = known.get(value);
      if (id === undefined) {
        id = this.#examples.push(index) - 1;
        known.set(value, id);
      }
      this.ids[index] = id;
    });
  }

  /** How many distinct values there are. */
  get size(): number {
    return this.#examples.length;
  }

  /** Of each value: its place in ascending order; equal values share one, and no value at all comes last in either direction (`size`). */
  get ranks(): Uint32Array {
    if (this.#ranks) return this.#ranks;
    const { key, kind } = this.#column;
    const values = this.#examples.map((place) => this.#given.rows[place]?.[key] ?? '');
    const compare = comparator(kind, values);
    const order = values.map((_, id) => id).filter((id) => values[id] !== '');
    order.sort(compare);
    const ranks = new Uint32Array(values.length).fill(values.length);
    let rank = 0;
    order.forEach((id, place) => {
      if (place > 0 && compare(order[place - 1] as number, id) !== 0) rank = place;
      ranks[id] = rank;
    });
    this.#ranks = ranks;
    return ranks;
  }

  /** Of each value: whether the word occurs in it as shown, without diacritics and case. */
  holding(foldedWord: string): Uint8Array {
    this.#searched ??= searched(this.#examples.map((place) => this.#given.text(place, this.#column)));
    const { text, starts } = this.#searched;
    const held = new Uint8Array(this.size);
    let id = 0;
    for (let at = text.indexOf(foldedWord); at >= 0; at = text.indexOf(foldedWord, starts[id])) {
      while ((starts[id + 1] as number) <= at) id += 1;
      held[id++] = 1;
    }
    return held;
  }
}

/** Parts the values: no whitespace, so that folding leaves it, and nobody types it. */
const END = '\u0001';

/** Values folded in one string, which a search runs through natively, and where each of them begins; the end of all comes last. */
interface Searched {
  readonly text: string;
  readonly starts: Uint32Array;
}

function searched(values: readonly string[]): Searched {
  const text = values.map((value) => foldVietnamese(value).replaceAll(END, ' ') + END).join('');
  const starts = new Uint32Array(values.length + 1);
  for (let id = 0; id < values.length; id += 1) starts[id + 1] = text.indexOf(END, starts[id]) + 1;
  return { text, starts };
}

/** Ascending order of values of a kind, by their places in `values`; ISO months and days sort as text. */
function comparator(kind: Column['kind'], values: readonly unknown[]): (a: number, b: number) => number {
  if (kind === 'text') return (a, b) => compareVietnamese(String(values[a]), String(values[b]));
  if (kind === 'name') return personOrder(values.map(String));
  return (a, b) => {
    const [one, other] = [values[a], values[b]];
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
  };
}

/** The order of `comparePersonNames`, given name first, with every name taken apart once. Given names are few and ranked, so that most pairs are told by a number. */
function personOrder(names: readonly string[]): (a: number, b: number) => number {
  const plain = names.map((name) =>
    name
      .normalize('NFC')
      .trim()
      .replace(/\s{2,}|[^\S ]/g, ' '),
  );
  const given = partRanks(plain.map((name) => name.slice(name.lastIndexOf(' ') + 1)));
  const rest = plain.map((name) => name.slice(0, Math.max(0, name.lastIndexOf(' '))));
  return (a, b) => (given[a] as number) - (given[b] as number) || compareVietnamese(rest[a] as string, rest[b] as string);
}

function partRanks(parts: readonly string[]): readonly number[] {
  const distinct = [...new Set(parts)].sort(compareVietnamese);
  const ranks = new Map<string, number>();
  distinct.forEach((part, place) => {
    const before = distinct[place - 1];
    ranks.set(part, before !== undefined && compareVietnamese(before, part) === 0 ? (ranks.get(before) as number) : place);
  });
  return parts.map((part) => ranks.get(part) as number);
}
