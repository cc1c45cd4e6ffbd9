import { correction, generate, mode } from 'lean-qr';
import type { Page } from 'playwright-core';
import { type } from './typing.js';

/** A wedge scanner: a keyboard that types faster than any person, 8 ms from key to key, and ends with Enter. */
export const scan = (page: Page, text: string): Promise<void> => type(page, `${text}\n`, 8);

/** A printed code, its modules row by row from the top left. */
export interface Code {
  readonly size: number;
  readonly dark: readonly boolean[];
}

export function printedCode(text: string): Code {
  const code = generate(mode.bytes(new TextEncoder().encode(text)), { minCorrectionLevel: correction.M });
  return { size: code.size, dark: Array.from({ length: code.size ** 2 }, (_, at) => code.get(at % code.size, Math.floor(at / code.size))) };
}
