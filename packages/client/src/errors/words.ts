import type { laterWords } from './later-words.js';

/** The languages the kit speaks. */
export type Locale = 'vi' | 'en';

/** Codes that the client itself gives where no answer came, beside those of `laterWords`. */
const clientWords = {
  'client.network': {
    vi: 'Không kết nối được tới máy chủ. Hãy kiểm tra mạng rồi thử lại.',
    en: 'The server cannot be reached. Check your connection and try again.',
  },
  'client.timeout': { vi: 'Máy chủ trả lời quá chậm. Hãy thử lại.', en: 'The server took too long. Try again.' },
  'client.refused': { vi: 'Máy chủ không thực hiện yêu cầu này. Hãy thử lại sau.', en: 'The server refused this request. Try again later.' },
} as const;

/** Said besides, where a call carried what somebody typed. */
const typedIsKept = { vi: ' Nội dung bạn đã nhập vẫn còn.', en: ' What you typed is kept.' } as const;

export type ClientErrorCode = keyof typeof clientWords | 'client.aborted' | 'client.contract';

/** How long a refusal waits for its words before it is told in general ones. */
const WORDS_WAIT = 2_000;

let fetched: typeof laterWords | undefined;

/** Fetches the words of the other codes: with the first refusal, because a page where nothing goes wrong never needs them. Never fails. */
export async function fetchWords(): Promise<void> {
  if (fetched) return;
  const loaded = import('./later-words.js').then(
    (module) => void (fetched = module.laterWords),
    () => undefined,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([loaded, new Promise((resolve) => (timer = setTimeout(resolve, WORDS_WAIT)))]);
  clearTimeout(timer);
}

/** Words for a code; a code newer than this copy, or whose words could not be fetched, gets the general ones. `typed`: something was, and is kept. */
export function messageFor(code: string, locale: Locale, typed?: boolean): string {
  const words: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = { ...clientWords, ...fetched };
  return ((Object.hasOwn(words, code) && words[code]) || clientWords['client.refused'])[locale] + (typed ? typedIsKept[locale] : '');
}
