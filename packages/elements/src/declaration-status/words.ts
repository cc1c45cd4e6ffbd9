import { loadEnglish } from '@bhxh-kit/domain/wording';
import { defineWords } from '../foundation/words.js';

const vi = {
  title: 'Theo dõi tờ khai',
  reference: 'Số tờ khai',
  referenceHint: 'Có trên tờ khai và trong tin nhắn, ví dụ 00055.GD_2026_084.',
  contact: 'Số điện thoại hoặc thư điện tử đã đăng ký',
  follow: 'Xem tình trạng',
  following: 'Đang tìm…',
  missing: 'Hãy điền “{label}”.',
  noClient: 'Trang này chưa nối với hệ thống tiếp nhận. Hãy báo cho đơn vị quản lý trang.',
  failedTitle: 'Chưa xem được tình trạng',
  answer: 'Tờ khai {reference}: {status}',
  another: 'Xem tờ khai khác',
  status: 'Tình trạng',
  agency: 'Cơ quan tiếp nhận',
  receivedAt: 'Ghi nhận lúc',
  nextTitle: 'Việc cần làm',
  'next-waiting-for-paper': 'Tải tờ khai, in, ký tên rồi nộp kèm giấy tờ tùy thân cho cơ quan tiếp nhận trước thời hạn trên.',
  'next-in-review': 'Cơ quan BHXH đã nhận hồ sơ và đang xem xét. Bạn không cần làm gì thêm; kết quả được gửi qua tin nhắn.',
  'next-approved':
    'Kết quả đã được gửi tới điện thoại và thư điện tử đã khai. Nếu đăng ký mới: dùng mã trong tin nhắn để kích hoạt tài khoản và chọn mật khẩu trong 72 giờ; quá hạn thì xin mã mới ở trang kích hoạt.',
  'next-rejected': 'Hãy sửa theo lý do trên rồi lập tờ khai mới. Nếu chưa rõ, hãy gọi cơ quan tiếp nhận.',
  'next-cancelled': 'Dữ liệu của tờ khai này đã bị xóa. Nếu vẫn muốn đăng ký, hãy lập tờ khai mới từ đầu.',
  'next-other': 'Hãy hỏi cơ quan tiếp nhận để biết việc tiếp theo.',
  reason: 'Lý do',
  'reason-paper-not-received': 'Cơ quan BHXH không nhận được Mẫu 01 đã ký trong thời hạn.',
  'reason-other': 'Cơ quan tiếp nhận có ghi lý do; hãy liên hệ để biết chi tiết (mã {code}).',
  history: 'Quá trình xử lý',
  download: 'Tải tờ khai (PDF)',
  resend: 'Gửi lại thông báo',
  fetching: 'Đang tải tệp PDF…',
  downloaded: 'Đã tải tệp {file}.',
} as const;

/** The keys and facts of `declarationStatusWords`. */
export type DeclarationStatusWords = typeof vi;

export const declarationStatusWords = defineWords('declaration-status', {
  vi,
  // With the names of a status and the sentence of a fault, which are the domain's.
  en: async () => (await Promise.all([import('./words.en.js'), loadEnglish()]))[0],
});
