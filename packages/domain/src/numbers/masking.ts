/** Characters left open at the end of a masked number (identifiers §2). */
const OPEN = 4;

/**
 * A number with all but its last four characters hidden: `DN 4 79 9999999901` → `•• • •• ••••••9901`. Spaces stay and do not count. A number of four characters and
 * less is hidden whole.
 */
export function maskNumber(text: string): string {
  const characters = [...text];
  const count = characters.filter((character) => !/\s/.test(character)).length;
  let hidden = count > OPEN ? count - OPEN : count;
  return characters.map((character) => (/\s/.test(character) || hidden-- <= 0 ? character : '•')).join('');
}

/** A number as a screen reader should read it, character by character: `9 9 0 1`. */
export function spellDigits(text: string): string {
  return [...text.replace(/\s/g, '')].join(' ');
}
