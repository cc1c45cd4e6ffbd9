/** A value nobody can read without the key: AES-GCM with an IV of its own. What it belongs to is authenticated, not stored. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const AES = 'AES-GCM';
/** 96 random bits: so few values are sealed under one key that two never meet. */
const IV_BYTES = 12;

/** A key that can be used here and never be read, not even by this page. Rejects where the page is not encrypted: it has no `crypto.subtle`. */
export async function makeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: AES, length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, bytes: BufferSource, belongsTo: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, bytes: await crypto.subtle.encrypt({ name: AES, iv, additionalData: utf8(belongsTo) }, key, bytes) };
}

/** Rejects where the value was sealed under another key, belongs to something else, or was changed. */
export async function unseal(key: CryptoKey, { iv, bytes }: Sealed, belongsTo: string): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: AES, iv, additionalData: utf8(belongsTo) }, key, bytes);
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
