import { correction, generate, mode } from 'lean-qr';

const hex = (text: string) => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Invented payloads of every kind a card has (identifiers §3). */
export const PAYLOADS = {
  'BHYT card of 2014': [
    'DN4799999999903',
    hex('Trần Thử Nghiệm'),
    '01/02/1990',
    '1',
    hex('12 Đường Mẫu, Phường Thử, TP. Mẫu'),
    '79 - 000',
    '01/01/2026',
    '31/12/2026',
    '05/12/2025',
    '79009999999903',
    '-',
    '4',
    ' 01/01/2025',
    'fedcba9876543210-7102',
    '$',
  ].join('|'),
  'BHYT card of 2020': [
    '9999999904',
    hex('Lê Thị Mẫu'),
    '1990',
    '2',
    '-',
    '01 - C54',
    '01/01/2026',
    '-',
    '05/12/2025',
    '01009999999904',
    '-',
    '4',
    '01/01/2025',
    'fedcba9876543210-7102',
    '4',
    hex('Hà Nội'),
    '$',
  ].join('|'),
  'BHYT card, short': ['9999999905', hex('Nguyễn Văn A'), '01/02/1990', '1', '-', '79 - 000', '01/01/2026', '-', '05/12/2025', '$'].join('|'),
  CCCD: '079299000001|000000001|Nguyễn Văn A|01022099|Nam|12 Đường Mẫu, Phường Thử, Quận Mẫu, TP. Mẫu|01012022',
  'căn cước': '079399000002||Lê Thị Mẫu|01022099|Nữ|12 Đường Mẫu, Phường Thử, TP. Mẫu|01082024||||',
} as const;

/** How a code is photographed. Lengths in pixels of the picture. */
export interface Shot {
  /** Length of a module's edge. */
  readonly module?: number;
  readonly degrees?: number;
  readonly blur?: number;
  /** Size of the whole picture; the code lies right of its middle, as on a card. */
  readonly width?: number;
  readonly height?: number;
  /** Dark on light of this contrast, 0 to 1. */
  readonly contrast?: number;
  /** Strength of the grain, 0 to 1. */
  readonly grain?: number;
}

/** A picture of a card with a code on it, as a canvas. */
export function photographed(
  text: string,
  { module = 4, degrees = 0, blur = 0, width = 1200, height = 800, contrast = 0.8, grain = 0 }: Shot = {},
): HTMLCanvasElement {
  const code = generate(mode.bytes(new TextEncoder().encode(text)), { minCorrectionLevel: correction.M });
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const [light, dark] = [235, 235 - 235 * contrast];
  pen.fillStyle = '#7b8a76';
  pen.fillRect(0, 0, width, height);
  pen.translate(width * 0.55, height * 0.5);
  pen.rotate((degrees * Math.PI) / 180);
  pen.fillStyle = `rgb(${light} ${light} ${light})`;
  const edge = (code.size + 8) * module;
  pen.fillRect(-edge * 1.4, -edge / 2 - module * 4, edge * 2, edge + module * 8);
  pen.fillStyle = '#556';
  for (let line = 0; line < 6; line++) pen.fillRect(-edge * 1.3, -edge / 2 + line * module * 7, edge * 0.7, module * 2);
  if (blur > 0) pen.filter = `blur(${blur}px)`;
  pen.fillStyle = `rgb(${dark} ${dark} ${dark})`;
  pen.beginPath();
  const start = (-code.size * module) / 2;
  for (let y = 0; y < code.size; y++) for (let x = 0; x < code.size; x++) if (code.get(x, y)) pen.rect(start + x * module, start + y * module, module, module);
  pen.fill();
  if (grain > 0) speckle(pen, width, height, grain);
  return canvas;
}

/** The same grain every time. */
function speckle(pen: CanvasRenderingContext2D, width: number, height: number, grain: number): void {
  const pixels = pen.getImageData(0, 0, width, height);
  let seed = 7;
  for (let at = 0; at < pixels.data.length; at += 4) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const shift = (seed / 2147483648 - 0.5) * 255 * grain;
    for (let colour = 0; colour < 3; colour++) pixels.data[at + colour]! += shift;
  }
  pen.putImageData(pixels, 0, 0);
}

/** The picture as a file somebody chooses. */
export async function pictureFile(canvas: HTMLCanvasElement, name = 'the.jpg'): Promise<File> {
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.85));
  return new File([blob], name, { type: 'image/jpeg' });
}
