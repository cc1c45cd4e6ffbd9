import type { CDPSession, Page } from 'playwright-core';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly windowsVirtualKeyCode: number;
}

/** The key of a letter, or of the Enter that ends a line; a letter no key is made for has no place on the keyboard. */
function strokeOf(letter: string): Stroke {
  if (letter === '\n') return { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  const code = /\d/.test(letter) ? `Digit${letter}` : /[a-z]/i.test(letter) ? `Key${letter.toUpperCase()}` : '';
  return { key: letter, code, text: letter, windowsVirtualKeyCode: code ? letter.toUpperCase().charCodeAt(0) : 0 };
}

/**
 * Types with real keys, each pressed and let go, wherever the focus is; `\n` is Enter. In Chromium they are all under way at once, as keys wait for a page that is busy:
 * to wait twice a letter for the page's answer was most of the work of a journey.
 * @param gap milliseconds from key to key by the keys' own times, however busy this machine is; as they come unless given
 */
export async function type(page: Page, text: string, gap?: number): Promise<void> {
  if (page.context().browser()?.browserType().name() !== 'chromium') return page.keyboard.type(text);
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  const keys = await sessions.get(page)!;
  let at = Date.now() / 1000;
  const time = () => (gap === undefined ? {} : { timestamp: (at += gap / 2000) });
  const pressed = [...text].flatMap((letter) => {
    const { text: typed, ...key } = strokeOf(letter);
    return [
      keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...time(), text: typed, unmodifiedText: typed }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, ...time() }),
    ];
  });
  await Promise.all(pressed);
}
