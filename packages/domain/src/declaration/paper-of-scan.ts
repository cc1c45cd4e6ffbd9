import { parseBhxhNumber } from '../numbers/bhxh-number.js';
import type { Scan } from '../scan/decode-scan.js';
import type { ScannedPaper } from './scanned.js';

/**
 * R19: a decoded scan as the paper `fillFromPaper` takes; nothing for a code of no known kind. Fields that could not be read are left out, and so is a card number that
 * ends in letters (before 2017): it tells no mã số BHXH. Of an ID card typed through a Vietnamese typing program the name is left out too: it looks like a name either way.
 */
export function paperOfScan(scan: Scan): ScannedPaper | undefined {
  if (scan.kind === 'bhyt-card') {
    const { holderName, birthDate, sex, number } = scan.card;
    return { paper: 'health-card', fullName: holderName || undefined, birthDate: birthDate || undefined, sex, cardNumber: withBhxhNumber(number) };
  }
  if (scan.kind === 'personal-id') {
    const { fullName, birthDate, sex, number, typedThrough } = scan;
    return { paper: 'personal-id', fullName: typedThrough ? undefined : fullName || undefined, birthDate, sex, personalId: number };
  }
  if (scan.kind === 'unknown') return undefined;
  return scan.number.length === 12 ? { paper: 'personal-id', personalId: scan.number } : { paper: 'health-card', cardNumber: withBhxhNumber(scan.number) };
}

function withBhxhNumber(number: string): string | undefined {
  return parseBhxhNumber(number).ok ? number : undefined;
}
