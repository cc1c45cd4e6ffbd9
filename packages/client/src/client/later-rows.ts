import type { Operation } from '@bhxh-kit/contract';
import type { laterOperations } from '@bhxh-kit/contract/later';
import { NetworkError } from '../errors/errors.js';

type Later = typeof laterOperations;

/** The names of what is fetched on first use; a test holds them to the contract. */
export const LATER: { readonly [Noun in keyof Later]: readonly (keyof Later[Noun])[] } = {
  photographs: ['begin', 'append', 'progress', 'discard'],
  units: ['list', 'search', 'path', 'successors'],
  agencies: ['list', 'children', 'path', 'search', 'byCommune'],
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
  passkeys: ['signInOptions', 'signIn', 'mine', 'sendCode', 'addOptions', 'add', 'remove'],
  passwords: ['age', 'requestChange', 'change', 'requestOverdueChange', 'changeOverdue', 'requestReset', 'reset'],
  devices: ['sendTakeOverCode', 'takeOver', 'list', 'signOutEverywhere'],
  corrections: ['open', 'requestCode'],
  children: ['list'],
  contacts: ['sendCodes', 'change'],
  accesses: ['mine'],
  benefits: ['list'],
  visits: ['list', 'read'],
  codes: ['send', 'confirm'],
  consents: ['texts', 'mine', 'give', 'withdraw'],
  identities: ['verify'],
  vneid: ['begin', 'finish'],
  challenges: ['make'],
  seals: ['keys'],
  notices: ['resend'],
};

/** The row of an operation that a page does not carry from the start. Rejects with `NetworkError` when it cannot be fetched. */
export async function laterRow(noun: string, verb: string): Promise<Operation> {
  const { laterOperations } = await later(`${noun}.${verb}`, () => import('@bhxh-kit/contract/later'));
  return (laterOperations as Readonly<Record<string, Readonly<Record<string, Operation>>>>)[noun]?.[verb] as Operation;
}

/** A part of the client fetched on first use. What cannot be fetched fails as any call without a network does, so that it is tried again in the same way. */
export function later<Part>(operation: string, fetching: () => Promise<Part>): Promise<Part> {
  return fetching().catch(() => {
    throw new NetworkError('a part of the client could not be fetched', { code: 'client.network', operation });
  });
}
