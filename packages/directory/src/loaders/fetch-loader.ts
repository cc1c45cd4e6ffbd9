import type { LoadChunk } from '../chunks/chunk-store.js';

/**
 * Loads chunks over HTTP from where the host serves the files of `@bhxh-kit/directory/data/`, e.g. `fetchLoader('/assets/directory/')`.
 * The browser's own cache and the host's ETag do the rest.
 */
export function fetchLoader(baseUrl: string | URL, { fetch = globalThis.fetch }: { fetch?: typeof globalThis.fetch } = {}): LoadChunk {
  const base = String(baseUrl).replace(/\/?$/, '/');
  return async (name) => {
    const response = await fetch(`${base}${name}.json`, { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return (await response.json()) as unknown;
  };
}
