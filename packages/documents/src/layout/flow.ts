/** The three cuts of the form's font. */
export type Face = 'regular' | 'bold' | 'italic';

/** A stretch of text in one face. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** A paragraph of the form. `leader`: dots run to the right margin; `box`: a square before the text; `of`: whose answer it holds. */
export interface Block {
  readonly kind: 'P' | 'H1' | 'H2';
  readonly runs: readonly Run[];
  readonly leader?: boolean;
  readonly box?: 'empty' | 'ticked';
  readonly align?: 'left' | 'center' | 'right';
  readonly of?: string;
}

/** One line: its runs and its whole width in points. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Width of a text in points. */
export type Measure = (text: string, face: Face) => number;

/** Holds together what a line break must not part; printed as a space. */
export const GLUE = '\u00a0';

/** The space left in a line, and what is drawn in it. */
class OpenLine {
  runs: Run[] = [];
  width = 0;

  add(text: string, face: Face, width: number): void {
    const printed = text.replaceAll(GLUE, ' ');
    const last = this.runs.at(-1);
    if (last?.face === face) this.runs[this.runs.length - 1] = { text: last.text + printed, face };
    else this.runs.push({ text: printed, face });
    this.width += width;
  }
}

/**
 * Breaks runs into lines no wider than `width`; text is composed (NFC) first, because separate marks would be misplaced.
 * A word longer than a line fills the line it begins in and is cut between characters, so that nothing ever leaves the page.
 */
export function linesOf(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: OpenLine[] = [];
  let line = new OpenLine();
  const close = () => {
    lines.push(line);
    line = new OpenLine();
  };
  for (const { text, face } of runs) {
    for (const word of text.normalize('NFC').match(/[^\S\u00a0]+|[\S\u00a0]+/g) ?? []) {
      const blank = /^[^\S\u00a0]/.test(word);
      if (blank && line.runs.length === 0) continue;
      const wordWidth = measure(blank ? ' ' : word, face);
      if (blank || line.width + wordWidth <= width) line.add(blank ? ' ' : word, face, wordWidth);
      else if (wordWidth <= width) {
        close();
        line.add(word, face, wordWidth);
      } else {
        for (const character of word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
          const characterWidth = measure(character, face);
          if (line.width + characterWidth > width) close();
          line.add(character, face, characterWidth);
        }
      }
    }
  }
  if (line.runs.length > 0) close();
  return lines;
}
