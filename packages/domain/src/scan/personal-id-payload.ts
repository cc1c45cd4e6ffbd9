import type { Sex } from '../cards/health-card.js';
import { parseDate } from '../text/formats.js';
import { foldVietnamese } from '../text/fold.js';
import type { ScanWarning } from './bhyt-payload.js';

/** What the QR code of a chip ID card says: CCCD (7 tokens) or căn cước since 01/07/2024 (11 tokens); identifiers §3.3. */
export interface PersonalIdPayload {
  readonly kind: 'personal-id';
  readonly number: string;
  /** The 9-digit CMND it replaced. */
  readonly formerNumber: string | undefined;
  readonly fullName: string;
  readonly birthDate: string | undefined;
  readonly sex: Sex | undefined;
  readonly address: string | undefined;
  readonly issuedOn: string | undefined;
  /** Tokens 7–10 of the newer card: their meaning is not published, so they are kept as they are. */
  readonly further: readonly string[];
  readonly warnings: readonly ScanWarning[];
  readonly tokens: readonly string[];
}

/** Reads the tokens of an ID card. Never throws; what cannot be read leaves a warning. */
export function readPersonalIdPayload(tokens: readonly string[]): PersonalIdPayload {
  const warnings: ScanWarning[] = [];
  const date = (at: number): string | undefined => {
    const parsed = parseDate(tokens[at] ?? '');
    if (!parsed.ok) warnings.push({ code: 'date', token: at });
    return parsed.ok ? parsed.value : undefined;
  };
  const text = (at: number): string | undefined => tokens[at]?.trim() || undefined;
  const sex = ({ nam: 'male', nu: 'female' } as const)[foldVietnamese(text(4) ?? '')];
  if (!sex) warnings.push({ code: 'sex', token: 4 });
  if (!text(2)) warnings.push({ code: 'name', token: 2 });
  return {
    kind: 'personal-id',
    number: (tokens[0] ?? '').trim(),
    formerNumber: text(1),
    fullName: text(2) ?? '',
    birthDate: date(3),
    sex,
    address: text(5),
    issuedOn: date(6),
    further: tokens.slice(7),
    warnings,
    tokens,
  };
}
