import type { BhxhClient } from '@bhxh-kit/client';

type Answer = Parameters<BhxhClient['consents']['give']>[0];

/** The choice that waits, by client: a second one takes the place of the first. */
const waiting = new WeakMap<BhxhClient, () => void>();

/**
 * Records a choice made before sign-in with the first session of this client, also when the element is gone by then. It is kept in the memory of the page alone: whoever leaves
 * is asked again, and so is whoever's record did not come about.
 */
export function giveAtSignIn(client: BhxhClient, answer: Answer): void {
  waiting.get(client)?.();
  const stop = client.onSessionChange((signedIn) => {
    if (!signedIn) return;
    stop();
    waiting.delete(client);
    client.consents.give(answer).then(undefined, () => undefined);
  });
  waiting.set(client, stop);
}
