/**
 * Focuses what a person goes on from, and takes the caret of the document along to a heading or a box: Firefox leaves it where the text field was and tells
 * of it there (153 ESR), and Orca follows it: the keys then go to a field that was left, or the first line after a heading is never heard.
 * What somebody selected stays.
 */
export function moveFocus(target: HTMLElement | null): void {
  const left = document.activeElement?.shadowRoot;
  target?.focus();
  const follow = () => {
    if (target?.matches('[tabindex]:focus') && getSelection()?.isCollapsed) getSelection()?.collapse(target);
  };
  // A field that is still there is told of at once; where it is gone with its step, a caret that came before the focus is told of (60 ms) would silence the heading.
  if (left) follow();
  else setTimeout(follow, 60);
}
