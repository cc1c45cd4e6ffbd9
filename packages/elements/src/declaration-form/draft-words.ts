import type { Words } from '../foundation/words.js';

/** What drafts say (R20). They come with the drafts; a plain object, so that this part shares no code with the form. */
export const draftWords = {
  name: 'declaration-form',
  vi: {
    draftFound: 'Bạn có bản nháp từ {moment}.',
    draftFoundMore: 'Có {count} bản nháp trên máy này.',
    draftWhose: 'Chỉ mở nếu chính bạn đã điền. Máy dùng chung thì hãy xóa.',
    draftFrom: 'Từ {moment}',
    draftGoOn: 'Tiếp tục bản nháp',
    draftGoOnNamed: 'Tiếp tục bản nháp từ {moment}',
    draftWipe: 'Xóa bản nháp',
    draftWipeNamed: 'Xóa bản nháp từ {moment}',
    draftKept: 'Bản nháp được lưu trên máy này đến ngày {day}, đã mã hóa. Máy dùng chung thì hãy xóa trước khi rời đi.',
    draftNotKept: 'Nội dung đang điền không được lưu trên máy này: đóng trang là mất.',
    draftKeep: 'Lưu bản nháp',
    draftWiped: 'Đã xóa bản nháp.',
    draftOpened: 'Đã mở lại bản nháp. Hãy xem lại nội dung.',
    draftRules: 'Quy định đã thay đổi từ lần trước; nội dung đã điền được kiểm tra lại theo quy định hiện hành.',
    draftPlaces: 'Danh mục địa chỉ đã đổi: hãy chọn lại tỉnh và xã.',
    draftProof: 'Kết quả xác thực thông tin không được lưu trong bản nháp: hãy xác thực lại, hoặc chụp ảnh giấy tờ.',
    draftEnded:
      'Bản nháp này đã được ghi nhận hoặc xóa ở một trang khác, nên ở đây không lưu nữa. Nếu tờ khai đã được ghi nhận thì không cần ghi nhận lần nữa: hãy xem tin nhắn, thư điện tử.',
    draftNewer: 'Bản nháp này đã được điền tiếp ở một trang khác. Bản đó vẫn còn, ở bước đầu tiên; nội dung ở đây được lưu thành bản nháp riêng.',
    draftTooOld: 'Bản nháp đã quá hạn hoặc không đọc được nên đã bị xóa. Hãy điền lại tờ khai.',
    draftElsewhere: 'Bản nháp này đang mở ở một thẻ khác của trình duyệt.',
    draftLater: 'Chưa mở được bản nháp. Hãy kiểm tra mạng rồi bấm “Tiếp tục bản nháp” lần nữa; bản nháp vẫn còn.',
    draftSent:
      'Lúc {moment} bạn đã bấm “Ghi nhận” nhưng trang chưa nhận được trả lời. Hãy bấm “Ghi nhận” lần nữa: nếu tờ khai đã được ghi nhận, bạn nhận lại đúng số tờ khai đó, không bị ghi hai lần.',
    draftSentLongAgo:
      'Lúc {moment} bạn đã bấm “Ghi nhận” nhưng trang chưa nhận được trả lời. Có thể tờ khai đã được ghi nhận: hãy xem tin nhắn, thư điện tử trước khi ghi nhận lần nữa.',
  },
  en: {
    draftFound: 'You have a draft from {moment}.',
    draftFoundMore: { one: 'There is a draft on this device.', other: 'There are {count} drafts on this device.' },
    draftWhose: 'Open it only if you filled it in yourself. On a shared computer, delete it.',
    draftFrom: 'From {moment}',
    draftGoOn: 'Open draft',
    draftGoOnNamed: 'Open draft from {moment}',
    draftWipe: 'Delete draft',
    draftWipeNamed: 'Delete draft from {moment}',
    draftKept: 'A draft is kept on this device until {day}, encrypted. On a shared computer, delete it before you leave.',
    draftNotKept: 'What you fill in is not kept on this device: closing the page loses it.',
    draftKeep: 'Keep a draft',
    draftWiped: 'The draft was deleted.',
    draftOpened: 'Your draft is open again. Please look it over.',
    draftRules: 'The rules have changed since; what you filled in is checked again by those in force.',
    draftPlaces: 'The list of addresses has changed: choose province and commune again.',
    draftProof: 'The verification of your data is not kept in a draft: verify again, or take photographs.',
    draftEnded:
      'This draft was submitted or deleted on another page, so nothing is kept here any more. If the declaration was received, do not submit it again: look at your messages and e-mails.',
    draftNewer: 'This draft was filled in further on another page. That one is still there, at the first step; what is here is kept as a draft of its own.',
    draftTooOld: 'The draft was too old or could not be read, and was deleted. Fill in the declaration again.',
    draftElsewhere: 'This draft is open in another tab of the browser.',
    draftLater: 'The draft could not be opened yet. Check the connection and press “Open draft” again; the draft is still there.',
    draftSent:
      'At {moment} you pressed “Submit”, but this page got no answer. Press “Submit” again: if the declaration was received, you get its own reference; it is not recorded twice.',
    draftSentLongAgo:
      'At {moment} you pressed “Submit”, but this page got no answer. The declaration may have been received: look at your messages and e-mails before you submit again.',
  },
} as const satisfies Words;
