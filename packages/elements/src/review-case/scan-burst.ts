/** Milliseconds between two keys of a scanner, at most; hands are slower over so many digits. */
const PAUSE = 100;
/** So many digits in one go are no number a person types. */
const LEAST = 60;

/**
 * Catches a scan that is typed while the focus is in no text field. A scanner ends with Enter, which would press the button that happens to have the focus, e.g.
 * the one that approves: that Enter is swallowed. Keys are told by their place on the keyboard, so that no typing program can change them.
 */
export class ScanBurst {
  #digits = '';
  #last = 0;

  /** Takes a key; answers the scan that ended with it, and nothing of any other. */
  press(event: KeyboardEvent): string | undefined {
    if (event.timeStamp - this.#last > PAUSE || typesText(event.composedPath()[0])) this.#digits = '';
    this.#last = event.timeStamp;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (digit !== undefined && !typesText(event.composedPath()[0])) this.#digits += digit;
    if (!/^(?:Numpad)?Enter$/.test(event.code) || this.#digits.length < LEAST) return undefined;
    const scan = this.#digits;
    this.#digits = '';
    event.preventDefault();
    event.stopImmediatePropagation();
    return scan;
  }
}

function typesText(target: EventTarget | undefined): boolean {
  return target instanceof Element && (target.matches('input, textarea, select') || (target as HTMLElement).isContentEditable);
}
