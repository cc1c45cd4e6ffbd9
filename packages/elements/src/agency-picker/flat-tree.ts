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
 * Lays rows out. The order of rows is kept among siblings; a row whose parent is unknown, or stands in a circle, comes at the top, so that nothing given is ever hidden.
 * Of several rows with the parent's code the nearest above is meant where rows are written down depth first, else the first. Linear in the number of rows.
 */
export function layOut(rows: readonly AgencyRow[]): FlatTree {
  return asWritten(rows) ?? byCodes(rows);
}

function blank(count: number): FlatTree {
  return { rowOf: new Int32Array(count), parent: new Int32Array(count), end: new Int32Array(count), level: new Uint8Array(count) };
}

const below = (level: number): number => Math.min(255, level + 1);

/** So many levels are looked through for a parent: few trees have more, and however deep one is, laying it out stays linear. */
const LEVELS = 8;

/** Of rows written down depth first, as most are: then each stands right below its parent or below a row under it, and no code has to be listed. */
function asWritten(rows: readonly AgencyRow[]): FlatTree | undefined {
  const { rowOf, parent, end, level } = blank(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const { parentCode } = rows[row]!;
    let above = parentCode ? row - 1 : -1;
    if (parentCode) {
      for (let levels = 0; above >= 0 && rows[above]!.code !== parentCode; levels++) above = levels < LEVELS ? parent[above]! : -1;
      if (above < 0) return undefined;
    }
    rowOf[row] = row;
    parent[row] = above;
    level[row] = above < 0 ? 1 : below(level[above]!);
  }
  for (let row = rows.length - 1; row >= 0; row--) {
    end[row] ||= row + 1;
    const above = parent[row]!;
    if (above >= 0) end[above] ||= end[row]!;
  }
  return { rowOf, parent, end, level };
}

function byCodes(rows: readonly AgencyRow[]): FlatTree {
  const count = rows.length;
  const { firstChild, nextSibling, roots } = linkChildren(rows);
  const tree = blank(count);
  const nodeOf = new Int32Array(count).fill(-1);
  let node = 0;

  const place = (row: number, parent: number) => {
    nodeOf[row] = node;
    tree.rowOf[node] = row;
    tree.parent[node] = parent;
    tree.level[node] = parent < 0 ? 1 : below(tree.level[parent]!);
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

function linkChildren(rows: readonly AgencyRow[]): { firstChild: Int32Array; nextSibling: Int32Array; roots: number[] } {
  const rowByCode = new Map<string, number>();
  // From the end, so that the first of several rows with one code stays.
  for (let row = rows.length - 1; row >= 0; row--) rowByCode.set(rows[row]!.code, row);
  const firstChild = new Int32Array(rows.length).fill(-1);
  const nextSibling = new Int32Array(rows.length).fill(-1);
  const roots: number[] = [];
  let parentCode: string | undefined;
  let parent: number | undefined;
  for (let row = rows.length - 1; row >= 0; row--) {
    const code = rows[row]!.parentCode;
    // Siblings mostly stand together: their parent is looked up once.
    if (code !== parentCode) parent = code ? rowByCode.get(code) : undefined;
    parentCode = code;
    if (parent === undefined || parent === row) roots.push(row);
    else {
      nextSibling[row] = firstChild[parent]!;
      firstChild[parent] = row;
    }
  }
  return { firstChild, nextSibling, roots: roots.reverse() };
}
