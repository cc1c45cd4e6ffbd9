/** Shared by every copy of the kit on a page, unlike `instanceof` and unlike tag names, which a host may choose. */
const BRAND = Symbol.for('bhxh-kit.element');

/** What kinds of element this is, e.g. `['form-control']`. */
export type Branded = HTMLElement & { readonly [BRAND]: readonly string[] };

/** Marks a class (on its prototype) as an element of the kit. Brands add up along the class chain. */
export function brand(element: CustomElementConstructor, kind: string): void {
  const inherited = (element.prototype as Partial<Branded>)[BRAND] ?? [];
  Object.defineProperty(element.prototype, BRAND, { value: [...inherited, kind] });
}

/** Whether a node is an element of the kit, of the kind if one is named. */
export function isBranded(node: unknown, kind?: string): node is Branded {
  const brands = node instanceof Node ? (node as Partial<Branded>)[BRAND] : undefined;
  return brands !== undefined && (kind === undefined || brands.includes(kind));
}
