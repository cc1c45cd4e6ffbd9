import type { HealthCard } from '@bhxh-kit/domain';
import { formatDate } from '@bhxh-kit/domain/text/format-date.js';
import { benefitWords } from './benefit-words.js';
import { type Fact, factsOf, type SayCard, shownNumber } from './card-facts.js';
import type { SayFace } from './face-words.js';
import type { QrPath } from './qr-path.js';

/** ID-1 (ISO/IEC 7810), in millimetres. */
export const CARD = { width: 85.6, height: 53.98 } as const;

/** The words of the facts, and those that stand on a face only. */
export interface SayOnFace {
  readonly t: SayCard;
  readonly face: SayFace;
}

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

const INK = '#12233a';
const BLUE = '#0b4a8f';
const SOFT = '#4a5a70';
const MARGIN = 5;

/** Mặt trước: number, holder, validity, QR code. `path` is the drawn code, where it is asked for and its drawer is loaded. */
export function frontOf(card: HealthCard, revealed: boolean, { t, face }: SayOnFace, path?: QrPath): readonly Mark[] {
  const qr = card.qrText ? qrMarks(path, revealed, face) : [];
  const width = qr.length > 0 ? 52 : CARD.width - 2 * MARGIN;
  const lines: [string, string][] = [
    [t('birthDate'), [formatDate(card.birthDate), card.sex && t(card.sex)].filter(Boolean).join('  ·  ')],
    [t('facility'), [card.facilityCode, card.facilityName].filter(Boolean).join(' · ')],
    [
      t('validFrom'),
      [card.validFrom, card.validTo]
        .filter(Boolean)
        .map((day) => formatDate(day as string))
        .join(' – '),
    ],
    [t('fiveYears'), card.fiveYearsFrom ? formatDate(card.fiveYearsFrom) : ''],
  ];
  return [
    ...ground(t('title').toLocaleUpperCase('vi')),
    { kind: 'text', x: MARGIN, y: 18.5, size: fitting(shownNumber(card, revealed), width, 5), text: shownNumber(card, revealed), colour: BLUE, bold: true },
    { kind: 'text', x: MARGIN, y: 25.2, size: fitting(card.holderName, width, 4), text: card.holderName, colour: INK, bold: true },
    ...lines
      .filter(([, text]) => text)
      .flatMap(([label, text], line): Mark[] => [
        { kind: 'text', x: MARGIN, y: 29.6 + line * 6.1, size: 1.9, text: label, colour: SOFT },
        { kind: 'text', x: MARGIN, y: 32.4 + line * 6.1, size: fitting(text, width, 2.7), text, colour: INK, bold: true },
      ]),
    ...qr,
  ];
}

/** Mặt sau: address, benefit, place of issue, and that this is a display. Long entries make the type smaller, so that nothing lies over anything. */
export function backOf(card: HealthCard, revealed: boolean, { t, face }: SayOnFace): readonly Mark[] {
  const notice = wrapped(face('notice'), CARD.width - 2 * MARGIN, 2);
  const noticeTop = CARD.height - 3 - notice.length * 2.7;
  const facts = factsOf(card, revealed, t, (level) => benefitWords(level, face)).filter(({ key }) =>
    ['address', 'objectCode', 'level', 'area', 'issued'].includes(key),
  );
  let size = 2.5;
  let entries = backEntries(facts, size);
  while (entries.end > noticeTop && size > 1) {
    size *= 0.92;
    entries = backEntries(facts, size);
  }
  return [
    ...ground(face('back').toLocaleUpperCase('vi')),
    ...entries.marks,
    ...notice.map((text, line): Mark => ({ kind: 'text', x: MARGIN, y: noticeTop + (line + 1) * 2.7, size: 2, text, colour: SOFT })),
  ];
}

/** The entries of the back one below the other, and where the last one ends. */
function backEntries(facts: readonly Fact[], size: number): { readonly marks: readonly Mark[]; readonly end: number } {
  const marks: Mark[] = [];
  let y = 12;
  for (const { label, text } of facts) {
    marks.push({ kind: 'text', x: MARGIN, y: (y += size * 1.5), size: size * 0.76, text: label, colour: SOFT });
    for (const line of wrapped(text, CARD.width - 2 * MARGIN, size))
      marks.push({ kind: 'text', x: MARGIN, y: (y += size * 1.25), size, text: line, colour: INK });
  }
  return { marks, end: y };
}

function ground(title: string): readonly Mark[] {
  return [
    { kind: 'box', x: 0, y: 0, ...CARD, colour: '#f3f8fd' },
    { kind: 'box', x: 0, y: 0, width: CARD.width, height: 10.5, colour: BLUE },
    { kind: 'text', x: MARGIN, y: 6.8, size: 3.6, text: title, colour: '#fff', bold: true },
  ];
}

function qrMarks(path: QrPath | undefined, revealed: boolean, face: SayFace): readonly Mark[] {
  const [side, x, y] = [24, CARD.width - MARGIN - 24, 20];
  const box: Mark = { kind: 'box', x, y, width: side, height: side, colour: revealed ? '#fff' : '#dce6f1' };
  if (!revealed) return [box, { kind: 'text', x: x + side / 2, y: y + side / 2 + 0.8, size: 2.2, text: face('qrHidden'), colour: SOFT, middle: true }];
  return path ? [box, { kind: 'path', x, y, scale: side / path.size, d: path.d, colour: '#000' }] : [box];
}

/** Average width of a letter against the font size; a little wide, so that a line never runs over. */
const LETTER = 0.56;

/** The largest size up to `most` at which a line fits. */
function fitting(text: string, width: number, most: number): number {
  return Math.min(most, width / (Math.max(1, [...text].length) * LETTER));
}

function wrapped(text: string, width: number, size: number): readonly string[] {
  const most = Math.floor(width / (size * LETTER));
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
