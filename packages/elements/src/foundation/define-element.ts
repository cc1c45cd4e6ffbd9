/**
 * Registers an element once. Another copy of the kit on the same page keeps the first registration: it warns once and never throws,
 * so that two vendors' widgets can live side by side.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const registered = customElements.get(tag);
  if (!registered) customElements.define(tag, element);
  else if (registered !== element && !warned.has(tag)) {
    warned.add(tag);
    console.warn(`bhxh-kit: <${tag}> is already registered by another copy of the kit; the first copy stays in use.`);
  }
}

const warned = new Set<string>();
