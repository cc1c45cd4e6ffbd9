/** The name the code has in the fragment of the link, as the gateway writes it. */
const NAME = 'bhxh-activation';

/**
 * The code of the link this page was opened with, or nothing. A fragment is sent to no server and stands in no log; here it is taken out of the address bar and of the history
 * at once, so that nobody reads it over a shoulder and no bookmark keeps it. Other parts of the fragment stay.
 */
export function takeActivationCode(): string | undefined {
  const { hash, pathname, search } = location;
  const parts = hash.slice(1).split('&');
  const own = parts.find((part) => part.startsWith(`${NAME}=`));
  if (own === undefined) return undefined;
  const others = parts.filter((part) => part !== own).join('&');
  history.replaceState(history.state, '', `${pathname}${search}${others && `#${others}`}`);
  return decoded(own.slice(NAME.length + 1));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
