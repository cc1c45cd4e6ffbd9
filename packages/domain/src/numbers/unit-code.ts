import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { compactNumber } from './compact.js';

export type UnitCodeFault = 'unit-code.empty' | 'unit-code.shape';

/**
 * Mã đơn vị: the code under which an employer or another organisation takes part in BHXH. Letters and digits without marks, 4 to 15 of them, a digit among them.
 * How the code is built is not published, so no more is asked of it.
 */
export function parseUnitCode(text: string): Parsed<string, UnitCodeFault> {
  const code = compactNumber(text);
  if (code === '') return fault('unit-code.empty');
  return /^(?=.*\d)[0-9A-Z]{4,15}$/.test(code) ? ok(code) : fault('unit-code.shape');
}
