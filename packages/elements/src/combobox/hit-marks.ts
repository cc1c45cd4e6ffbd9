import { findFolded } from '@bhxh-kit/domain';

/** The name of the highlight on the page; several elements, and two copies of the kit, share it. */
const NAME = 'bhxh-hit';

/**
 * Marks what a search found in the rows on screen, by ranges that the browser paints (`::highlight(bhxh-hit)`): no elements, no layout, and a screen reader
 * hears each name whole. Chrome 105, Safari 17.2, Firefox 140; older browsers show the same rows without marks.
 */
export class HitMarks {
  readonly #ranges: AbstractRange[] = [];

  /** @param rows elements whose last node is the text of a name */
  show(rows: Iterable<Element>, query: string): void {
    this.clear();
    const painted = query && highlight();
    if (!painted) return;
    for (const { lastChild: name } of rows) {
      const [hit] = findFolded(name?.textContent ?? '', query);
      if (!hit || !name) continue;
      const range = new StaticRange({ startContainer: name, startOffset: hit.from, endContainer: name, endOffset: hit.to });
      painted.add(range);
      this.#ranges.push(range);
    }
  }

  clear(): void {
    for (const range of this.#ranges.splice(0)) highlight()?.delete(range);
  }
}

function highlight(): Highlight | undefined {
  const marks = (CSS as { highlights?: HighlightRegistry }).highlights;
  if (marks && !marks.has(NAME)) marks.set(NAME, new Highlight());
  return marks?.get(NAME);
}
