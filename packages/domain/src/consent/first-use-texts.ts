/** What a text says in the two languages. */
export interface BothLanguages {
  readonly vi: string;
  readonly en: string;
}

/** The version of the texts below: the day they were last changed. The record of a consent names it; whoever agreed to another version is asked again (A9). */
export const FIRST_USE_VERSION = '2026-11-21';

/**
 * What somebody agrees to before they use their account, each purpose by itself (Luật 91/2025/QH15, NĐ 356/2025). Only `account` is necessary; which of the others an
 * installation asks for, it sets: it may not ask for what it does not do.
 */
export const CONSENT_PURPOSES = ['account', 'device-copy', 'reminders', 'statistics'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Whether the account cannot be used without it. */
export const isNecessary = (purpose: ConsentPurpose): boolean => purpose === 'account';

/** Trước khi bạn bắt đầu: what this is. */
export const FIRST_USE_INTRODUCTION: BothLanguages = {
  vi: 'Đây là nơi bạn làm thủ tục và xem thông tin bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp của chính mình. Dữ liệu do cơ quan BHXH quản lý. Sử dụng không mất tiền, trừ cước gửi hồ sơ qua bưu điện nếu bạn chọn cách đó.',
  en: 'Here you deal with, and look at, your own social, health and unemployment insurance. The data are kept by the social security office. It costs nothing, except the postage where you choose to hand in by post.',
};

/** Điều khoản sử dụng. */
export const FIRST_USE_TERMS: BothLanguages = {
  vi: 'Bạn dùng tài khoản của chính mình, hoặc của trẻ mà bạn là người giám hộ, và giữ kín mật khẩu. Thông tin bạn khai phải đúng sự thật. Thông tin xem ở đây không thay cho quyết định của cơ quan BHXH; thấy sai, hãy báo cơ quan BHXH quản lý để sửa. Bạn có thể ngừng bất cứ lúc nào bằng tờ khai ngừng giao dịch điện tử.',
  en: 'Use your own account, or that of a child you are the guardian of, and keep the password to yourself. What you declare must be true. What you see here does not replace a decision of the office; where it is wrong, tell your office to have it corrected. You can stop at any time with the declaration that ends e-transactions.',
};

/** One purpose in plain words: its name, what is done with which data, and what taking the consent back means. */
export interface PurposeText {
  readonly title: BothLanguages;
  readonly words: BothLanguages;
  readonly withdrawing: BothLanguages;
}

export const PURPOSE_TEXTS: Readonly<Record<ConsentPurpose, PurposeText>> = {
  account: {
    title: { vi: 'Lập và dùng tài khoản', en: 'Having and using the account' },
    words: {
      vi: 'Cơ quan BHXH dùng họ tên, mã số BHXH, số giấy tờ, ngày sinh, địa chỉ và liên hệ của bạn để lập tài khoản, nhận ra bạn khi đăng nhập, xử lý tờ khai và cho bạn xem thẻ BHYT, quá trình tham gia và hưởng của mình, trong đó có dữ liệu nhạy cảm về sức khỏe và đối tượng tham gia. Mỗi lần cán bộ xem đều được ghi lại để bạn biết.',
      en: 'The office uses your name, BHXH number, number of your paper, birth date, address and contacts to make the account, know you when you sign in, deal with declarations and show you your card and your histories, sensitive data on health and kind of insurance among them. Every look of an officer is recorded for you to see.',
    },
    withdrawing: {
      vi: 'Bạn sẽ được hỏi lại trước khi dùng tiếp. Tài khoản và hồ sơ đã nộp vẫn còn, vì pháp luật yêu cầu cơ quan BHXH lưu giữ; muốn đóng hẳn tài khoản, hãy làm tờ khai ngừng giao dịch điện tử.',
      en: 'You are asked again before you go on. The account and what you handed in stay, because the law has the office keep them; to close the account for good, hand in the declaration that ends e-transactions.',
    },
  },
  'device-copy': {
    title: { vi: 'Giữ bản sao thẻ BHYT trên máy này', en: 'A copy of the health card on this device' },
    words: {
      vi: 'Một bản sao đã mã hóa của thẻ BHYT được giữ trên thiết bị bạn đang dùng để xem được khi không có mạng, tối đa trong thời hạn nơi này quy định. Không nên chọn nếu dùng chung máy.',
      en: 'A sealed copy of your health card is kept on the device you use, to be seen without a network for as long as this site says. Better not on a shared computer.',
    },
    withdrawing: {
      vi: 'Bản sao bị xóa ở lần mở tiếp theo trên thiết bị này. Khi có mạng bạn vẫn xem thẻ như cũ.',
      en: 'The copy is deleted the next time this is opened on the device. With a network you see the card as before.',
    },
  },
  reminders: {
    title: { vi: 'Nhắc việc qua SMS hoặc thư điện tử', en: 'Reminders by SMS or e-mail' },
    words: {
      vi: 'Số điện thoại và thư điện tử đã đăng ký được dùng để nhắc bạn khi thẻ BHYT sắp hết hạn hoặc đến lúc nên đổi mật khẩu, ngoài các thông báo bắt buộc về hồ sơ.',
      en: 'Your registered phone and e-mail address are used to remind you when your health card is about to end or the password should be changed, besides the notices about declarations that must be sent.',
    },
    withdrawing: {
      vi: 'Bạn không còn nhận các tin nhắc này. Thông báo bắt buộc về hồ sơ vẫn được gửi.',
      en: 'These reminders stop. Notices about declarations that must be sent still come.',
    },
  },
  statistics: {
    title: { vi: 'Thống kê sử dụng', en: 'Statistics of use' },
    words: {
      vi: 'Ghi lại chức năng nào được dùng và mất bao lâu, không kèm họ tên hay mã số, để làm cho dịch vụ dễ dùng hơn.',
      en: 'Which functions are used and how long they take is counted, without name or number, to make the service easier.',
    },
    withdrawing: {
      vi: 'Từ đó việc bạn dùng không còn được đếm. Số liệu đã gộp trước đó không nhận ra bạn nên vẫn còn.',
      en: 'From then on your use is not counted. What was added up before cannot be told to be yours and stays.',
    },
  },
};
