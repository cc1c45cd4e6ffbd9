import { readFileSync } from 'node:fs';
import encode, { init } from '@jsquash/jpeg/encode.js';

/** How a test picture is coded. */
export interface Coding {
  readonly progressive?: boolean;
  readonly grey?: boolean;
}

const GREY = 1;
const COLOUR = 3;

await init(await WebAssembly.compile(readFileSync(new URL(import.meta.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')))));

/** A JPEG of nobody: a head and shoulders before a light wall, a red rim that cropping to 2:3 takes away from what is wider or taller. */
export async function jpegOf(width: number, height: number, { progressive = false, grey = false }: Coding = {}): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(width * height * 4);
  const side = Math.min(width / 2, height / 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(colourAt((x - width / 2) / side, (y - height / 2) / side), (y * width + x) * 4);
  }
  const options = { quality: 85, progressive, baseline: !progressive, color_space: grey ? GREY : COLOUR };
  return new Uint8Array(await encode({ data, width, height, colorSpace: 'srgb' }, options));
}

/** `x` and `y` from the middle; what a 2:3 box shows lies within ±1 and ±1.5. */
function colourAt(x: number, y: number): readonly number[] {
  if (Math.abs(x) > 1.02 || Math.abs(y) > 1.52) return [220, 30, 30, 255];
  if ((x / 0.5) ** 2 + ((y + 0.3) / 0.65) ** 2 < 1) return [196, 150, 120, 255];
  if ((x / 0.9) ** 2 + ((y - 1.5) / 1.1) ** 2 < 1) return [30, 60, 120, 255];
  return [226, 236, 244, 255];
}
