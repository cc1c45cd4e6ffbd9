import type { Translate, Words } from '../foundation/words.js';

/** Words of the card that is kept on a device; they come with it. A plain object, so that this part shares no code with the first one. */
export const keptWords = {
  name: 'card-viewer',
  vi: {
    keep: 'Giữ thẻ trên máy này để xem khi không có mạng',
    keepWhat: 'Một bản sao đã mã hóa của thẻ được giữ trong trình duyệt này. Đừng chọn trên máy dùng chung.',
    keepFor: 'Giữ {count} ngày kể từ lần xem gần nhất khi có mạng, và xóa ngay khi bạn đăng xuất. Ai mở được trình duyệt này đều xem được số thẻ và mã QR.',
    kept: 'Thẻ được giữ trên máy này đến ngày {until}, theo dữ liệu ngày {day}.',
    shown: 'Đây là thẻ giữ trên máy này, theo dữ liệu ngày {day}, xem được đến ngày {until}. Thẻ có thay đổi gì sau ngày {day} thì chưa thể hiện ở đây.',
    asOf: 'Theo dữ liệu ngày {day}: {said}',
    wipe: 'Xóa thẻ khỏi máy này',
    wiped: 'Đã xóa thẻ khỏi máy này.',
    notKept: 'Trình duyệt này không giữ được thẻ: có thể đây là cửa sổ ẩn danh, bộ nhớ đã đầy hoặc trang không được mã hóa.',
    notAgreed: 'Chưa ghi nhận được sự đồng ý của bạn nên chưa giữ thẻ. Hãy thử lại khi có mạng.',
    clock: 'Có thẻ giữ trên máy này, nhưng đồng hồ của máy đang chậm so với lần xem trước. Hãy chỉnh lại ngày giờ rồi mở lại trang.',
  },
  en: {
    keep: 'Keep the card on this device, to see it without a network',
    keepWhat: 'A sealed copy of the card is kept in this browser. Do not choose this on a shared computer.',
    keepFor: {
      one: 'Kept for 1 day after you last saw it with a network, and deleted as soon as you sign out. Whoever can open this browser can see the number and the QR code.',
      other:
        'Kept for {count} days after you last saw it with a network, and deleted as soon as you sign out. Whoever can open this browser can see the number and the QR code.',
    },
    kept: 'The card is kept on this device until {until}, as of the data of {day}.',
    shown: 'This is the card kept on this device, as of the data of {day}; it can be seen until {until}. What changed after {day} does not show here.',
    asOf: 'As of the data of {day}: {said}',
    wipe: 'Delete the card from this device',
    wiped: 'The card was deleted from this device.',
    notKept: 'This browser cannot keep the card: it may be a private window, its storage may be full, or the page is not encrypted.',
    notAgreed: 'Your consent could not be recorded, so the card is not kept. Try again when there is a network.',
    clock: 'There is a card kept on this device, but the device’s clock is behind the last time it was seen. Set date and time right and open the page again.',
  },
} as const satisfies Words;

/** What can become of a copy, or of an act on it. */
export type KeptWord = 'wiped' | 'notKept' | 'notAgreed' | 'clock';
export type SayKept = Translate<(typeof keptWords)['vi']>;
