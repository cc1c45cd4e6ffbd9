import type { BhxhClient } from '@bhxh-kit/client';
import { SealedStore } from '../sealed/sealed-store.js';

/** Of `card-viewer/kept-cards.ts`. */
const DATABASE = 'bhxh-kit-cards';

/**
 * Whether a copy of a card is kept on this device that `<bhxh-card-viewer offline-days>` with this client can show: for a page that shows the viewer to nobody in particular,
 * without a network or before signing in, only where there is something to see. Copies whose days are over are deleted on the way. Never rejects: where the browser keeps nothing
 * there is no copy.
 *
 * @example
 * viewer.hidden = !(await hasKeptCard(bhxh));
 */
export async function hasKeptCard({ baseUrl }: Pick<BhxhClient, 'baseUrl'>): Promise<boolean> {
  const store = new SealedStore(DATABASE, baseUrl);
  try {
    // Opening a database makes it. Firefox cannot be asked before version 126.
    const databases = await indexedDB.databases?.();
    if (databases?.every(({ name }) => name !== DATABASE)) return false;
    return (await store.list(Date.now())).length > 0;
  } catch {
    return false;
  } finally {
    store.close();
  }
}
