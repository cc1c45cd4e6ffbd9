import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrPath } from './qr-path.js';

const SCALE = 4;

/** The path as a picture, each module four pixels wide, as a screen or a printer would draw it. */
function drawn(text: string): ImageData {
  const { size, d } = qrPath(text);
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      for (let column = 0; column < Number(length) * SCALE; column += 1) {
        const at = ((Number(y) * SCALE + row) * width + Number(x) * SCALE + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { data, width, height: width } as ImageData;
}

const hex = (text: string) => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const card = (name: string, address: string) =>
  `DN4799999999903|${hex(name)}|01/02/2010|2|${hex(address)}|79 - 000|01/01/2021|31/12/2021|05/12/2020|79009999999903|${hex('Lê Thị Mẫu')}|5| 01/01/2025|fedcba9876543210-7102|$`;

/** Bytes a code of level M holds, by version (ISO/IEC 18004, table 7). */
const CAPACITY = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362];

describe('the QR code of a card', () => {
  beforeAll(() => {
    const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  });

  const read = async (text: string) => {
    const found = await readBarcodes(drawn(text), { formats: ['QRCode'] });
    return found.map(({ text: payload, extra, hasECI, symbologyIdentifier }) => ({
      payload,
      hasECI,
      symbologyIdentifier,
      ...(JSON.parse(extra) as { ECLevel: string; Version: string | number }),
    }));
  };

  it.each(CAPACITY.map((bytes, index) => [index + 1, bytes] as const))('C3 · of version %i, filled, is read back', async (version, bytes) => {
    const payload = `${'a'.repeat(bytes - 2)}|$`;
    expect(await read(payload)).toMatchObject([{ payload, ECLevel: 'M', Version: String(version) }]);
  });

  it.each([
    ['short', 'DN4799999999903|$'],
    ['of digits', '9999999903'],
    ['of a card', card('Trần Thử Nghiệm', '12 Đường Mẫu, Phường Thử')],
    ['of a card with a long name and address', card('Nguyễn Trần Thử Nghiệm '.repeat(2), 'Số 12, hẻm 34, Đường Mẫu, Phường Thử Nghiệm')],
    ['in Vietnamese letters', 'Nguyễn Văn A|12 Đường Mẫu, Phường Ba Đình|$'],
  ])('C3 · %s is read back letter by letter', async (_, payload) => {
    expect((await read(payload)).map((code) => code.payload)).toEqual([payload]);
  });

  // Readers that act as a keyboard refuse a code that names its character set, or type the name in front (\000026).
  it.each(['DN4799999999903|$', '9999999903', 'Nguyễn Văn A|$'])('C3 · begins with the letters themselves, not with a character set: %s', async (payload) => {
    expect(await read(payload)).toMatchObject([{ hasECI: false, symbologyIdentifier: ']Q1' }]);
  });

  it('C3 · keeps four quiet modules on every side', () => {
    const { size, d } = qrPath('9999999903|$');
    const bars = [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [Number(x), Number(y), Number(x) + Number(length)] as const);
    expect([Math.min(...bars.map(([x]) => x)), Math.min(...bars.map(([, y]) => y))]).toEqual([4, 4]);
    expect([Math.max(...bars.map(([, , end]) => end)), Math.max(...bars.map(([, y]) => y)) + 1]).toEqual([size - 4, size - 4]);
  });
});
