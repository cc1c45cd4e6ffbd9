/** What sticks out of the page to the right, and text that is cut off in its box, through open shadow roots. */
export function outOfView(): string[] {
  const found: string[] = [];
  const told = (element: Element, what: string) => {
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    found.push(`${what}: <${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text}`);
  };
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(`the page scrolls: ${document.documentElement.scrollWidth} of ${wide}`);
  const hidden = (element: Element) => element.closest('.visually-hidden, [aria-live], [hidden], svg') !== null || !element.checkVisibility();
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (hidden(element)) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      if (box.right > wide + 1 || box.left < -1) told(element, `sticks out ${Math.round(box.left)}–${Math.round(box.right)}`);
      const { overflowX, textOverflow } = getComputedStyle(element);
      const cut = overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis' || /^(button|input|select)$/.test(element.localName);
      // Four pixels over: a word for screen readers at the end of a button.
      if (cut && element.localName !== 'input' && element.scrollWidth > element.clientWidth + 4)
        told(element, `cut off ${element.clientWidth} of ${element.scrollWidth}`);
    }
  };
  visit(document);
  return found;
}

/** Controls a finger has to hit: WCAG 2.2 asks 24 px, the kit promises 44. Links in running text are excepted there. */
export function tooSmall(): string[] {
  const found: string[] = [];
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (!element.matches('button, select, input:not([type=radio], [type=checkbox], [type=file], [type=range])') || !element.checkVisibility()) continue;
      const { height } = element.getBoundingClientRect();
      if (height > 1 && height < 43.5) found.push(`${Math.round(height)} px: <${element.localName}> ${(element.textContent ?? '').trim().slice(0, 30)}`);
    }
  };
  visit(document);
  return found;
}
