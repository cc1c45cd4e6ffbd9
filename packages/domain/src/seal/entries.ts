import { SEALED_DAYS, SEALED_FIELDS, type SealedField } from './sealed-fields.js';
import { bytesOfText, CODING, type Coding, textOfBytes, utf8Bytes } from './text-bytes.js';

/** SHA-256, from whatever library is at hand. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | PromiseLike<Uint8Array>;

/** One field of a seal as it was read: its value, or of a value too long for the code a digest. */
export interface SealedEntry {
  readonly field: SealedField;
  readonly text?: string;
  /** The first eight bytes of SHA-256 over `digestInput`, in hex. */
  readonly digest?: string;
}

interface Coded {
  readonly field: SealedField;
  readonly text: string;
  readonly coding: Coding;
  readonly bytes: readonly number[];
}

const DIGEST_BYTES = 8;
const LENGTH_MAX = 255;
const HEAD = 2;

/** What of a value too long for the code is hashed: with the reference, so that equal values of two declarations have unlike digests, and the field. */
export function digestInput(reference: string, field: SealedField, text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(utf8Bytes(`${reference}\0${field}\0${text}`));
}

/** The digest that stands for a value, in hex. */
export async function digestOf(reference: string, field: SealedField, text: string, sha256: Sha256): Promise<string> {
  return hexOf([...(await sha256(digestInput(reference, field, text)))].slice(0, DIGEST_BYTES));
}

/**
 * The values as bytes, in the order of the paper: for each field one byte of coding (two bits) and number (six), one of length, and the value.
 * When they are more than `most` bytes, the longest become digests of eight bytes until they fit.
 */
export async function entryBytes(values: ReadonlyMap<SealedField, string>, most: number, sha256: Sha256): Promise<readonly number[]> {
  let coded = [...values].map(([field, text]): Coded => ({ field, text, ...bytesOfText(dayDigits(field, text)) }));
  const size = () => coded.reduce((sum, { bytes }) => sum + HEAD + bytes.length, 0);
  const reference = values.get('reference') ?? '';
  while (size() > most || coded.some(({ bytes }) => bytes.length > LENGTH_MAX)) {
    const longest = coded.reduce((one, other) => (other.bytes.length > one.bytes.length ? other : one));
    if (longest.bytes.length <= DIGEST_BYTES) break;
    const digest = await digestOf(reference, longest.field, longest.text, sha256);
    coded = coded.map((each) => (each === longest ? { ...each, coding: CODING.digest, bytes: bytesOfHex(digest) } : each));
  }
  return coded.flatMap(({ field, coding, bytes }) => [(coding << 6) | (SEALED_FIELDS.indexOf(field) + 1), bytes.length, ...bytes]);
}

/** The entries of such bytes; nothing where they are none: every field once, in order, each with a value. */
export function entriesOf(bytes: readonly number[]): readonly SealedEntry[] | undefined {
  const entries: SealedEntry[] = [];
  let last = 0;
  for (let at = 0; at < bytes.length; ) {
    const head = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    const value = bytes.slice(at + HEAD, at + HEAD + length);
    const number = head & 63;
    const field = SEALED_FIELDS[number - 1];
    if (!field || number <= last || length === 0 || value.length < length) return undefined;
    const entry = entryOf(field, (head >> 6) as Coding, value);
    if (!entry) return undefined;
    entries.push(entry);
    last = number;
    at += HEAD + length;
  }
  return entries;
}

function entryOf(field: SealedField, coding: Coding, bytes: readonly number[]): SealedEntry | undefined {
  if (coding === CODING.digest) return bytes.length === DIGEST_BYTES ? { field, digest: hexOf(bytes) } : undefined;
  const text = textOfBytes(coding, bytes);
  return text === undefined ? undefined : { field, text: SEALED_DAYS.includes(field) ? text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') : text };
}

const dayDigits = (field: SealedField, text: string): string => (SEALED_DAYS.includes(field) ? text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3') : text);

const hexOf = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of an even number of hex digits. */
export const bytesOfHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
