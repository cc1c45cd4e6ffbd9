import type { Mark, Paper } from './card-face.js';
import type { Fact } from './card-facts.js';

/** What stands on the back, in this order. */
const ON_BACK = new Set(['address', 'objectCode', 'level', 'area', 'issued']);

/** Mặt sau: address, benefit, place of issue, and that this is a display. Long entries make the type smaller, so that nothing lies over anything. */
export function backOf(facts: readonly Fact[], title: string, notice: string, paper: Paper): readonly Mark[] {
  const { height, margin, soft } = paper;
  const lines = wrapped(notice, 2, paper);
  const noticeTop = height - 3 - lines.length * 2.7;
  const entries = facts.filter(({ key }) => ON_BACK.has(key));
  let size = 3.2;
  let written = writtenAt(size, entries, paper);
  while (written.end > noticeTop && size > 1) {
    size *= 0.92;
    written = writtenAt(size, entries, paper);
  }
  return [
    ...paper.ground(title),
    ...written.marks,
    ...lines.map((text, line): Mark => ({ kind: 'text', x: margin, y: noticeTop + (line + 1) * 2.7, size: 2, text, colour: soft })),
  ];
}

/** The entries one below the other, and where the last one ends. */
function writtenAt(size: number, facts: readonly Fact[], paper: Paper): { readonly marks: readonly Mark[]; readonly end: number } {
  const { margin: x, ink, soft } = paper;
  const marks: Mark[] = [];
  let y = 12;
  for (const { label, text } of facts) {
    marks.push({ kind: 'text', x, y: (y += size * 1.5), size: size * 0.76, text: label, colour: soft });
    for (const line of wrapped(text, size, paper)) marks.push({ kind: 'text', x, y: (y += size * 1.25), size, text: line, colour: ink });
  }
  return { marks, end: y };
}

function wrapped(text: string, size: number, { width, margin, letter }: Paper): readonly string[] {
  const most = Math.floor((width - 2 * margin) / (size * letter));
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
