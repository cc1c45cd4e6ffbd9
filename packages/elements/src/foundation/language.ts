import { onRewording, speaks } from './words.js';

/** The language in force at an element: the closest `lang` around it, through shadow roots; Vietnamese where the kit does not speak it or none is said. */
export function languageAt(element: Element, fallback?: string): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    // A provider's locale speaks for the page as a whole, not for a `lang` closer to the element.
    if (fallback && node === document.documentElement) break;
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return supported(lang);
  }
  return supported(fallback ?? 'vi');
}

function supported(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return speaks(language) ? language : 'vi';
}

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;
let stopRewording: (() => void) | undefined;

/** Calls back when a `lang` in the document or the registered words change. One observer serves the whole page and ends with the last watcher. */
export function watchLanguage(changed: () => void): () => void {
  watchers.add(changed);
  if (!observer) {
    const tell = () => watchers.forEach((watcher) => watcher());
    observer = new MutationObserver(tell);
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    stopRewording = onRewording(tell);
  }
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    observer?.disconnect();
    stopRewording?.();
    observer = stopRewording = undefined;
  };
}
