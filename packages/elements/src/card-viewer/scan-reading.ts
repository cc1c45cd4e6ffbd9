import type { HealthCard } from '@bhxh-kit/domain';
// A single file, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { decodeScan } from '@bhxh-kit/domain/scan/decode-scan.js';
import { type SayScan, scanWords } from './scan-words.js';

/** What came out of a scan: the card, if it was one, and what is said about the reading, built of nodes: this part shares no code with the first one. */
export interface ScanReading {
  readonly card?: HealthCard;
  readonly note: HTMLElement;
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
    return { card, note: noteOf('', t('scannedCard', { count: Object.keys(scan.card).length }), [...typed, ...doubt]) };
  }
  const said = { 'personal-id': t('scannedId'), number: t('scannedNumber'), unknown: t('scannedUnknown') }[scan.kind];
  return { note: noteOf('notice failed', said, typed) };
}

function noteOf(kind: string, said: string, warnings: readonly string[]): HTMLElement {
  const sentence = (className: string, textContent: string) => Object.assign(document.createElement('p'), { className, textContent });
  const note = Object.assign(document.createElement('div'), { className: 'wide' });
  note.setAttribute('role', 'status');
  note.append(sentence(kind, said), ...warnings.map((warning) => sentence('notice', warning)));
  return note;
}
