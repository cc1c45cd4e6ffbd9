import { type BhytPayload, readBhytPayload } from './bhyt-payload.js';
import { cleanPayload, mendTyped } from './clean.js';
import { type PersonalIdPayload, readPersonalIdPayload } from './personal-id-payload.js';
import { parseBhxhNumber } from '../numbers/bhxh-number.js';
import { parseCardNumber } from '../numbers/card-number.js';
import { asText } from '../text/as-text.js';

/** A bare number, as the VssID app shows it: the 15 characters of a card or a BHXH number. */
export interface NumberPayload {
  readonly kind: 'number';
  readonly number: string;
  readonly tokens: readonly string[];
}

/** A payload of no known kind; the raw text is kept. */
export interface UnknownPayload {
  readonly kind: 'unknown';
  readonly tokens: readonly string[];
}

/** What a scanned text is. `raw` is the text as it came; `typedThrough` means that a Vietnamese typing program changed it and must be turned off. */
export type Scan = (BhytPayload | PersonalIdPayload | NumberPayload | UnknownPayload) & { readonly raw: string; readonly typedThrough: boolean };

/**
 * Tells a scanned QR code apart and reads it (identifiers §3): BHYT card of either version, chip ID card, a bare number, or unknown.
 * Takes any string and never throws, `raw` of what is no string being empty; works without a network.
 */
export function decodeScan(scanned: string): Scan {
  const raw = asText(scanned);
  const { tokens, typedThrough } = cleanPayload(raw);
  const around = { raw, typedThrough };
  if (isBhyt(tokens, typedThrough)) return { ...readBhytPayload(tokens), ...around };
  if ((tokens.length === 7 || tokens.length === 11) && /^\d{12}$/.test(tokens[0]?.trim() ?? '')) return { ...readPersonalIdPayload(tokens), ...around };
  const single = tokens.length === 1 ? (tokens[0] ?? '') : '';
  const number = bareNumber(single) ?? bareNumber(mendTyped(single));
  if (number === undefined) return { kind: 'unknown', tokens, ...around };
  return { kind: 'number', number, tokens, raw, typedThrough: mendTyped(single) !== single };
}

/** Ends in `$`, or has 14 tokens and more with hex where the name is (identifiers §3.4); of hex typed through, the letters may have marks. */
function isBhyt(tokens: readonly string[], typedThrough: boolean): boolean {
  if (tokens.length < 8) return false;
  const name = (tokens[1] ?? '').trim();
  return tokens.at(-1)?.trim() === '$' || (tokens.length >= 14 && (typedThrough ? /^[0-9a-f\u0080-\uffff]+$/i : /^([0-9a-f]{2})+$/i).test(name));
}

function bareNumber(text: string): string | undefined {
  const card = parseCardNumber(text);
  if (card.ok) return card.value.text;
  const number = parseBhxhNumber(text);
  return number.ok ? number.value.digits : undefined;
}
