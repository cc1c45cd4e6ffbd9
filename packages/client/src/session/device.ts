const NAME = 'bhxh-kit.device';

/** Of a page whose browser keeps nothing for it: good until the page is left. */
let ofPage: string | undefined;

/**
 * The name this browser gave itself on the pages of this origin: 32 random bytes that say nothing of anybody and open nothing. Given to `session.signIn`, it lets a
 * person who reloaded the page sign in again without a code (A5). Made on first use; another origin has another one.
 */
export function deviceName(): string {
  const kept = read();
  if (kept) return kept;
  ofPage ??= btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
  try {
    localStorage.setItem(NAME, ofPage);
  } catch {
    // A full or forbidden storage keeps nothing.
  }
  return ofPage;
}

/** Only what this module wrote itself: anything else would be refused by the gateway. */
function read(): string | undefined {
  try {
    const kept = localStorage.getItem(NAME);
    return kept && /^[\w-]{43}$/.test(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}
