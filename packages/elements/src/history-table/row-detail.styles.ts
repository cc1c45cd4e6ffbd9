/** The opened row. Plain text, so that this part shares no code with the first one; it goes into a style sheet of its own when a row is first opened (`dress`). */
export const detailCss = `
  .detail td { background: var(--_surface-soft); }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    margin: var(--_space) 0;
  }
  dt { color: var(--_muted); font-size: 0.875em; }
  dd { margin: 0; font-weight: 600; }
  @container (max-width: 34em) {
    .detail { padding: calc(var(--_space) * 1.5); border-block-end: 1px solid var(--_line); background: var(--_surface-soft); }
    .detail td { display: block; inline-size: auto; }
  }
`;

const dressed = new WeakSet<Node>();

/** Gives the shadow root around an element a style sheet, once. */
export function dress(element: HTMLElement, css: string): void {
  const root = element.getRootNode() as ShadowRoot;
  if (dressed.has(root)) return;
  dressed.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
