/** The three cuts of the form's font. */
export type Face = 'regular' | 'bold' | 'italic';

/** A stretch of text in one face. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** A paragraph of the form. `leader`: dots run to the right margin; `box`: a square before the text. */
export interface Block {
  readonly kind: 'P' | 'H1' | 'H2';
  readonly runs: readonly Run[];
  readonly leader?: boolean;
  readonly box?: 'empty' | 'ticked';
  readonly align?: 'left' | 'center';
}

/** One line: its runs and its whole width in points. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Width of a text in points. */
export type Measure = (text: string, face: Face) => number;

/** A word longer than a line is cut between characters, so that nothing ever leaves the page. */
function fitting(word: string, face: Face, width: number, measure: Measure): string[] {
  if (measure(word, face) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part && measure(part + character, face) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part ? [...parts, part] : parts;
}

/** Breaks runs into lines no wider than `width`; text is composed (NFC) first, because separate marks would be misplaced. */
export function linesOf(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let current: Run[] = [];
  let used = 0;
  const close = () => {
    lines.push({ runs: current, width: used });
    current = [];
    used = 0;
  };
  for (const { text, face } of runs) {
    for (const word of text.normalize('NFC').match(/\s+|\S+/g) ?? []) {
      const blank = /^\s/.test(word);
      for (const part of fitting(blank ? ' ' : word, face, width, measure)) {
        const partWidth = measure(part, face);
        if (!blank && current.length > 0 && used + partWidth > width) close();
        if (blank && current.length === 0) continue;
        const last = current.at(-1);
        if (last?.face === face) current[current.length - 1] = { text: last.text + part, face };
        else current.push({ text: part, face });
        used += partWidth;
      }
    }
  }
  if (current.length > 0) close();
  return lines;
}
