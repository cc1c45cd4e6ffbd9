import type { AgencyRow } from './agency-row.js';

/** Rows laid out depth first in typed arrays: a node is its position, its descendants are the positions up to `end[node]`. */
export interface FlatTree {
  /** Row of each node. */
  readonly rowOf: Int32Array;
  /** Node above, -1 at the top. */
  readonly parent: Int32Array;
  /** First node after the last descendant. */
  readonly end: Int32Array;
  /** 1 at the top. */
  readonly level: Uint8Array;
}

/**
 * Lays rows out. The order of rows is kept among siblings; of several rows with the parent's code the nearest above is meant, else the first; a row whose parent is unknown, or stands in a circle, comes at the top, so that nothing given is ever hidden.
 * Linear in the number of rows.
 */
export function layOut(rows: readonly AgencyRow[]): FlatTree {
  const count = rows.length;
  const { firstChild, nextSibling, roots } = linkChildren(rows);
  const tree: FlatTree = { rowOf: new Int32Array(count), parent: new Int32Array(count), end: new Int32Array(count), level: new Uint8Array(count) };
  const nodeOf = new Int32Array(count).fill(-1);
  let node = 0;

  const place = (row: number, parent: number) => {
    nodeOf[row] = node;
    tree.rowOf[node] = row;
    tree.parent[node] = parent;
    tree.level[node] = parent < 0 ? 1 : Math.min(255, tree.level[parent]! + 1);
    return node++;
  };
  const placeBranch = (top: number) => {
    let current = place(top, -1);
    let child = firstChild[top]!;
    for (;;) {
      while (child >= 0 && nodeOf[child]! >= 0) child = nextSibling[child]!;
      if (child >= 0) {
        current = place(child, current);
        child = firstChild[child]!;
        continue;
      }
      tree.end[current] = node;
      const done = current;
      current = tree.parent[done]!;
      if (current < 0) return;
      child = nextSibling[tree.rowOf[done]!]!;
    }
  };
  for (const root of roots) placeBranch(root);
  for (let row = 0; row < count; row++) if (nodeOf[row]! < 0) placeBranch(row);
  return tree;
}

/** So many levels above the row before are looked through before all codes are listed: a tree has few, and however deep one is, laying it out stays linear. */
const NEAR = 8;

function linkChildren(rows: readonly AgencyRow[]): { firstChild: Int32Array; nextSibling: Int32Array; roots: number[] } {
  const parentOf = new Int32Array(rows.length);
  let rowByCode: Map<string, number> | undefined;

  // A tree is mostly written down depth first: the row before, or one above it, is the parent, and no code has to be listed.
  const nearby = (row: number, code: string) => {
    let above = row - 1;
    for (let levels = 0; above >= 0 && levels < NEAR; levels++) {
      if (rows[above]!.code === code) return above;
      above = parentOf[above]!;
    }
    return -1;
  };
  const anywhere = (code: string) => {
    // From the end, so that the first of several rows with one code stays.
    rowByCode ??= new Map(rows.map((row, at) => [row.code, at] as const).reverse());
    return rowByCode.get(code) ?? -1;
  };

  rows.forEach(({ parentCode }, row) => {
    let parent = parentCode ? nearby(row, parentCode) : -1;
    if (parentCode && parent < 0) parent = anywhere(parentCode);
    parentOf[row] = parent === row ? -1 : parent;
  });
  const firstChild = new Int32Array(rows.length).fill(-1);
  const nextSibling = new Int32Array(rows.length).fill(-1);
  const roots: number[] = [];
  for (let row = rows.length - 1; row >= 0; row--) {
    const parent = parentOf[row]!;
    if (parent < 0) roots.push(row);
    else {
      nextSibling[row] = firstChild[parent]!;
      firstChild[parent] = row;
    }
  }
  return { firstChild, nextSibling, roots: roots.reverse() };
}
