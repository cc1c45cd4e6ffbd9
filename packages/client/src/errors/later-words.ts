import { errorWords } from '@bhxh-kit/contract/words';

/** The words that come with the first answer that is none: of the contract's codes, and of what a client says only when there was an answer, or when nobody listens. */
export const laterWords = {
  ...errorWords,
  'client.aborted': { vi: 'Đã dừng theo yêu cầu.', en: 'Stopped as asked.' },
  'client.contract': {
    vi: 'Máy chủ hoặc mạng trả lời không đúng quy cách. Hãy thử lại sau; nếu vẫn vậy, hãy báo cho đơn vị quản lý trang.',
    en: 'The server or the network gave an answer that makes no sense. Try later; if it stays, tell whoever runs this page.',
  },
} as const;
