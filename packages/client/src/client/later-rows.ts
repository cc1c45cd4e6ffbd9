import type { Operation } from '@bhxh-kit/contract';
import type { laterOperations } from '@bhxh-kit/contract/later';
import { NetworkError } from '../errors/errors.js';

type Later = typeof laterOperations;

/** The names of what is fetched on first use; a test holds them to the contract. */
export const LATER: { readonly [Noun in keyof Later]: readonly (keyof Later[Noun])[] } = {
  officers: ['signIn', 'changePassword', 'me', 'passkeyOptions', 'signInByPasskey', 'passkeys', 'addPasskeyOptions', 'addPasskey', 'removePasskey'],
  reviews: [
    'list',
    'read',
    'photograph',
    'receivePaper',
    'approve',
    'reject',
    'undo',
    'approveList',
    'waitingLists',
    'readList',
    'confirmList',
    'declineList',
    'undoList',
  ],
  accounts: ['activate', 'requestActivation'],
  corrections: ['open', 'requestCode'],
  codes: ['send', 'confirm'],
  challenges: ['make'],
  notices: ['resend'],
};

/** The row of an operation that a page does not carry from the start. Rejects with `NetworkError` when it cannot be fetched. */
export async function laterRow(noun: string, verb: string): Promise<Operation> {
  const { laterOperations } = await import('@bhxh-kit/contract/later').catch(() => {
    throw new NetworkError('a part of the client could not be fetched', { code: 'client.network', operation: `${noun}.${verb}` });
  });
  return (laterOperations as Readonly<Record<string, Readonly<Record<string, Operation>>>>)[noun]?.[verb] as Operation;
}
