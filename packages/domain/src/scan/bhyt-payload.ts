import type { BenefitLevel, HealthCard } from '../cards/health-card.js';
import { parseBhxhNumber } from '../numbers/bhxh-number.js';
import { parseCardNumber } from '../numbers/card-number.js';
import { parseDate } from '../text/formats.js';
import { decodeHexText } from './hex-text.js';

/** A field of a payload that could not be read; the raw token is kept beside. */
export interface ScanWarning {
  readonly code: 'card-number' | 'name' | 'date' | 'sex' | 'living-area' | 'hex' | 'token-count';
  /** Position of the token, from 0. */
  readonly token: number;
}

/** What the QR code of a BHYT card says (identifiers §3.1, §3.2). */
export interface BhytPayload {
  readonly kind: 'bhyt-card';
  /** Version 1 (QĐ 1313/2014, 15 tokens), 2 (QĐ 1666/2020, 17 tokens), or the short form of 10 tokens. */
  readonly version: 1 | 2 | 'short';
  readonly card: HealthCard;
  /** Mã quản lý: 4 digits of the agency and a 10-digit number. */
  readonly managementNumber: string | undefined;
  readonly parentName: string | undefined;
  /** Chuỗi kiểm tra; its algorithm is not published, so it is kept and not verified. */
  readonly checkString: string | undefined;
  readonly warnings: readonly ScanWarning[];
  readonly tokens: readonly string[];
}

const AREAS: Readonly<Record<string, 'K1' | 'K2' | 'K3'>> = { '5': 'K1', '6': 'K2', '7': 'K3' };
const absent = (token: string | undefined): boolean => token === undefined || token.trim() === '' || token.trim() === '-';

/** Reads the tokens of a BHYT payload. Every field that can be read is; one that cannot leaves a warning. Never throws. */
export function readBhytPayload(tokens: readonly string[]): BhytPayload {
  const version = tokens.length === 17 ? 2 : tokens.length <= 10 ? 'short' : 1;
  const warnings: ScanWarning[] = [];
  const warn = (code: ScanWarning['code'], token: number): undefined => void warnings.push({ code, token });
  const date = (at: number, partial = false): string | undefined => {
    if (absent(tokens[at])) return undefined;
    const parsed = parseDate(tokens[at] ?? '', { partial });
    return parsed.ok ? parsed.value : warn('date', at);
  };
  const hex = (at: number): string | undefined => (absent(tokens[at]) ? undefined : (decodeHexText((tokens[at] ?? '').trim()) ?? warn('hex', at)));
  const number = cardNumber(tokens[0] ?? '') ?? warn('card-number', 0);
  const level = number?.benefitLevel ?? (version === 2 && /^[1-5]$/.test(tokens[14] ?? '') ? (tokens[14] as BenefitLevel) : undefined);
  if (![10, 15, 17].includes(tokens.length)) warn('token-count', tokens.length - 1);
  const card: Partial<Record<keyof HealthCard, string>> = {
    number: number?.text ?? (tokens[0] ?? '').trim(),
    holderName: hex(1) ?? (absent(tokens[1]) ? warn('name', 1) : undefined) ?? '',
    birthDate: date(2, true) ?? '',
    sex: sexOf(tokens[3]) ?? (absent(tokens[3]) ? undefined : warn('sex', 3)),
    address: hex(4),
    facilityCode: absent(tokens[5]) ? undefined : tokens[5]?.replace(/\s*-\s*/, ' - ').trim(),
    validFrom: date(6) ?? '',
    ...(version === 'short' ? {} : longFields(tokens, version, { date, hex })),
    objectCode: number?.objectCode,
    benefitLevel: level,
  };
  const longText = (at: number): string | undefined => (version === 'short' || absent(tokens[at]) ? undefined : tokens[at]?.trim());
  return {
    kind: 'bhyt-card',
    version,
    card: Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined)) as HealthCard,
    managementNumber: longText(9),
    parentName: version === 'short' ? undefined : hex(10),
    checkString: longText(13),
    warnings,
    tokens,
  };
}

interface Readers {
  readonly date: (at: number) => string | undefined;
  readonly hex: (at: number) => string | undefined;
}

function longFields(tokens: readonly string[], version: 1 | 2, { date, hex }: Readers) {
  return {
    validTo: date(7),
    issuedOn: date(8),
    livingArea: AREAS[(tokens[11] ?? '').trim()],
    fiveYearsFrom: date(12),
    issuedAt: version === 2 ? hex(15) : undefined,
  };
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

const sexOf = (token: string | undefined): 'male' | 'female' | undefined => ({ '1': 'male' as const, '2': 'female' as const })[(token ?? '').trim()];
