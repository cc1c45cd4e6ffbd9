import { compactNumber } from '../numbers/compact.js';
import { type Parsed, fault, ok } from '../parsed/parsed.js';

/** Số tờ khai: serial within year and province, `00055.GD_2021_084` (identifiers §7). */
export interface Reference {
  readonly serial: number;
  readonly year: number;
  /** The provincial office: `0` + two-digit province code. */
  readonly province: string;
}

export type ReferenceFault = 'reference.empty' | 'reference.shape';

/** Writes a reference; a serial past 99999 simply takes more digits. */
export function formatReference({ serial, year, province }: Reference): string {
  return `${String(serial).padStart(5, '0')}.GD_${year}_${province}`;
}

/** `00055.GD_2021_084` without dots and dashes; behind it what a browser adds to the name of a file it saves: `(1)`, `.pdf`. */
const REFERENCE = /^(\d{5,9})GD_?(\d{4})_?(\d{3})(?:\(\d{1,3}\))?(?:PDF)?$/;

/** Reads a reference as people type it: any case, spaces, dashes, or the name of the file they were given (R11). Serials begin at 1. */
export function parseReference(text: string): Parsed<Reference, ReferenceFault> {
  const compact = compactNumber(text);
  if (compact === '') return fault('reference.empty');
  const [, serial, year, province] = REFERENCE.exec(compact) ?? [];
  if (serial === undefined || year === undefined || province === undefined || Number(serial) === 0) return fault('reference.shape');
  return ok({ serial: Number(serial), year: Number(year), province });
}

/** The name of the form's file: `00055.GD_2021_084.pdf` (R11). */
export function formFileName(reference: string): string {
  return `${reference}.pdf`;
}
