import type { KeyObject } from 'node:crypto';
import { compactDecrypt } from 'jose';

/** Characters of an encrypted answer: of a person's facts there are a few hundred. */
const LONGEST = 64 * 1024;

/**
 * Opens a body that VNeID encrypted for this installation: a compact JWE (RFC 7516), RSA-OAEP-256 and A256GCM, and no other, so that nobody talks us into a weaker one.
 * Rejects where it is anything else.
 */
export async function openAnswer(body: string, key: KeyObject): Promise<unknown> {
  if (body.length > LONGEST) throw new TypeError('the answer is too long');
  const { plaintext } = await compactDecrypt(body.trim(), key, {
    keyManagementAlgorithms: ['RSA-OAEP-256'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
}
