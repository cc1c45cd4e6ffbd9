import type { HealthCard } from '@bhxh-kit/domain';
import { cardLayout } from '@bhxh-kit/domain/cards/card-layout.js';
import type { Fact } from './card-facts.js';
import type { QrPath } from './qr-path.js';

/** One mark on a face, in millimetres from its upper left corner; `size` is the font size. SVG and canvas draw the same list. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly colour: string;
      readonly bold?: boolean;
      readonly middle?: boolean;
    }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: string }
  | { readonly kind: 'path'; readonly x: number; readonly y: number; readonly scale: number; readonly d: string; readonly colour: string };

const BLUE = '#0b4a8f';
/** ID-1 (ISO/IEC 7810), in millimetres. */
const [WIDTH, HEIGHT] = [85.6, 53.98];
const MARGIN = 5;

/** A face before anything is written on it: what the two have in common. Handed to parts that are loaded later, so that they share nothing with the first one. */
export const PAPER = {
  width: WIDTH,
  height: HEIGHT,
  margin: MARGIN,
  /** The same in SVG, in the saved picture and in print. */
  font: "'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif",
  ink: '#12233a',
  soft: '#4a5a70',
  /** Average width of a letter against the font size; a little wide, so that a line never runs over. */
  letter: 0.56,
  ground: (title: string): readonly Mark[] => [
    { kind: 'box', x: 0, y: 0, width: WIDTH, height: HEIGHT, colour: '#f3f8fd' },
    { kind: 'box', x: 0, y: 0, width: WIDTH, height: 10.5, colour: BLUE },
    { kind: 'text', x: MARGIN, y: 6.8, size: 3.6, text: title.toLocaleUpperCase('vi'), colour: '#fff', bold: true },
  ],
} as const;

export type Paper = typeof PAPER;

/** Width of bold letters against their size, capitals wider: as wide as the widest of the fonts, so that no name reaches the QR code beside it. */
export const boldSpan = (text: string): number => [...text].reduce((span, letter) => span + (letter === letter.toLocaleLowerCase('vi') ? 0.6 : 0.7), 0);

/** What stands in the place of the QR code: what hides it, or the code once it is drawn. */
export interface QrPlace {
  readonly hidden?: string | undefined;
  readonly path?: QrPath | undefined;
}

/** Mặt trước: number, holder, validity, QR code where the card has one. As its layout prints it: since 2021 ten digits, and with them level and living area. */
export function frontOf(card: HealthCard, facts: readonly Fact[], title: string, qr?: QrPlace): readonly Mark[] {
  const width = qr ? 50 : WIDTH - 2 * MARGIN;
  const tenDigits = cardLayout(card) === '2020';
  const fact = (key: string) => facts.find((one) => one.key === key);
  const textOf = (key: string): string => {
    const text = fact(key)?.text ?? '';
    if (key === 'number' && tenDigits) return text.replace(/\s/g, '').slice(-10);
    // What a level or an area means takes a sentence, which stands on the back.
    if (key === 'area') return card.livingArea ?? '';
    return key === 'level' && text.length > 1 ? (card.benefitLevel ?? '') : text;
  };
  const line = (x: number, y: number, most: number, room: number, text: string, colour: string): Mark => {
    const size = Math.min(most, room / Math.max(1, boldSpan(text)));
    return { kind: 'text', x, y, size, text, colour, bold: true };
  };
  /** A label and under it what the card says, in one of three rows. */
  const entry = (row: number, x: number, room: number, keys: readonly string[], between = '  ·  '): readonly Mark[] => {
    const label = keys.map(fact).find(Boolean)?.label;
    const y = 33.5 + row * 7.9;
    return label
      ? [
          { kind: 'text', x, y: y - 3.1, size: 1.9, text: label, colour: PAPER.soft },
          line(x, y, 2.8, room, keys.map(textOf).filter(Boolean).join(between), PAPER.ink),
        ]
      : [];
  };
  return [
    ...PAPER.ground(title),
    line(MARGIN, 18.5, 5, width, textOf('number'), BLUE),
    line(MARGIN, 25.2, 4, width, textOf('name'), PAPER.ink),
    ...entry(0, MARGIN, tenDigits ? 29 : width, ['birthDate', 'sex']),
    ...(tenDigits ? entry(0, 36.5, 20.5, ['level', 'area']) : []),
    ...entry(1, MARGIN, width, ['facility']),
    // Below the QR code.
    ...entry(2, MARGIN, 38.5, ['validFrom', 'validTo'], ' – '),
    ...entry(2, 46, 34, ['fiveYears']),
    ...(qr ? qrMarks(qr) : []),
  ];
}

function qrMarks({ hidden, path }: QrPlace): readonly Mark[] {
  const [side, x, y] = [24, WIDTH - MARGIN - 24, 20];
  const box: Mark = { kind: 'box', x, y, width: side, height: side, colour: hidden ? '#dce6f1' : '#fff' };
  if (hidden) return [box, { kind: 'text', x: x + side / 2, y: y + side / 2 + 0.8, size: 2.2, text: hidden, colour: PAPER.soft, middle: true }];
  return path ? [box, { kind: 'path', x, y, scale: side / path.size, d: path.d, colour: '#000' }] : [box];
}
