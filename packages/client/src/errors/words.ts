import type { errorWords } from '@bhxh-kit/contract/words';

/** The languages the kit speaks. */
export type Locale = 'vi' | 'en';

/** Codes that the client itself gives, beside those of the contract. */
const clientWords = {
  'client.network': {
    vi: 'Không kết nối được tới máy chủ. Hãy kiểm tra mạng rồi thử lại; nội dung bạn đã nhập vẫn còn.',
    en: 'The server cannot be reached. Check your connection and try again; what you typed is kept.',
  },
  'client.timeout': {
    vi: 'Máy chủ trả lời quá chậm. Hãy thử lại; nội dung bạn đã nhập vẫn còn.',
    en: 'The server took too long. Try again; what you typed is kept.',
  },
  'client.aborted': { vi: 'Đã dừng theo yêu cầu.', en: 'Stopped as asked.' },
  'client.contract': {
    vi: 'Máy chủ hoặc mạng trả lời không đúng quy cách. Hãy thử lại sau; nếu vẫn vậy, hãy báo cho đơn vị quản lý trang.',
    en: 'The server or the network gave an answer that makes no sense. Try later; if it stays, tell whoever runs this page.',
  },
  'client.refused': { vi: 'Máy chủ không thực hiện yêu cầu này. Hãy thử lại sau.', en: 'The server refused this request. Try again later.' },
} as const;

export type ClientErrorCode = keyof typeof clientWords;

/** How long a refusal waits for its words before it is told in general ones. */
const WORDS_WAIT = 2_000;

let contractWords: typeof errorWords | undefined;

/** Fetches the words of the contract's codes: with the first refusal, because a page where nothing goes wrong never needs them. Never fails. */
export async function fetchWords(): Promise<void> {
  if (contractWords) return;
  const loaded = import('@bhxh-kit/contract/words').then(
    (module) => void (contractWords = module.errorWords),
    () => undefined,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([loaded, new Promise((resolve) => (timer = setTimeout(resolve, WORDS_WAIT)))]);
  clearTimeout(timer);
}

/** Words for a code; a code newer than this copy, or whose words could not be fetched, gets the general ones. */
export function messageFor(code: string, locale: Locale): string {
  if (contractWords && Object.hasOwn(contractWords, code)) return contractWords[code as keyof typeof errorWords][locale];
  return (Object.hasOwn(clientWords, code) ? clientWords[code as ClientErrorCode] : clientWords['client.refused'])[locale];
}
