import { correction, generate, mode } from 'lean-qr';
import type { Block } from '../layout/flow.js';
import { MARGIN, type Sheet } from '../layout/sheet.js';

const MILLIMETRE = 72 / 25.4;
/** The printed code without its quiet zone. */
export const SEAL_SIDE = 31 * MILLIMETRE;
/** A cheap reader takes 0.33 mm from a clean print; 0.4 mm leaves room for a fold and a tired toner. At 31 mm that is version 15, with its 77 modules. */
const VERSION_MAX = 15;
/** Modules that stay white around a code (ISO/IEC 18004). */
const QUIET = 4;
const CAPTION_SIZE = 8.5;
const CAPTION: Block = {
  kind: 'P',
  runs: [
    { text: 'Mã đối chiếu. ', face: 'bold' },
    { text: 'Cơ quan BHXH quét mã này để biết bản giấy có đúng với dữ liệu đã khai hay không. Xin không viết, đóng dấu hoặc gấp lên mã.', face: 'italic' },
  ],
};

/** A code to be drawn: dark modules by row. */
export interface SealCode {
  readonly size: number;
  readonly isDark: (column: number, row: number) => boolean;
}

/** The seal as a QR code of digits, at level M or better; nothing of one that is no digits, or too many for the room there is: a newer kind than this kit knows. */
export function sealCode(seal: string): SealCode | undefined {
  if (!/^\d{4,}$/.test(seal)) return undefined;
  try {
    const code = generate(mode.numeric(seal), { minCorrectionLevel: correction.M, maxVersion: VERSION_MAX });
    return { size: code.size, isDark: (column, row) => code.get(column, row) };
  } catch {
    return undefined;
  }
}

const quietZone = ({ size }: SealCode): number => (SEAL_SIDE / size) * QUIET;

/** Room the code takes from the top of the signature down, its quiet zone included, in points. */
export const sealRoom = (code: SealCode): number => SEAL_SIDE + 2 * quietZone(code);

/** Draws the code at the left margin beside the signature, from `y` down, and says what it is for. */
export function writeSeal(sheet: Sheet, code: SealCode, reference: string, { y, right }: { readonly y: number; readonly right: number }): void {
  sheet.y = y + quietZone(code);
  sheet.code(code, `Mã đối chiếu (mã QR) của tờ khai ${reference}, có chữ ký điện tử của hệ thống tiếp nhận`, MARGIN.left, sheet.y, SEAL_SIDE);
  sheet.write(CAPTION, { left: MARGIN.left + SEAL_SIDE + 12, right, size: CAPTION_SIZE, gap: 0 });
}
