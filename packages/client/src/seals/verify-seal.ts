import type { ReviewCase, SealKey, SealKeySet } from '@bhxh-kit/contract';
import { type SealDifference, sealDifferences } from '@bhxh-kit/domain/seal/differences.js';
import type { SealedEntry, Sha256 } from '@bhxh-kit/domain/seal/entries.js';
import { type ReadSeal, readSeal } from '@bhxh-kit/domain/seal/seal.js';
import type { PrintedDeclaration } from '@bhxh-kit/domain/seal/sealed-fields.js';

/** What a scan of the code on Mẫu 01 tells. Only of a genuine one is anything said that it holds. */
export type SealVerdict =
  /** No code of Mẫu 01. */
  | { readonly kind: 'none' }
  /** One that lost or swapped characters on its way: to be scanned again. `typed`: a Vietnamese keyboard had a hand in it. */
  | { readonly kind: 'damaged'; readonly typed: boolean }
  /** Signed with a key that is not among those given: newer than they are, withdrawn, or of another installation. */
  | { readonly kind: 'unknown-key'; readonly keyId: string }
  /** Whole, and not signed by the key it names: made by somebody else. */
  | { readonly kind: 'forged' }
  /** The page has no cryptography: it is not served with https. */
  | { readonly kind: 'unchecked' }
  | {
      readonly kind: 'genuine';
      readonly reference: string;
      /** What was sealed, in the order of the paper. */
      readonly entries: readonly SealedEntry[];
      /** Where paper and record differ, none when they agree; absent without a record to compare with. */
      readonly differences?: readonly SealDifference[];
    };

/** What a scan is held against. */
export interface SealContext {
  /** The published keys, of `seals.keys` or kept from before. */
  readonly keys: SealKeySet['keys'];
  /** The record of the same declaration; see `printedOf`. */
  readonly printed?: PrintedDeclaration | undefined;
}

/** ECDSA over P-256 is in the browsers of every front desk, Chrome 109 included. */
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNED = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * Tells whether the code scanned from a Mẫu 01 is genuine, and in which fields the paper and a record differ. Works without a network. Never rejects.
 *
 * @example
 * const { keys } = await bhxh.seals.keys();
 * const verdict = await verifySeal(scanned, { keys, printed: printedOf(reviewCase) });
 */
export async function verifySeal(scan: string, { keys, printed }: SealContext): Promise<SealVerdict> {
  const read = readSeal(scan);
  if (!read.ok) return read.code === 'seal.none' ? { kind: 'none' } : { kind: 'damaged', typed: read.facts['typed'] === 1 };
  const { keyId, reference, entries } = read.value;
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return { kind: 'unchecked' };
  const key = keys.find(({ kid }) => kid === keyId);
  if (!key) return { kind: 'unknown-key', keyId };
  if (!(await isSigned(subtle, key, read.value))) return { kind: 'forged' };
  const sha256: Sha256 = async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes));
  return { kind: 'genuine', reference, entries, ...(printed && { differences: await sealDifferences(entries, printed, sha256) }) };
}

async function isSigned(subtle: SubtleCrypto, { kty, crv, x, y }: SealKey, { message, signature }: ReadSeal): Promise<boolean> {
  try {
    const key = await subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, ['verify']);
    return await subtle.verify(SIGNED, key, signature, message);
  } catch {
    // A key that is no point of the curve has signed nothing.
    return false;
  }
}

/** A review case as it would be printed now, to hold a seal against; nothing when its data were deleted. */
export function printedOf({
  declared,
  purpose,
  subject,
  rulePack,
  reference,
  agencyName,
  receivedAt,
  addressText = '',
}: ReviewCase): PrintedDeclaration | undefined {
  return declared && { ...declared, purpose: purpose ?? '', subject: subject ?? '', rulePack, reference, agencyName, receivedAt, addressText };
}
