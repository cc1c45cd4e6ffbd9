import type { LaterFaultWords } from './fault-words.js';
import type { LaterFieldLabels } from './field-labels.js';

/** Câu báo lỗi của cơ quan/tổ chức, điều chỉnh, ngừng sử dụng, mã thẻ, mã quét, số và bản nháp. */
export const LATER_FAULT_WORDS_VI: LaterFaultWords = {
  'changes.none': 'Hãy đánh dấu ít nhất một nội dung có thay đổi. Nếu không có gì thay đổi thì không cần tờ khai này.',
  'part.unasked': 'Mục “{field}” không thuộc tờ khai có mục đích, đối tượng hoặc nội dung thay đổi này. Hãy bỏ mục đó.',
  'stop.too-far': '“{field}” xa hơn {days} ngày. Hãy chọn một ngày đến hết {latest}; nếu dự định muộn hơn, hãy khai khi gần tới ngày đó.',
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
  'card-number.empty': 'Hãy điền mã thẻ BHYT in ở mặt trước thẻ.',
  'card-number.length': 'Mã thẻ BHYT gồm {expected} ký tự; ở đây có {actual}. Thẻ từ 01/04/2021 chỉ in 10 chữ số: hãy điền vào mục mã số BHXH.',
  'card-number.object-code': 'Hai ký tự đầu của mã thẻ BHYT cần là chữ cái không dấu, ví dụ GD. Hãy so lại với thẻ.',
  'card-number.benefit-level': 'Ký tự thứ ba của mã thẻ BHYT cần là chữ số từ 1 đến 5. Hãy so lại với thẻ.',
  'card-number.province': 'Ký tự thứ tư và thứ năm của mã thẻ BHYT cần là mã tỉnh gồm hai chữ số. Hãy so lại với thẻ.',
  'card-number.tail': 'Mười ký tự cuối của mã thẻ BHYT chỉ gồm chữ số và chữ cái không dấu. Hãy so lại với thẻ.',
  'number.shape': '“{field}” cần là một số viết như 5.453.400,00 hoặc 3,66. Hãy kiểm tra lại dấu chấm và dấu phẩy.',
  'number.too-large': '“{field}” có hơn {max} chữ số. Hãy kiểm tra lại.',
  'scan.number': 'Không đọc được mã số trong mã QR. Hãy đối chiếu với thẻ hoặc giấy tờ, rồi điền tay.',
  'scan.name': 'Không đọc được họ và tên trong mã QR. Hãy điền như trên giấy tờ.',
  'scan.birth-date': 'Không đọc được ngày sinh trong mã QR. Hãy điền như trên giấy tờ.',
  'scan.sex': 'Không đọc được giới tính trong mã QR. Hãy đối chiếu với giấy tờ.',
  'scan.address': 'Không đọc được địa chỉ trong mã QR. Hãy đối chiếu với giấy tờ.',
  'scan.valid-from': 'Không đọc được ngày thẻ bắt đầu có giá trị trong mã QR. Hãy tra cứu thẻ để biết thẻ còn hạn không.',
  'scan.valid-to': 'Không đọc được ngày thẻ hết giá trị trong mã QR. Hãy tra cứu thẻ để biết thẻ còn hạn không.',
  'scan.issued-on': 'Không đọc được ngày cấp trong mã QR. Hãy đối chiếu với giấy tờ.',
  'scan.parent-name': 'Không đọc được tên cha hoặc mẹ trong mã QR. Hãy đối chiếu với thẻ.',
  'scan.living-area': 'Không nhận ra mã khu vực sinh sống trong mã QR. Hãy đối chiếu với thẻ.',
  'scan.five-years': 'Không đọc được thời điểm đủ 05 năm liên tục trong mã QR. Hãy đối chiếu với thẻ.',
  'scan.issued-at': 'Không đọc được nơi cấp trong mã QR. Hãy đối chiếu với thẻ.',
  'scan.token-count': 'Mã QR thiếu hoặc thừa mục so với mẫu thẻ BHYT. Hãy quét lại, rồi đối chiếu từng mục với thẻ.',
  'scan.unknown': 'Không nhận ra mã này. Hãy quét mã QR trên thẻ BHYT, CCCD hoặc căn cước, hoặc điền tay.',
  'scan.typed-through': 'Bộ gõ tiếng Việt đã làm sai nội dung quét. Hãy tắt bộ gõ (Unikey, EVKey: Ctrl + Shift để chuyển V thành E) rồi quét lại.',
  'draft.expired': 'Bản nháp đã quá hạn và được xoá. Hãy điền lại tờ khai.',
  'draft.unreadable': 'Bản nháp không đọc được và được xoá. Hãy điền lại tờ khai.',
};

/** Nhãn của các mục chỉ có ở đó. */
export const LATER_FIELD_LABELS_VI: LaterFieldLabels = {
  'fullName.organisation': 'Tên cơ quan, tổ chức',
  'bhxhNumber.organisation': 'Mã số BHXH (mã đơn vị)',
  'contactName.organisation': 'Người liên hệ (người đại diện theo pháp luật)',
  taxNumber: 'Mã số thuế',
  changes: 'Nội dung thay đổi, bổ sung',
  stopDate: 'Ngừng giao dịch điện tử từ ngày',
  stopReason: 'Lý do ngừng',
};
