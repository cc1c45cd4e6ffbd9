// An entry of its own: through the first one everybody who opens a form would download it, and few scan.
export { paperOfScan } from '../declaration/paper-of-scan.js';
export { type Differing, type Filled, fillFromPaper, type PaperHolder, type ScannedPaper, takeFromPaper } from '../declaration/scanned.js';
export type { BhytPayload, ScanFault, ScanWarning } from './bhyt-payload.js';
export { decodeScan, type NumberPayload, type Scan, type UnknownPayload } from './decode-scan.js';
export type { PersonalIdPayload } from './personal-id-payload.js';
