import type { HealthCard } from '@bhxh-kit/domain';
// A single file, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { decodeScan } from '@bhxh-kit/domain/scan/decode-scan.js';
import { type SayScan, scanWords } from './scan-words.js';

/** What came out of a scan: the card, if it was one, and sentences about the reading. */
export interface ScanReading {
  readonly card?: HealthCard;
  readonly said: string;
  readonly warnings: readonly string[];
}

/** Reads a scanned text and says what it is, in words; `speak` gives a catalogue its voice. */
export function readScan(text: string, speak: (words: typeof scanWords) => SayScan): ScanReading {
  const t = speak(scanWords);
  const scan = decodeScan(text);
  const typed = scan.typedThrough ? [t('typed')] : [];
  if (scan.kind === 'bhyt-card') {
    // A damaged payload must not become a QR code that looks like the issuer's.
    const card = scan.typedThrough || scan.card.qrText ? scan.card : { ...scan.card, qrText: scan.raw };
    const doubt = scan.warnings.length > 0 ? [t('scannedDoubt')] : [];
    return { card, said: t('scannedCard', { count: Object.keys(scan.card).length }), warnings: [...typed, ...doubt] };
  }
  const said = { 'personal-id': t('scannedId'), number: t('scannedNumber'), unknown: t('scannedUnknown') }[scan.kind];
  return { said, warnings: typed };
}
