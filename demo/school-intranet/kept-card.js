import { hasKeptCard } from '@bhxh-kit/elements/kept-card.js';

/**
 * The card that somebody kept on this device, for a page that nobody is signed in to: alone, without the sections that need a session.
 * @returns {(client?: import('@bhxh-kit/client').BhxhClient) => Promise<boolean>} shows it where there is one, as this client sees it, and tells whether there is;
 *   without a client it leaves
 */
export function offerKeptCard(mine) {
  const viewer = mine.querySelector('bhxh-card-viewer');
  let wanted;
  return async (client) => {
    wanted = client;
    const kept = client !== undefined && (await hasKeptCard(client));
    // Somebody signed in meanwhile.
    if (client !== wanted) return false;
    mine.classList.toggle('alone', kept);
    mine.hidden = !kept;
    viewer.client = kept ? client : undefined;
    return kept;
  };
}
