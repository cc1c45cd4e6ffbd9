import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key is for. Each has its own, so that what one reveals says nothing about the others. */
export type Purpose =
  | 'photograph'
  | 'declaration'
  | 'answer'
  | 'message'
  | 'account'
  | 'contact'
  | 'person'
  | 'officer'
  | 'audit'
  | 'review'
  | 'code'
  | 'challenge'
  | 'identity'
  | 'vneid'
  | 'address'
  | 'fingerprint';

/** Thrown when something was sealed under another `BHXH_SECRET`, or was changed. Says nothing about what it held. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const NONCE = 12;
const TAG = 16;
const KEY_ID = 4;

/** The keys of one installation, all derived from `BHXH_SECRET` by HKDF-SHA-256. Sealed bytes: key id (4), nonce (12), tag (16), ciphertext (AES-256-GCM). */
export class Secrets {
  readonly #secret: Buffer;
  readonly #keys = new Map<Purpose, Buffer>();
  /** Names the secret without revealing it; stored with everything sealed under it. */
  readonly keyId: string;

  constructor(secret: string) {
    this.#secret = Buffer.from(secret, 'utf8');
    this.keyId = Buffer.from(hkdfSync('sha256', this.#secret, '', 'bhxh-kit key id', KEY_ID)).toString('hex');
  }

  /** Seals bytes for one place: `place` (a row's id) is bound in, so that sealed bytes moved to another row do not open. */
  seal(purpose: Purpose, place: string, bytes: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key(purpose), nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.from(this.keyId, 'hex'), nonce, cipher.getAuthTag(), body]);
  }

  open(purpose: Purpose, place: string, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    if (bytes.subarray(0, KEY_ID).toString('hex') !== this.keyId) throw new SealBroken('sealed under another secret');
    const nonce = bytes.subarray(KEY_ID, KEY_ID + NONCE);
    const tag = bytes.subarray(KEY_ID + NONCE, KEY_ID + NONCE + TAG);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key(purpose), nonce, { authTagLength: TAG }).setAAD(Buffer.from(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(KEY_ID + NONCE + TAG)), decipher.final()]);
    } catch {
      throw new SealBroken('the seal does not match');
    }
  }

  sealJson(purpose: Purpose, place: string, value: unknown): Buffer {
    return this.seal(purpose, place, Buffer.from(JSON.stringify(value)));
  }

  // Only what this gateway sealed itself opens, so its shape is known to the caller.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  openJson<Value>(purpose: Purpose, place: string, sealed: Uint8Array): Value {
    return JSON.parse(this.open(purpose, place, sealed).toString('utf8')) as Value;
  }

  /** A keyed fingerprint: finds and compares without keeping what it was made of. Hex. */
  mac(purpose: Purpose, ...parts: readonly string[]): string {
    return createHmac('sha256', this.#key(purpose)).update(parts.join('\0')).digest('hex');
  }

  /** Bytes for a key of another kind than those above, by what it is for. */
  derive(use: string, length: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#secret, '', `bhxh-kit ${use}`, length));
  }

  #key(purpose: Purpose): Buffer {
    const known = this.#keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.#secret, '', `bhxh-kit ${purpose}`, 32));
    this.#keys.set(purpose, key);
    return key;
  }
}

/** A new token: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. A token is random, so a plain hash cannot be guessed back. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares two hex digests without telling by time where they differ. */
export function sameDigest(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
