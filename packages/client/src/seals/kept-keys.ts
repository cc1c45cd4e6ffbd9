import type { SealKeySet } from '@bhxh-kit/contract';
import type { BhxhClient } from '../client/bhxh-client.js';

/** Where keys are kept; `localStorage` is one. */
export type KeyStore = Pick<Storage, 'getItem' | 'setItem'>;

const nameFor = (baseUrl: string): string => `bhxh-kit.seal-keys ${baseUrl}`;

/**
 * The published keys: asked anew and kept for the time without a network; without one, those kept before. Rejects with the client's error when neither can be had.
 * They are public: nothing of a person is in them.
 *
 * @param store where they are kept, `localStorage` unless given
 */
export async function sealKeys(client: BhxhClient, store: KeyStore | undefined = browserStore()): Promise<SealKeySet['keys']> {
  try {
    const { keys } = await client.seals.keys();
    keep(store, client.baseUrl, keys);
    return keys;
  } catch (failure) {
    const kept = keptKeys(client.baseUrl, store);
    if (kept.length === 0) throw failure;
    return kept;
  }
}

/** The keys of a gateway that were kept before; none where there are none. */
export function keptKeys(baseUrl: string, store: KeyStore | undefined = browserStore()): SealKeySet['keys'] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(nameFor(baseUrl)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKey) : [];
  } catch {
    return [];
  }
}

const isKey = (value: unknown): value is SealKeySet['keys'][number] =>
  typeof value === 'object' && value !== null && ['kty', 'crv', 'x', 'y', 'kid'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string');

function keep(store: KeyStore | undefined, baseUrl: string, keys: SealKeySet['keys']): void {
  try {
    store?.setItem(nameFor(baseUrl), JSON.stringify(keys));
  } catch {
    // A full or forbidden storage keeps nothing: then they are asked for again.
  }
}

/** A browser may forbid even the look at it. */
function browserStore(): KeyStore | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
