import { defineWords, type Translate } from '../foundation/words.js';

/** Words of the card to look at; they come with it. */
export const faceWords = defineWords('card-viewer', {
  vi: {
    front: 'Mặt trước',
    back: 'Mặt sau',
    qr: 'Mã QR của thẻ BHYT',
    qrHint: 'Tăng độ sáng màn hình và đưa mã vào trước máy đọc.',
    qrHidden: 'Mã QR đang che',
    notice: 'Bản hiển thị thông tin thẻ. Khi đi khám, xuất trình thẻ hoặc giấy tờ tùy thân theo quy định.',
    file: 'the-bhyt',
  },
  en: {
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
