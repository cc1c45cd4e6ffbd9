/** The tab to go to from the one at `index` of `count`, or nothing when the key is not one of a tab list (WAI-ARIA APG, tabs). */
export function tabAfter(key: string, index: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = { ArrowRight: (index + 1) % count, ArrowLeft: (index - 1 + count) % count, Home: 0, End: count - 1 };
  return moves[key];
}
