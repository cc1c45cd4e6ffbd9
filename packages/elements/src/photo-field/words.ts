import { defineWords } from '../foundation/words.js';

const vi = {
  portrait: 'Ảnh cá nhân (4×6)',
  'identity-front': 'Mặt trước căn cước, CMND hoặc hộ chiếu',
  'identity-back': 'Mặt sau căn cước, CMND',
  'birth-certificate': 'Giấy khai sinh',
  'portrait-advice': 'Chụp thẳng, rõ mặt, nền trơn, không đội mũ, không đeo kính màu.',
  'identity-front-advice': 'Đặt giấy tờ nằm ngang trong khung, đủ bốn góc, không lóa.',
  'identity-back-advice': 'Đặt giấy tờ nằm ngang trong khung, đủ bốn góc, không lóa.',
  'birth-certificate-advice': 'Chụp đủ cả trang, chữ đọc được, không lóa.',
  choose: 'Chọn ảnh từ máy',
  take: 'Chụp ảnh',
  app: 'Máy ảnh của điện thoại',
  dropHere: 'hoặc kéo thả, dán ảnh vào đây',
  opening: 'Đang mở ảnh…',
  missing: 'Chưa có: {label}. Hãy chụp hoặc chọn ảnh.',
  again: 'Chọn lại',
  remove: 'Xóa ảnh',
  edit: 'Chỉnh lại',
  preview: '{label}: ảnh đã chọn',
  removed: 'Đã xóa ảnh.',
  uploading: 'Đang gửi ảnh: {percent} %',
  cancel: 'Dừng gửi',
  kept: 'Đã gửi ảnh.',
  failed: 'Chưa gửi được ảnh. Ảnh vẫn còn ở đây; hãy kiểm tra kết nối mạng rồi bấm “Gửi lại”.',
  cancelled: 'Đã dừng gửi. Ảnh vẫn còn ở đây.',
  send: 'Gửi lại',
  notLoaded: 'Chưa tải được phần chỉnh ảnh. Hãy kiểm tra kết nối mạng rồi thử lại.',
} as const;

export type PhotoFieldWords = typeof vi;

export const photoFieldWords = defineWords('photo-field', { vi, en: () => import('./words.en.js') });
