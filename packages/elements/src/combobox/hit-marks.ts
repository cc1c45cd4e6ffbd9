import { findFolded } from '@bhxh-kit/domain/text/fold.js';

/** The name of the highlight on the page. One list is open at a time, so the elements of a page share it. */
const NAME = 'bhxh-hit';

/**
 * Marks what a search found in the rows on screen, by ranges that the browser paints (`::highlight(bhxh-hit)`): no elements, no layout, and a screen reader
 * hears each name whole. Chrome 105, Safari 17.2, Firefox 140; older browsers show the same rows without marks.
 * @param rows elements whose last node is the text of a name; none lifts the marks
 */
export function markHits(rows: Iterable<Element>, query: string): void {
  const { highlights } = CSS as { highlights?: HighlightRegistry };
  if (!highlights) return;
  // Another set of marks, even an empty one, has the browser style every row again.
  if (!query) return void highlights.delete(NAME);
  const marks = new Highlight();
  for (const { lastChild: name } of rows) {
    const [hit] = findFolded(name?.textContent ?? '', query);
    if (hit && name) marks.add(new StaticRange({ startContainer: name, startOffset: hit.from, endContainer: name, endOffset: hit.to }));
  }
  highlights.set(NAME, marks);
}
