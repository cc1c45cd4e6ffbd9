import type { BenefitLevel, HealthCard, Sex } from '../cards/health-card.js';
import { parseBhxhNumber } from '../numbers/bhxh-number.js';
import { parseCardNumber } from '../numbers/card-number.js';
import { parseDate } from '../text/formats.js';
import { decodeHexText } from './hex-text.js';

/** What could not be read, by what it says; each has words in the catalogue. */
export type ScanFault =
  | 'scan.number'
  | 'scan.name'
  | 'scan.birth-date'
  | 'scan.sex'
  | 'scan.address'
  | 'scan.valid-from'
  | 'scan.valid-to'
  | 'scan.issued-on'
  | 'scan.parent-name'
  | 'scan.living-area'
  | 'scan.five-years'
  | 'scan.issued-at'
  | 'scan.token-count';

/** A field of a payload that could not be read; the raw token is kept beside. */
export interface ScanWarning {
  readonly code: ScanFault;
  /** Position of the token, from 0; of `scan.token-count`, the last one. */
  readonly token: number;
}

/** What the QR code of a BHYT card says (identifiers §3.1, §3.2). */
export interface BhytPayload {
  readonly kind: 'bhyt-card';
  /** Version 1 (QĐ 1313/2014, 15 tokens), 2 (QĐ 1666/2020, 17 tokens), or the short form of 10 tokens. */
  readonly version: 1 | 2 | 'short';
  /** What could be read. Holder's name, birth date and first day are empty where the payload has none that can be read: nothing is promised of such a card. */
  readonly card: HealthCard;
  /** Mã quản lý: 4 digits of the agency and a 10-digit number. */
  readonly managementNumber: string | undefined;
  readonly parentName: string | undefined;
  /** Chuỗi kiểm tra; its algorithm is not published, so it is kept and not verified. */
  readonly checkString: string | undefined;
  readonly warnings: readonly ScanWarning[];
  readonly tokens: readonly string[];
}

const AREAS: Readonly<Record<string, 'K1' | 'K2' | 'K3' | undefined>> = { '4': undefined, '5': 'K1', '6': 'K2', '7': 'K3' };
const SEXES: Readonly<Record<string, Sex>> = { '1': 'male', '2': 'female' };

/** Reads the tokens of a BHYT payload. Every field that can be read is; one that cannot leaves a warning. Never throws. */
export function readBhytPayload(tokens: readonly string[]): BhytPayload {
  const version = tokens.length === 17 ? 2 : tokens.length <= 10 ? 'short' : 1;
  const warnings: ScanWarning[] = [];
  const { given, needed } = readersOf(tokens, warnings);
  const number = needed(0, 'scan.number', cardNumber);
  const long = version === 'short' ? undefined : longFields(given);
  const card: Partial<HealthCard> = {
    number: number?.text ?? tokens[0]?.trim() ?? '',
    holderName: needed(1, 'scan.name', decodeHexText) ?? '',
    birthDate: needed(2, 'scan.birth-date', birthDate) ?? '',
    sex: given(3, 'scan.sex', (token) => SEXES[token]),
    address: given(4, 'scan.address', decodeHexText),
    facilityCode: textAt(tokens, 5)?.replace(/^(\d{2})\s*-\s*/, '$1 - '),
    validFrom: needed(6, 'scan.valid-from', day) ?? '',
    ...long?.card,
    issuedAt: version === 2 ? given(15, 'scan.issued-at', decodeHexText) : undefined,
    objectCode: number?.objectCode,
    benefitLevel: number?.benefitLevel ?? (version === 2 ? levelOf(textAt(tokens, 14)) : undefined),
  };
  if (![10, 15, 17].includes(tokens.length)) warnings.push({ code: 'scan.token-count', token: tokens.length - 1 });
  return {
    kind: 'bhyt-card',
    version,
    card: Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined)) as HealthCard,
    managementNumber: long && textAt(tokens, 9),
    parentName: long?.parentName,
    checkString: long && textAt(tokens, 13),
    warnings,
    tokens,
  };
}

type Read = <Value>(at: number, code: ScanFault, read: (token: string) => Value | undefined) => Value | undefined;

/** Readers of one payload: `given` warns of a token that cannot be read, `needed` also of one that is absent (empty or `-`). */
function readersOf(tokens: readonly string[], warnings: ScanWarning[]): { readonly given: Read; readonly needed: Read } {
  const needed: Read = (at, code, read) => {
    const value = read(textAt(tokens, at) ?? '');
    if (value === undefined) warnings.push({ code, token: at });
    return value;
  };
  return { needed, given: (at, code, read) => (textAt(tokens, at) === undefined ? undefined : needed(at, code, read)) };
}

/** What only the long forms say. */
function longFields(given: Read) {
  return {
    card: {
      validTo: given(7, 'scan.valid-to', day),
      issuedOn: given(8, 'scan.issued-on', day),
      livingArea: given(11, 'scan.living-area', (token) => (Object.hasOwn(AREAS, token) ? { area: AREAS[token] } : undefined))?.area,
      fiveYearsFrom: given(12, 'scan.five-years', day),
    },
    parentName: given(10, 'scan.parent-name', decodeHexText),
  };
}

function textAt(tokens: readonly string[], at: number): string | undefined {
  const token = tokens[at]?.trim();
  return token === '-' ? undefined : token || undefined;
}

function day(token: string): string | undefined {
  const parsed = parseDate(token);
  return parsed.ok ? parsed.value : undefined;
}

function birthDate(token: string): string | undefined {
  const parsed = parseDate(token, { partial: true });
  return parsed.ok ? parsed.value : undefined;
}

function levelOf(token: string | undefined): BenefitLevel | undefined {
  return token && /^[1-5]$/.test(token) ? (token as BenefitLevel) : undefined;
}

interface PayloadNumber {
  readonly text: string;
  readonly objectCode?: string;
  readonly benefitLevel?: BenefitLevel;
}

/** The whole card number of version 1, or the bare BHXH number of version 2. */
function cardNumber(token: string): PayloadNumber | undefined {
  const whole = parseCardNumber(token);
  if (whole.ok) return whole.value;
  const bare = parseBhxhNumber(token);
  return bare.ok ? { text: bare.value.digits } : undefined;
}
