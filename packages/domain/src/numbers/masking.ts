/** A number with all but its last four characters hidden, spaces kept: `••••••9901`. Short ones are hidden whole. */
export function maskNumber(text: string): string {
  const characters = [...text];
  const shown = characters.length > 4 ? 4 : 0;
  return characters.map((character, index) => (index >= characters.length - shown || /\s/.test(character) ? character : '•')).join('');
}

/** A number as a screen reader should read it, digit by digit: `9 9 0 1`. */
export function spellDigits(text: string): string {
  return [...text.replace(/\s/g, '')].join(' ');
}
