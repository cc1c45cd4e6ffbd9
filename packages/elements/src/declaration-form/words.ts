import { loadEnglish } from '@bhxh-kit/domain/wording';
import { defineWords } from '../foundation/words.js';

const vi = {
  steps: 'Các bước của tờ khai',
  step: 'Bước {number}/{total}: {name}',
  skippedStep: 'bỏ qua',
  doneStep: 'đã xong',
  optional: 'không bắt buộc',
  requiredNote: 'Mục có dấu * là bắt buộc.',
  next: 'Tiếp',
  back: 'Quay lại',
  record: 'Ghi nhận',
  recording: 'Đang ghi nhận…',
  edit: 'Sửa',
  editNamed: 'Sửa: {name}',
  errorsTitle: 'Hãy sửa {count} mục sau rồi tiếp tục',
  warning: 'Hãy xem lại:',
  deadlineFirst:
    'Sau khi ghi nhận, bạn in, ký Mẫu 01 và nộp cho cơ quan BHXH trong {days} ngày. Nếu ghi nhận hôm nay, hạn là ngày {date}. Quá hạn, tờ khai bị hủy, dữ liệu bị xóa và bạn phải làm lại từ đầu.',
  prepare: 'Cần chuẩn bị: mã số BHXH, giấy tờ tùy thân, điện thoại di động và ảnh chụp giấy tờ. Mất khoảng 10 phút.',
  subjectHint: 'Chọn “Trẻ em” để đăng ký cho con dưới {age} tuổi.',
  childNeedsAccount: 'Cha, mẹ hoặc người giám hộ cần có tài khoản và đăng nhập trước.',
  bhxhNumberHint: '10 chữ số, hoặc 12 chữ số của số định danh. Có thể dán cả mã thẻ BHYT 15 ký tự, biểu mẫu lấy 10 ký tự cuối.',
  identityNumberHint: 'Số căn cước 12 chữ số, hoặc số hộ chiếu.',
  identityNumberHintOld: 'Số căn cước 12 chữ số, CMND 9 chữ số, hoặc số hộ chiếu.',
  birthDateHint: 'Ví dụ 01/02/2015.',
  dateHint: 'Ngày/tháng/năm, ví dụ 09/02/2026.',
  mobilePhoneHint: 'Thông báo và cách vào tài khoản được gửi tới số này.',
  emailHint: 'Nhận Mẫu 01 và thông báo qua thư.',
  identitySection: 'Người đăng ký',
  guardianSection: 'Người giám hộ',
  addressSection: 'Địa chỉ liên hệ',
  contactSection: 'Liên hệ',
  photographsIntro: 'Chụp thẳng, đủ sáng, thấy rõ bốn góc. Ảnh chỉ dùng cho tờ khai này.',
  partFailed: 'Chưa tải được phần này của biểu mẫu. Hãy kiểm tra mạng rồi thử lại; nội dung đã nhập vẫn còn.',
  certificateSection: 'Chứng thư số',
  certificateHint: 'Chỉ điền khi có chứng thư số: điền đủ bốn mục, hoặc để trống cả bốn.',
  reviewIntro: 'Hãy kiểm tra từng mục. Bấm “Sửa” để quay lại; nội dung đã điền vẫn còn.',
  notGiven: 'Không có',
  commitmentText:
    'Tôi cam kết hoàn toàn chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung nêu trên và thực hiện giao dịch điện tử trong lĩnh vực bảo hiểm xã hội theo đúng quy định của pháp luật.',
  photographKept: 'Đã gửi',
  notSent: 'Tờ khai chưa được ghi nhận',
  sendAgain: 'Thử lại',
  noClient: 'Biểu mẫu chưa nối với hệ thống tiếp nhận nên chưa gửi được. Hãy báo cho đơn vị quản lý trang này.',
  rulesFailed: 'Chưa tải được quy định hiện hành nên chưa mở được biểu mẫu. Hãy kiểm tra kết nối mạng rồi thử lại.',
  broken: 'Có lỗi xảy ra khi gửi. Nội dung bạn đã nhập vẫn còn. Hãy thử lại.',
  received: 'Đã ghi nhận tờ khai',
} as const;

/** The keys and facts of `declarationFormWords`. */
export type DeclarationFormWords = typeof vi;

/** Labels of fields and sentences of faults are not here: they come from the domain, in English together with these. */
export const declarationFormWords = defineWords('declaration-form', {
  vi,
  en: async () => (await Promise.all([import('./words.en.js'), loadEnglish()]))[0],
});
