/** An input method takes Enter to end a word: that is no step on. Safari tells it by the old key code alone. */
export function ignoreComposedEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.isComposing || (event as { readonly keyCode?: number }).keyCode === 229)) event.preventDefault();
}
