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
  /** URL ending in `/` under which the kit's own files are served: `directory/` with the chunks of places, `documents/` with fonts and forms. */
  readonly assetsBase?: string | undefined;
}

/** Keyed by a registered symbol, so that a provider of one copy of the kit serves elements of another. */
export const kitContext = createContext<KitSettings>(Symbol.for('bhxh-kit.settings'));

/** A `context-request` of the Context Community Protocol; `@lit/context` has the same event, with a consumer five times the size. */
class SettingsRequest extends Event {
  readonly context = kitContext;
  readonly subscribe = true;

  constructor(
    readonly contextTarget: Element,
    readonly callback: (settings: KitSettings, unsubscribe?: () => void) => void,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}

/**
 * Tells the settings of the closest provider around an element, now and whenever they change; answers the function that stops it.
 * The provider may be registered after the elements inside it, for bundles register in any order: its `context-provider` event is then answered by asking again.
 */
export function watchSettings(element: Element, changed: (settings: KitSettings) => void): () => void {
  let stop: (() => void) | undefined;
  const ask = (): void => {
    element.dispatchEvent(
      new SettingsRequest(element, (settings, unsubscribe) => {
        // A provider that came in between answers in place of the one before.
        if (stop !== unsubscribe) stop?.();
        stop = unsubscribe;
        changed(settings);
      }),
    );
  };
  const onProvider = (event: Event): void => {
    if (!stop && (event as Partial<SettingsRequest>).context === kitContext) ask();
  };
  document.addEventListener('context-provider', onProvider);
  ask();
  return () => {
    document.removeEventListener('context-provider', onProvider);
    stop?.();
  };
}
