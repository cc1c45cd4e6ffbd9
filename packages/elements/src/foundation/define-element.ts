/**
 * Registers an element once. Another copy of the kit on the same page keeps the first registration: it warns once and never throws,
 * so that two vendors' widgets can live side by side.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const registered = customElements.get(tag);
  if (!registered) return customElements.define(tag, element);
  if (registered === element || refused.has(tag)) return;
  if (refused.add(tag).size === 1) setTimeout(warn);
}

const refused = new Set<string>();

/** One sentence for all tags of a copy. */
function warn(): void {
  console.warn(`bhxh-kit: ${[...refused].map((tag) => `<${tag}>`).join(', ')} already registered by another copy of the kit; the first copy stays in use.`);
}
