import { foldVietnamese } from '@bhxh-kit/domain';
import type { AgencyRow } from './agency-row.js';
import type { FlatTree } from './flat-tree.js';

/** Parts the lines: no whitespace, so that folding leaves it, and nobody types it. */
const LINE = '\u0001';

/**
 * What the filter and type-ahead search: ` code name` of every node, folded, in one string. One string takes a fraction of the
 * memory of thousands of short ones, and a search runs through it natively.
 */
export class FoldedKeys {
  readonly #text: string;
  readonly #starts: Int32Array;

  constructor(rows: readonly AgencyRow[], { rowOf }: FlatTree) {
    const lines: string[] = [];
    for (const row of rowOf) lines.push(` ${rows[row]!.code} ${rows[row]!.name}`);
    this.#text = foldVietnamese(lines.join(LINE)) + LINE;
    this.#starts = new Int32Array(lines.length + 1);
    let at = 0;
    for (let node = 0; node < lines.length; node++) {
      this.#starts[node] = at;
      at = this.#text.indexOf(LINE, at) + 1;
    }
    this.#starts[lines.length] = at;
  }

  /** Nodes whose line holds the folded text, ascending. */
  search(folded: string): Int32Array {
    const found = new Int32Array(this.#starts.length - 1);
    let count = 0;
    let node = 0;
    for (let at = this.#text.indexOf(folded); at >= 0; at = this.#text.indexOf(folded, this.#starts[node])) {
      while (this.#starts[node + 1]! <= at) node++;
      found[count++] = node++;
    }
    return found.slice(0, count);
  }

  /** Of the given nodes, those whose line holds the folded text. */
  narrow(nodes: Int32Array, folded: string): Int32Array {
    return nodes.filter((node) => this.#text.slice(this.#starts[node], this.#starts[node + 1]).includes(folded));
  }

  /** Whether a word of the node's code or name begins with the folded text. */
  hasWord(node: number, folded: string): boolean {
    return this.#text.slice(this.#starts[node], this.#starts[node + 1]).includes(` ${folded}`);
  }
}
