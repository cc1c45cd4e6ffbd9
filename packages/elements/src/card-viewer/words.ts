import { defineWords } from '../foundation/words.js';

const vi = {
  title: 'Thẻ bảo hiểm y tế',
  choose: 'Thẻ',
  interval: '{from} – {to}',
  since: 'Từ {from}',
  none: 'Chưa có thẻ bảo hiểm y tế nào.',
  valid: 'Còn hiệu lực',
  validUntil: 'Còn hiệu lực đến {date}',
  expiring: 'Còn hiệu lực, hết hạn sau {count} ngày ({date})',
  lastDay: 'Còn hiệu lực, hôm nay là ngày cuối',
  expired: 'Đã hết hạn từ {date}',
  notYet: 'Chưa có hiệu lực, bắt đầu từ {date}',
  undated: 'Mã QR không ghi thời hạn: cần tra cứu thẻ',
  number: 'Mã số',
  objectCode: 'Mã đối tượng',
  name: 'Họ và tên',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  male: 'Nam',
  female: 'Nữ',
  address: 'Địa chỉ',
  facility: 'Nơi đăng ký khám chữa bệnh ban đầu',
  validFrom: 'Giá trị từ',
  validTo: 'Giá trị đến',
  fiveYears: 'Đủ 5 năm liên tục từ',
  level: 'Mức hưởng',
  area: 'Khu vực',
  issued: 'Nơi cấp, đổi thẻ',
  hidden: 'đang che, {digits} ký tự cuối là {tail}',
  hiddenCode: 'đang che',
  reveal: 'Hiện số',
  hide: 'Che số',
  onDay: 'Xem ngày khác',
  flip: 'Lật thẻ',
  rotate: 'Xoay thẻ',
  showQr: 'Mở mã QR',
  print: 'In thẻ',
  save: 'Lưu ảnh',
} as const;

/** The keys and facts of `cardWords`. */
export type CardWords = typeof vi;

export const cardWords = defineWords('card-viewer', { vi, en: () => import('./words.en.js') });
