import type { LaterFaultWords } from './fault-words.js';
import type { LaterFieldLabels } from './field-labels.js';
import type { Language } from './language.js';
import { VIETNAMESE } from './vietnamese.js';

/** Câu báo lỗi của cơ quan/tổ chức, điều chỉnh và ngừng sử dụng. */
const FAULTS: LaterFaultWords = {
  'changes.none': 'Hãy đánh dấu ít nhất một nội dung có thay đổi. Nếu không có gì thay đổi thì không cần tờ khai này.',
  'part.unasked': 'Mục “{field}” không thuộc tờ khai có mục đích, đối tượng hoặc nội dung thay đổi này. Hãy bỏ mục đó.',
  'stop.too-far': '“{field}” xa hơn {months} tháng. Hãy chọn một ngày đến hết {latest}; nếu dự định muộn hơn, hãy khai khi gần tới ngày đó.',
  'tax-number.check-digit': 'Chữ số thứ mười của “{field}” không khớp với chín chữ số trước. Hãy so lại với giấy tờ; nếu đúng như giấy tờ thì cứ tiếp tục.',
  'tax-number.empty': 'Hãy điền “{field}”. Đây là thông tin bắt buộc.',
  'tax-number.shape': '“{field}” chỉ gồm chữ số, ví dụ 9999999027 hoặc 9999999027-001. Hãy điền như trên giấy tờ.',
  'tax-number.length':
    '“{field}” gồm 10 chữ số, 13 chữ số nếu là chi nhánh, hoặc 12 chữ số của số định danh nếu là hộ kinh doanh; ở đây có {actual}. Hãy điền như trên giấy tờ.',
  'unit-code.empty': 'Hãy điền “{field}”. Đây là thông tin bắt buộc.',
  'unit-code.shape': '“{field}” gồm 4 đến 15 chữ cái không dấu và chữ số, như trên thông báo đóng BHXH. Hãy điền lại, hoặc hỏi cơ quan BHXH đang quản lý.',
  'organisation-name.empty': 'Hãy điền “{field}”. Đây là thông tin bắt buộc.',
  'organisation-name.shape': '“{field}” cần có chữ cái. Hãy viết như trên quyết định thành lập hoặc giấy đăng ký.',
  'organisation-name.length': '“{field}” dài {actual} ký tự, nhiều hơn {max} ký tự mà tờ khai có chỗ. Hãy viết ngắn lại.',
};

const LABELS: LaterFieldLabels = {
  'fullName.organisation': 'Tên cơ quan, tổ chức',
  'bhxhNumber.organisation': 'Mã số BHXH (mã đơn vị)',
  'contactName.organisation': 'Người liên hệ (người đại diện theo pháp luật)',
  taxNumber: 'Mã số thuế',
  changes: 'Nội dung thay đổi, bổ sung',
  stopDate: 'Ngừng giao dịch điện tử từ ngày',
  stopReason: 'Lý do ngừng',
};

/** Vietnamese with the words of every purpose and subject. */
export const EVERY_VIETNAMESE: Language = { ...VIETNAMESE, faults: { ...VIETNAMESE.faults, ...FAULTS }, labels: { ...VIETNAMESE.labels, ...LABELS } };
