import type { Sex } from '../cards/health-card.js';
import { parseDate } from '../text/formats.js';
import { foldVietnamese } from '../text/fold.js';
import { normaliseText } from '../text/normalise.js';
import type { ScanFault, ScanWarning } from './bhyt-payload.js';

/** What the QR code of a chip ID card says: CCCD (7 tokens) or căn cước since 01/07/2024 (11 tokens); identifiers §3.3. */
export interface PersonalIdPayload {
  readonly kind: 'personal-id';
  readonly number: string;
  /** The 9-digit CMND it replaced. */
  readonly formerNumber: string | undefined;
  /** Empty where there is none. */
  readonly fullName: string;
  /** Partial ISO date: some papers have only a month or a year. */
  readonly birthDate: string | undefined;
  readonly sex: Sex | undefined;
  readonly address: string | undefined;
  readonly issuedOn: string | undefined;
  /** Tokens 7–10 of the newer card: their meaning is not published, so they are kept as they are. */
  readonly further: readonly string[];
  readonly warnings: readonly ScanWarning[];
  readonly tokens: readonly string[];
}

const SEXES: Readonly<Record<string, Sex>> = { nam: 'male', nu: 'female' };

/** Reads the tokens of an ID card. Never throws; what cannot be read leaves a warning. */
export function readPersonalIdPayload(tokens: readonly string[]): PersonalIdPayload {
  const warnings: ScanWarning[] = [];
  const text = (at: number): string | undefined => normaliseText(tokens[at] ?? '') || undefined;
  const needed = <Value>(at: number, code: ScanFault, value: Value | undefined): Value | undefined => {
    if (value === undefined) warnings.push({ code, token: at });
    return value;
  };
  const date = (at: number, partial: boolean): string | undefined => {
    const parsed = parseDate(tokens[at] ?? '', { partial });
    return parsed.ok ? parsed.value : undefined;
  };
  return {
    kind: 'personal-id',
    number: (tokens[0] ?? '').trim(),
    formerNumber: text(1),
    fullName: needed(2, 'scan.name', text(2)) ?? '',
    birthDate: needed(3, 'scan.birth-date', date(3, true)),
    sex: needed(4, 'scan.sex', SEXES[foldVietnamese(text(4) ?? '')]),
    address: text(5),
    issuedOn: needed(6, 'scan.issued-on', date(6, false)),
    further: tokens.slice(7),
    warnings,
    tokens,
  };
}
