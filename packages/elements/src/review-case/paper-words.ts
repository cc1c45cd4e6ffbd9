import { defineWords } from '../foundation/words.js';

const vi = {
  paper: 'Bản giấy',
  scan: 'Quét mã trên bản giấy',
  scanHint: 'Đặt con trỏ vào ô này, rồi quét mã QR ở cuối Mẫu 01, bên trái.',
  scanNothing: 'Chưa có mã. Hãy quét mã QR ở cuối Mẫu 01.',
  scanCheck: 'Kiểm tra',
  checking: 'Đang kiểm tra…',
  agrees: 'Bản giấy khớp với dữ liệu',
  agreesHow: 'Mã có chữ ký đúng và {count} mục trong mã đều giống hồ sơ. Hãy nhìn thêm chữ in trên giấy: phải giống hồ sơ.',
  differs: 'Bản giấy khác dữ liệu ở {count} mục',
  differsHow: 'Mã là thật, nhưng dữ liệu đã khác lúc in. Hãy hỏi người nộp; nếu đã sửa tờ khai thì cần bản in mới.',
  onPaper: 'Trên giấy',
  inData: 'Trong hồ sơ',
  nothing: 'không có',
  tooLong: 'nội dung dài, mã chỉ cho biết là khác',
  otherCase: 'Đây là bản giấy của tờ khai khác: {reference}',
  otherCaseHow: 'Mã là thật. Đừng ghi nhận bản giấy này cho hồ sơ đang mở.',
  openIt: 'Mở hồ sơ {reference}',
  opening: 'Đang mở hồ sơ {reference}…',
  genuine: 'Mã là thật, của tờ khai {reference}',
  genuineHow: 'Chưa so được với hồ sơ. Các mục dưới đây đã được ký; chữ in trên giấy phải giống.',
  notFound: 'Không có tờ khai này trong các cơ quan của bạn.',
  notOpened: 'Chưa mở được hồ sơ, có thể do mất mạng.',
  sealed: 'Các mục trong mã',
  damaged: 'Quét chưa trọn mã',
  damagedHow: 'Máy quét đọc thiếu hoặc sai vài ký tự. Hãy vuốt phẳng giấy rồi quét lại.',
  typedHow: 'Bàn phím tiếng Việt đã làm sai mã. Hãy chuyển sang bàn phím tiếng Anh (bấm phím Windows + phím cách) rồi quét lại.',
  none: 'Đây không phải mã của Mẫu 01',
  noneHow: 'Hãy quét mã QR ở cuối Mẫu 01, bên trái chỗ ký. Bản in trước đây có thể không có mã.',
  forged: 'Mã này là giả',
  forgedHow: 'Chữ ký trong mã không phải của hệ thống tiếp nhận. Đừng nhận bản giấy; hãy in lại Mẫu 01 từ hồ sơ rồi để người nộp ký.',
  unknownKey: 'Chưa kiểm tra được mã này',
  unknownKeyHow: 'Máy này không biết khóa {key} đã ký mã. Hãy nối mạng rồi quét lại. Nếu vẫn vậy, mã không phải của hệ thống này hoặc khóa đã bị thu hồi.',
  unchecked: 'Trang này không kiểm tra được mã',
  uncheckedHow: 'Trang không được mã hóa (https). Hãy báo cho đơn vị quản lý trang.',
  receivedOn: 'Ngày trên tờ khai',
  rulePack: 'Bộ quy định',
} as const;

/** The keys and facts of `paperWords`. */
export type PaperWords = typeof vi;

/** Words of the check of the paper (O2). */
export const paperWords = defineWords('review-case', { vi, en: () => import('./paper-words.en.js') });
