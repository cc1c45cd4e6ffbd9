/** 132 random bits as 22 characters of base64url: the key of one logical write. `crypto.randomUUID` is missing on pages without https. */
export function randomKey(): string {
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from(crypto.getRandomValues(new Uint8Array(22)), (byte) => ALPHABET[byte & 63]).join('');
}
