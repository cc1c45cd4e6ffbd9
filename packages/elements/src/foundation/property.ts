import type { LitElement, PropertyDeclaration } from 'lit';

type Decorator = (prototype: LitElement, name: string) => void;

/** Makes a field an observed property. Lit's own decorator of the same name also serves the standard decorators, which TypeScript does not write here. */
export function property(options?: PropertyDeclaration): Decorator {
  return (prototype, name) => (prototype.constructor as typeof LitElement).createProperty(name, options);
}

/** Makes a field an observed one of the element's own: no attribute, not for hosts. */
export function state(): Decorator {
  return property({ state: true, attribute: false });
}
