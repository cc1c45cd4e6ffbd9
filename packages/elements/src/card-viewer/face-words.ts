import { defineWords, type Translate } from '../foundation/words.js';

/** Words of the card to look at; they come with it. */
export const faceWords = defineWords('card-viewer', {
  vi: {
    flip: 'Lật thẻ',
    rotate: 'Xoay thẻ',
    showQr: 'Mở mã QR',
    print: 'In thẻ',
    save: 'Lưu ảnh',
    maskedCopy: 'Bản in và ảnh cũng che số như trên màn hình. Cần đủ số thì chọn “Hiện số” trước.',
    pays: 'Mức {level}: quỹ BHYT trả {percent}% chi phí trong phạm vi được hưởng.',
    ceilings: 'Một số dịch vụ có giới hạn tỷ lệ.',
    fullForSmall: 'Trả 100% tại trạm y tế xã hoặc khi chi phí thấp hơn 15% lương cơ sở.',
    beyondScope: 'Cả chi phí ngoài phạm vi được hưởng.',
    front: 'Mặt trước',
    back: 'Mặt sau',
    qr: 'Mã QR của thẻ BHYT',
    qrHint: 'Tăng độ sáng màn hình và đưa mã vào trước máy đọc.',
    qrHidden: 'Mã QR đang che',
    notice: 'Bản hiển thị thông tin thẻ. Khi đi khám, xuất trình thẻ hoặc giấy tờ tùy thân theo quy định.',
    file: 'the-bhyt',
  },
  en: {
    flip: 'Flip the card',
    rotate: 'Rotate the card',
    showQr: 'Open the QR code',
    print: 'Print the card',
    save: 'Save as picture',
    maskedCopy: 'Print and picture hide the number as the screen does. For the whole number choose “Show the number” first.',
    pays: 'Level {level}: the fund pays {percent}% of the costs within the scope.',
    ceilings: 'Some services have rate ceilings.',
    fullForSmall: '100% at a commune health station or below 15% of the base salary.',
    beyondScope: 'Also costs outside the scope.',
    front: 'Front',
    back: 'Back',
    qr: 'QR code of the health insurance card',
    qrHint: 'Turn up the brightness of the screen and hold the code before the reader.',
    qrHidden: 'QR code hidden',
    notice: 'This shows what the card says. At a visit, present the card or an identity paper as required.',
    file: 'health-insurance-card',
  },
});

export type SayFace = Translate<typeof faceWords.vi>;
