import type { Translate, Words } from '../foundation/words.js';

/** Words of the reading of a scan; they come with it. A plain object, so that this part shares no code with the first one. */
export const scanWords = {
  name: 'card-viewer',
  vi: {
    scannedCard: 'Đã nhận ra mã QR thẻ BHYT: {count} mục.',
    scannedDoubt: 'Không đọc được một số mục trong mã QR. Hãy đối chiếu với thẻ.',
    scannedId: 'Đây là mã QR căn cước, không phải thẻ BHYT. Hãy quét mã trên thẻ BHYT.',
    scannedNumber: 'Mã này chỉ có mã số, không có thông tin thẻ. Hãy tra cứu thẻ bằng mã số.',
    scannedUnknown: 'Không nhận ra mã này. Hãy quét lại mã QR trên thẻ BHYT.',
    typed: 'Bộ gõ tiếng Việt đã làm sai nội dung quét. Tắt bộ gõ rồi quét lại: Unikey, EVKey bấm Ctrl + Shift hoặc bấm chữ V ở góc màn hình cho thành E.',
  },
  en: {
    scannedCard: { one: 'QR code of a health insurance card recognised: 1 entry.', other: 'QR code of a health insurance card recognised: {count} entries.' },
    scannedDoubt: 'Some entries of the QR code could not be read. Compare with the card.',
    scannedId: 'This is the QR code of an identity card, not of a health insurance card. Scan the code on the health insurance card.',
    scannedNumber: 'This code holds a number only, not the card’s data. Look the card up by its number.',
    scannedUnknown: 'This code is not known. Scan the QR code on the health insurance card again.',
    typed:
      'A Vietnamese typing program damaged the scan. Turn it off and scan again: in Unikey or EVKey press Ctrl + Shift, or click the V in the corner of the screen until it shows E.',
  },
} as const satisfies Words;

export type SayScan = Translate<typeof scanWords.vi>;
