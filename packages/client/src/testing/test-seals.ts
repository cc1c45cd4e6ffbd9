import type { SealKeySet } from '@bhxh-kit/contract';
import { makeSeal } from '@bhxh-kit/domain/seal/seal.js';
import type { PrintedDeclaration } from '@bhxh-kit/domain/seal/sealed-fields.js';

interface SealPair {
  readonly privateKey: CryptoKey;
  readonly published: SealKeySet['keys'][number];
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
let made: Promise<SealPair> | undefined;

/** A key pair of this process, made on first use: what a test seals is worth nothing anywhere else. */
const pair = (): Promise<SealPair> => (made ??= newPair());

async function newPair(): Promise<SealPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { privateKey, published: { kty: 'EC', crv: 'P-256', x, y, kid: 'c0dec0de', alg: 'ES256', use: 'sig' } };
}

/** The keys every test gateway publishes. */
export async function testSealKeys(): Promise<SealKeySet['keys']> {
  return [(await pair()).published];
}

/** Mã đối chiếu of a declaration under that key, as a scanner types it: `testSeal(printedOf(reviewCase))`. */
export async function testSeal(printed: PrintedDeclaration): Promise<string> {
  const { privateKey, published } = await pair();
  return makeSeal(printed, {
    keyId: published.kid,
    sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign({ ...CURVE, hash: 'SHA-256' }, privateKey, message)),
  });
}
