import { fault, ok, type Parsed } from '../parsed/parsed.js';
import { asText } from '../text/as-text.js';
import { checksum } from './checksum.js';
import { bytesIn, bytesOfDigits, digitsOfBytes } from './digits.js';
import { bytesOfHex, entriesOf, entryBytes, type SealedEntry, type Sha256 } from './entries.js';
import { type PrintedDeclaration, sealedValues } from './sealed-fields.js';

/** Mẫu 01, first form of its seal. What is read differently in future begins differently. */
export const SEAL_PREFIX = '0101';

/** What a QR code of version 15 and level M holds: printed 31 mm wide, its modules are 0.4 mm. */
export const SEAL_DIGITS_MAX = 991;

const KEY_ID = 4;
const SIGNATURE = 64;
const CHECK = 4;
const VALUES_MAX = bytesIn(SEAL_DIGITS_MAX - SEAL_PREFIX.length) - KEY_ID - SIGNATURE - CHECK;

/** Who seals: the cryptography comes from outside, because the domain has none. */
export interface Sealer {
  /** Names the key: the first eight hex digits of its RFC 7638 thumbprint. */
  readonly keyId: string;
  readonly sha256: Sha256;
  /** ECDSA P-256 with SHA-256 over the message: 64 bytes, r and s. */
  readonly sign: (message: Uint8Array<ArrayBuffer>) => Uint8Array | PromiseLike<Uint8Array>;
}

/** A seal that was read. Nothing of it is to be believed before the signature over `message` was verified. */
export interface ReadSeal {
  readonly keyId: string;
  readonly reference: string;
  readonly entries: readonly SealedEntry[];
  /** What is signed. */
  readonly message: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** `seal.none`: no code of Mẫu 01. `seal.damaged`: one that lost or swapped characters on its way; the fact `typed` is 1 where a Vietnamese keyboard had a hand in it. */
export type SealFault = 'seal.none' | 'seal.damaged';

const ASCII_PREFIX = Array.from(SEAL_PREFIX, (digit) => digit.charCodeAt(0));

/**
 * Mã đối chiếu of Mẫu 01: the printed values of a declaration under a signature, as decimal digits for a QR code. Digits alone, because a scanner types them
 * and no Vietnamese typing program (Telex, VNI, VIQR) changes a digit that follows no letter.
 */
export async function makeSeal(printed: PrintedDeclaration, { keyId, sha256, sign }: Sealer): Promise<string> {
  const payload = [...bytesOfHex(keyId), ...(await entryBytes(sealedValues(printed), VALUES_MAX, sha256))];
  const message = [...ASCII_PREFIX, ...payload];
  const signature = [...(await sign(Uint8Array.from(message)))];
  return SEAL_PREFIX + digitsOfBytes([...payload, ...signature, ...checksum([...message, ...signature])]);
}

/** What the keys 1 to 0 of the Vietnamese keyboard of Windows type. */
const VIETNAMESE_KEYS = 'ăâêô\u0300\u0309\u0303\u0301\u0323đ';

/**
 * Reads a scanned text as a seal. Scanners' prefixes and line ends, wide digits, and digits typed on the Vietnamese keyboard of Windows are taken for what they
 * are. Never throws.
 */
export function readSeal(scan: string): Parsed<ReadSeal, SealFault> {
  const digits = scannedDigits(scan);
  if (digits === undefined) return fault('seal.none');
  const read = sealOf(digits.slice(SEAL_PREFIX.length));
  return read ? ok(read) : fault('seal.damaged', { typed: /(?!\s)\P{ASCII}/u.test(scan) ? 1 : 0 });
}

/** Whether a text is a seal, whole or damaged: cheap enough to be asked of everything that is typed. */
export const looksLikeSeal = (text: string): boolean => scannedDigits(text) !== undefined;

/** The shortest text taken for a code: shorter ones are numbers people type. */
const SHORTEST = 100;
/** Characters a scanner may be set to type before a code, besides its own `]Q1`. */
const BEFORE_MOST = 8;

function scannedDigits(scanned: string): string | undefined {
  const scan = asText(scanned);
  // Payloads of cards have these between their parts.
  if (scan.length < SHORTEST || /[|\\$]/.test(scan)) return undefined;
  const mended = Array.from(scan.replace(/^\s*\]Q[0-9]/, '').toLowerCase(), digitOf).join('');
  const start = mended.indexOf(SEAL_PREFIX);
  return start >= 0 && start <= BEFORE_MOST && mended.length - start >= SHORTEST ? mended.slice(start) : undefined;
}

/** The digit a character stands for; nothing of one that stands for none. */
function digitOf(character: string): string {
  if (character >= '0' && character <= '9') return character;
  if (character >= '０' && character <= '９') return String(character.charCodeAt(0) - 0xff10);
  const key = VIETNAMESE_KEYS.indexOf(character);
  return key < 0 ? '' : String((key + 1) % 10);
}

function sealOf(digits: string): ReadSeal | undefined {
  const bytes = bytesOfDigits(digits);
  if (!bytes || bytes.length < KEY_ID + SIGNATURE + CHECK) return undefined;
  const payload = bytes.slice(0, -SIGNATURE - CHECK);
  const signature = bytes.slice(-SIGNATURE - CHECK, -CHECK);
  const message = [...ASCII_PREFIX, ...payload];
  if (checksum([...message, ...signature]).join() !== bytes.slice(-CHECK).join()) return undefined;
  const entries = entriesOf(payload.slice(KEY_ID));
  const reference = entries?.[0]?.field === 'reference' ? entries[0].text : undefined;
  if (!entries || reference === undefined) return undefined;
  const keyId = payload
    .slice(0, KEY_ID)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return { keyId, reference, entries, message: Uint8Array.from(message), signature: Uint8Array.from(signature) };
}
