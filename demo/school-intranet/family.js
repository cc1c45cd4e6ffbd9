/** What is shown of whoever the profile is switched to: the person, or a child they are the guardian of. */
const OF_WHOEVER = 'bhxh-card-viewer, bhxh-history-table, bhxh-benefit-history, bhxh-visit-history, bhxh-access-log';

/**
 * Shows card, histories and looks of the child a guardian switches to, and hides the tiles, which are the person's own.
 * @returns {() => void} goes back to the person themselves
 */
export function followProfile(mine, tiles) {
  const show = (client, ofChild) => {
    for (const element of mine.querySelectorAll(OF_WHOEVER)) element.client = client;
    tiles.hidden = ofChild;
  };
  mine.querySelector('bhxh-profile').addEventListener('profile-change', ({ client, ofChild }) => show(ofChild ? client : undefined, ofChild));
  return () => show(undefined, false);
}
