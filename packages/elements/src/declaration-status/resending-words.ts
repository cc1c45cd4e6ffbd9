import type { Words } from '../foundation/words.js';

/** What is said of a notice that is sent again. It comes with the part that says it; a plain object, so that the part shares no code with the element. */
export const resendingWords = {
  name: 'declaration-status',
  vi: {
    resending: 'Đang gửi lại thông báo…',
    resent: 'Đã gửi lại thông báo ghi nhận tờ khai tới {contacts}. Có thể mất vài phút mới đến; nếu vẫn chưa thấy, bạn có thể gửi lại sau {moment}.',
    resentPhone: 'số điện thoại {contact}',
    resentEmail: 'thư điện tử {contact}',
    resentBoth: '{phone} và {email}',
    resentTooSoon: 'Thông báo vừa được gửi lại. Hãy xem tin nhắn và hộp thư, cả mục thư rác; nếu vẫn chưa thấy, bạn có thể gửi lại sau {count} phút nữa.',
    resentNowhere: 'Cơ quan này chỉ gửi thông báo qua thư điện tử, và tờ khai không có thư điện tử. Hãy xem hạn và tình trạng tờ khai ngay tại đây.',
    resentFailed: 'Chưa gửi lại được thông báo. Hãy thử lại.',
  },
  en: {
    resending: 'Sending the notice again…',
    resent: 'The notice of receipt was sent again to {contacts}. It may take a few minutes; if it still does not come, you can send it again after {moment}.',
    resentPhone: 'the phone {contact}',
    resentEmail: 'the e-mail address {contact}',
    resentBoth: '{phone} and {email}',
    resentTooSoon: {
      one: 'The notice was sent again a moment ago. Look at your messages and mail, spam too; if it is not there, you can send it again in a minute.',
      other: 'The notice was sent again a moment ago. Look at your messages and mail, spam too; if it is not there, you can send it again in {count} minutes.',
    },
    resentNowhere: 'This office sends notices by e-mail alone, and the declaration has no e-mail address. Read the date and the status here.',
    resentFailed: 'The notice could not be sent again. Try again.',
  },
} as const satisfies Words;
