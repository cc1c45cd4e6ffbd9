import { createDirectory, fetchLoader } from '@bhxh-kit/directory';
import type { UnitSource } from './unit-source.js';

const sources = new Map<string, UnitSource>();

/** Reads units from the chunks below a URL that ends in `/`. Stands alone, so that pages with the script tag load it later too. */
export function unitChunks(assetsBase: string, today: () => string): UnitSource {
  const known = sources.get(assetsBase);
  if (known) return known;
  const chunks = createDirectory({ load: fetchLoader(`${assetsBase}directory/`), today });
  const source: UnitSource = {
    provinces: (scheme) => chunks.provinces(scheme),
    children: (scheme, parentCode) => chunks.children(scheme, parentCode),
    path: (scheme, code) => chunks.path(scheme, code),
    successors: async (code) => (await chunks.resolveOld(code))?.units ?? [],
  };
  sources.set(assetsBase, source);
  return source;
}
