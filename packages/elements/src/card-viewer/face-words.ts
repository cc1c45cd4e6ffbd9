import type { Words } from '../foundation/words.js';

/** Words on and of the faces; they come with them. A plain object, so that this part shares no code with the first one. */
export const faceWords = {
  name: 'card-viewer',
  vi: {
    front: 'Mặt trước',
    back: 'Mặt sau',
    shown: 'Đang hiện đủ số thẻ.',
    masked: 'Đã che số thẻ.',
    qrHidden: 'Mã QR đang che',
    maskedCopy: 'Bản in và ảnh cũng che số như trên màn hình. Cần đủ số thì chọn “Hiện số” trước.',
  },
  en: {
    front: 'Front',
    back: 'Back',
    shown: 'The whole number is shown.',
    masked: 'The number is hidden.',
    qrHidden: 'QR code hidden',
    maskedCopy: 'Print and picture hide the number as the screen does. For the whole number choose “Show the number” first.',
  },
} as const satisfies Words;
