import { createContext } from '@lit/context';
import type { BhxhClient } from '@bhxh-kit/client';
import type { Catalogue } from './words.js';

/** What `<bhxh-provider>` gives to the elements inside it. A new object is given whenever something in it changes. */
export interface KitSettings {
  readonly client?: BhxhClient | undefined;
  /** `vi` or `en`; an element's own or a closer `lang` wins. */
  readonly locale?: string | undefined;
  /** The host's wording by full key. */
  readonly messages?: Catalogue | undefined;
}

/** Keyed by a registered symbol, so that a provider of one copy of the kit serves elements of another. */
export const kitContext = createContext<KitSettings>(Symbol.for('bhxh-kit.settings'));
