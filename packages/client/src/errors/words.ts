import { isErrorCode } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';

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

/** Words for a code; a code newer than this copy gets the general ones. */
export function messageFor(code: string, locale: Locale): string {
  if (isErrorCode(code)) return errorWords[code][locale];
  return (Object.hasOwn(clientWords, code) ? clientWords[code as ClientErrorCode] : clientWords['client.refused'])[locale];
}
