import type { Translate, Words } from '../foundation/words.js';

/** Words of what people do with the card; they come with it. A plain object, so that this part shares no code with the first one. */
export const actsWords = {
  name: 'card-viewer',
  vi: {
    pays: 'Mức {level}: quỹ BHYT trả {percent}% chi phí trong phạm vi được hưởng.',
    ceilings: 'Một số dịch vụ có giới hạn tỷ lệ.',
    fullForSmall: 'Trả 100% tại trạm y tế xã hoặc khi chi phí thấp hơn 15% lương cơ sở.',
    beyondScope: 'Cả chi phí ngoài phạm vi được hưởng.',
    qr: 'Mã QR của thẻ BHYT',
    qrImage: 'Mã để quét',
    qrHint: 'Tăng độ sáng màn hình và đưa mã vào trước máy đọc.',
    notice: 'Bản hiển thị thông tin thẻ. Khi đi khám, xuất trình thẻ hoặc giấy tờ tùy thân theo quy định.',
    file: 'the-bhyt',
    barred:
      'Trình duyệt này không cho trang đọc ảnh nên chưa lưu được ảnh thẻ. Hãy bấm biểu tượng trên thanh địa chỉ để cho phép rồi bấm lại, hoặc dùng “In thẻ”.',
    day: 'Hiệu lực vào ngày',
    dayValid: 'Ngày {day}: còn hiệu lực, theo thẻ có giá trị từ {from} đến {to}.',
    dayValidOpen: 'Ngày {day}: còn hiệu lực, theo thẻ có giá trị từ {from}.',
    dayExpired: 'Ngày {day}: đã hết hạn từ {to}.',
    dayNotYet: 'Ngày {day}: chưa có hiệu lực, bắt đầu từ {from}.',
    dayUndated: 'Mã QR không ghi thời hạn: cần tra cứu thẻ.',
  },
  en: {
    pays: 'Level {level}: the fund pays {percent}% of the costs within the scope.',
    ceilings: 'Some services have rate ceilings.',
    fullForSmall: '100% at a commune health station or below 15% of the base salary.',
    beyondScope: 'Also costs outside the scope.',
    qr: 'QR code of the health insurance card',
    qrImage: 'The code to scan',
    qrHint: 'Turn up the brightness of the screen and hold the code before the reader.',
    notice: 'This shows what the card says. At a visit, present the card or an identity paper as required.',
    file: 'health-insurance-card',
    barred:
      'This browser does not let the page read pictures, so that of the card was not saved. Allow it with the icon in the address bar and press again, or print the card.',
    day: 'Validity on',
    dayValid: 'On {day}: valid, by the card for {from} to {to}.',
    dayValidOpen: 'On {day}: valid, by the card from {from} on.',
    dayExpired: 'On {day}: expired since {to}.',
    dayNotYet: 'On {day}: not yet valid, begins on {from}.',
    dayUndated: 'The QR code gives no dates: look the card up.',
  },
} as const satisfies Words;

export type SayActs = Translate<typeof actsWords.vi>;
