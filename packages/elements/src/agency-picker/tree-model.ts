import { foldVietnamese } from '@bhxh-kit/domain';
import type { AgencyRow } from './agency-row.js';
import { type FlatTree, layOut } from './flat-tree.js';
import { FoldedKeys } from './folded-keys.js';

/** What a key does in the tree (WAI-ARIA APG, tree view). */
export type TreeAct = 'next' | 'previous' | 'first' | 'last' | 'page-next' | 'page-previous' | 'open-or-enter' | 'close-or-leave' | 'open-siblings';

const KEPT = 1;
const MATCH = 2;
const MATCH_BELOW = 4;

/**
 * The tree of agencies, without a DOM. Nodes are positions in a flat depth-first layout; `at(line)` is the node on a visible line.
 * Opening, filtering and moving only rewrite the list of visible lines.
 */
export class AgencyTree {
  /** The node under the cursor, -1 for none. */
  active = -1;
  /** What the filter looks for, folded; empty without a filter. */
  query = '';

  readonly #flat: FlatTree;
  readonly #open: Uint8Array;
  #keys: FoldedKeys | undefined;
  #matches: Int32Array | undefined;
  #kept: Uint8Array | undefined;
  #openWhileFiltering: Uint8Array | undefined;
  #lines: Int32Array;
  #count = 0;
  #positions: Int32Array;
  #siblings: Int32Array;

  constructor(readonly rows: readonly AgencyRow[]) {
    this.#flat = layOut(rows);
    this.#open = new Uint8Array(rows.length);
    this.#lines = new Int32Array(rows.length);
    this.#positions = new Int32Array(rows.length);
    this.#siblings = new Int32Array(rows.length + 1);
    this.#relist();
    this.active = this.#count > 0 ? 0 : -1;
  }

  /** Visible lines. */
  get count(): number {
    return this.#count;
  }
  /** Nodes that match the filter themselves. */
  get matchCount(): number {
    return this.#matches?.length ?? 0;
  }
  at(line: number): number {
    return this.#lines[line] ?? -1;
  }
  /** The visible line of a node, -1 if it is not shown. */
  lineOf(node: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#lines[middle]!;
      if (found === node) return middle;
      if (found < node) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
  row(node: number): AgencyRow {
    return this.rows[this.#flat.rowOf[node]!]!;
  }
  level(node: number): number {
    return this.#flat.level[node]!;
  }
  isBranch(node: number): boolean {
    return this.#flat.end[node]! > node + 1;
  }
  isOpen(node: number): boolean {
    return (this.#openWhileFiltering ?? this.#open)[node] === 1;
  }
  isMatch(node: number): boolean {
    return this.#kept === undefined || (this.#kept[node]! & MATCH) !== 0;
  }
  /** Place among the visible siblings, from 1, and how many they are. */
  placeInSet(node: number): { position: number; size: number } {
    return { position: this.#positions[node]!, size: this.#siblings[this.#flat.parent[node]! + 1]! };
  }

  /** The node of a code, -1 if there is none. */
  find(code: string): number {
    const { rowOf } = this.#flat;
    for (let node = 0; node < rowOf.length; node++) if (this.rows[rowOf[node]!]!.code === code) return node;
    return -1;
  }
  /** An agency with everything above it, the topmost first; empty for an unknown code. */
  path(code: string): readonly AgencyRow[] {
    const path: AgencyRow[] = [];
    for (let node = this.find(code); node >= 0; node = this.#flat.parent[node]!) path.unshift(this.row(node));
    return path;
  }

  /** Opens everything above a node and puts the cursor on it. */
  reveal(node: number): void {
    for (let above = this.#flat.parent[node] ?? -1; above >= 0; above = this.#flat.parent[above]!) this.#open[above] = 1;
    this.#relist();
    this.active = node;
  }
  setOpen(node: number, open: boolean): void {
    if (!this.isBranch(node) || this.isOpen(node) === open) return;
    (this.#openWhileFiltering ?? this.#open)[node] = open ? 1 : 0;
    // A closed branch takes the cursor that stood inside it.
    if (!open && this.active > node && this.active < this.#flat.end[node]!) this.active = node;
    this.#relist();
  }

  /** Carries out a key's act; `page` is how many lines a page holds. */
  act(act: TreeAct, page = 10): void {
    if (this.#count === 0) return;
    const line = Math.max(0, this.lineOf(this.active));
    const goTo = (wanted: number) => (this.active = this.at(Math.max(0, Math.min(this.#count - 1, wanted))));
    switch (act) {
      case 'next':
        return void goTo(line + 1);
      case 'previous':
        return void goTo(line - 1);
      case 'first':
        return void goTo(0);
      case 'last':
        return void goTo(this.#count - 1);
      case 'page-next':
        return void goTo(line + page);
      case 'page-previous':
        return void goTo(line - page);
      case 'open-or-enter':
        if (this.isOpen(this.active)) goTo(line + 1);
        else this.setOpen(this.active, true);
        return;
      case 'close-or-leave':
        if (this.isOpen(this.active)) this.setOpen(this.active, false);
        else if (this.#flat.parent[this.active]! >= 0) this.active = this.#flat.parent[this.active]!;
        return;
      case 'open-siblings':
        this.#openSiblings();
    }
  }

  /** Moves to the next visible line that has a word beginning with the typed text, diacritics aside, going round at the end. */
  typeAhead(typed: string): boolean {
    const folded = foldVietnamese(typed);
    const keys = this.prepareSearch();
    const from = this.lineOf(this.active);
    // A single letter moves on; a longer text may stay where it already matches.
    for (let step = typed.length > 1 ? 0 : 1; step <= this.#count; step++) {
      const node = this.at((from + step + this.#count) % this.#count);
      if (!keys.hasWord(node, folded)) continue;
      this.active = node;
      return true;
    }
    return false;
  }

  /** Folds the names, once. Worth calling while the person is not yet typing. */
  prepareSearch(): FoldedKeys {
    this.#keys ??= new FoldedKeys(this.rows, this.#flat);
    return this.#keys;
  }

  /** Shows the nodes that match, with everything above them; an empty text lifts the filter. The cursor goes to the first match. */
  filter(text: string): void {
    const folded = foldVietnamese(text).trim();
    if (folded === this.query) return;
    const keys = this.prepareSearch();
    const narrows = this.query !== '' && this.#matches !== undefined && folded.startsWith(this.query);
    this.query = folded;
    if (folded === '') {
      this.#matches = this.#kept = this.#openWhileFiltering = undefined;
      if (this.active >= 0) this.reveal(this.active);
      else this.#relist();
      if (this.active < 0) this.active = this.at(0);
      return;
    }
    this.#matches = narrows ? keys.narrow(this.#matches!, folded) : keys.search(folded);
    this.#keepMatches(this.#matches);
    this.#relist();
    this.active = this.#matches[0] ?? -1;
  }

  #keepMatches(matches: Int32Array): void {
    const { parent } = this.#flat;
    const kept = new Uint8Array(this.rows.length);
    const open = new Uint8Array(this.rows.length);
    for (const match of matches) {
      kept[match]! |= KEPT | MATCH;
      for (let above = parent[match]!; above >= 0 && (kept[above]! & MATCH_BELOW) === 0; above = parent[above]!) {
        kept[above]! |= KEPT | MATCH_BELOW;
        open[above] = 1;
      }
    }
    this.#kept = kept;
    this.#openWhileFiltering = open;
  }

  #openSiblings(): void {
    const { parent, end } = this.#flat;
    const above = parent[this.active]!;
    const last = above < 0 ? this.rows.length : end[above]!;
    const open = this.#openWhileFiltering ?? this.#open;
    for (let node = above + 1; node < last; node = end[node]!) if (this.isBranch(node)) open[node] = 1;
    this.#relist();
  }

  /** Lists the visible lines anew. A filtered branch shows its kept children only; one with no match below shows all when a person opens it. */
  #relist(): void {
    const { parent, end } = this.#flat;
    const open = this.#openWhileFiltering ?? this.#open;
    const kept = this.#kept;
    const total = this.rows.length;
    this.#siblings.fill(0);
    let count = 0;
    for (let node = 0; node < total; ) {
      const above = parent[node]!;
      if (kept && !(kept[node]! & KEPT) && (above < 0 || kept[above]! & MATCH_BELOW)) {
        node = end[node]!;
        continue;
      }
      this.#lines[count++] = node;
      this.#positions[node] = ++this.#siblings[above + 1]!;
      node = open[node] === 1 ? node + 1 : end[node]!;
    }
    this.#count = count;
  }
}
