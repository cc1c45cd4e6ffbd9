import { createECDH, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { SealKey } from '@bhxh-kit/contract';
import { makeSeal } from '@bhxh-kit/domain/seal/seal.js';
import type { PrintedDeclaration } from '@bhxh-kit/domain/seal/sealed-fields.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';

/** The keys Mẫu 01 is sealed with. */
export interface SealKeys {
  /** Their public halves; the last one seals. */
  readonly published: readonly SealKey[];
  /** Mã đối chiếu of a declaration, as digits. */
  seal(printed: PrintedDeclaration): Promise<string>;
}

/** The order of the curve P-256 (FIPS 186-5, D.1.2.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** 64 bits more than the order has: what is left of the bias is nothing (FIPS 186-5, A.2.1). */
const SEED_BYTES = 48;
const COORDINATE = 32;

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly published: SealKey;
}

/** Derives the keys of `BHXH_SEAL_KEYS` from the secret: nothing is stored, and every instance has the same. */
export function openSealKeys(secrets: Secrets, { sealKeys }: Pick<Settings, 'sealKeys'>): SealKeys {
  const pairs = sealKeys.map((number) => keyPair(secrets, number));
  const { privateKey, published } = pairs.at(-1) as KeyPair;
  const sealer = {
    keyId: published.kid,
    sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(),
    sign: (message: Uint8Array) => sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
  return { published: pairs.map((pair) => pair.published), seal: (printed) => makeSeal(printed, sealer) };
}

function keyPair(secrets: Secrets, number: number): KeyPair {
  const seed = BigInt(`0x${secrets.derive(`seal key ${number}`, SEED_BYTES).toString('hex')}`);
  const scalar = Buffer.from(((seed % (ORDER - 1n)) + 1n).toString(16).padStart(2 * COORDINATE, '0'), 'hex');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 1 + COORDINATE), point.subarray(1 + COORDINATE)].map((half) => half.toString('base64url')) as [string, string];
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return {
    privateKey: createPrivateKey({ format: 'jwk', key: { ...jwk, d: scalar.toString('base64url') } }),
    published: { ...jwk, kid: thumbprint(jwk), alg: 'ES256', use: 'sig' },
  };
}

/** RFC 7638, its first four bytes: enough to tell the keys of one installation apart. */
function thumbprint({ crv, kty, x, y }: Pick<SealKey, 'crv' | 'kty' | 'x' | 'y'>): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('hex').slice(0, 8);
}
