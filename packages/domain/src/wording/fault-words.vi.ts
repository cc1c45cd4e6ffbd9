import type { FirstFaultWords } from './fault-words.js';

/** Câu báo lỗi. `{field}` is the label of the field, the other braces are facts of the fault. */
export const FAULT_WORDS_VI: FirstFaultWords = {
  required: 'Hãy điền “{field}”. Đây là thông tin bắt buộc.',
  'text.too-long': '“{field}” dài {actual} ký tự, nhiều hơn {max} ký tự mà tờ khai có chỗ. Hãy viết ngắn lại.',
  'date.shape': '“{field}” cần là một ngày có thật, đủ ngày, tháng, năm, ví dụ 09/02/2026.',
  'date.unreal': 'Ngày ở “{field}” không có trong lịch. Hãy kiểm tra lại ngày, tháng và năm.',
  'identity.other-birth-year': 'Năm sinh trong số định danh khác với ngày sinh đã biết. Hãy so lại với giấy tờ; nếu đúng như giấy tờ thì cứ tiếp tục.',
  'identity.other-sex': 'Giới tính trong số định danh khác với giấy tờ đã quét. Hãy so lại với giấy tờ; nếu đúng như giấy tờ thì cứ tiếp tục.',
  'identity.other-number': 'Mã số BHXH 12 số thường chính là số định danh cá nhân, nhưng ở đây hai số khác nhau. Hãy so lại; nếu đúng thì cứ tiếp tục.',
  'bhxh-number.kind-not-taken': '“{field}” ở tờ khai này là mã số BHXH gồm {digits} chữ số. Mã số là {digits} ký tự cuối trên thẻ BHYT.',
  'identity-number.nine-digits-expired': 'CMND 9 số không còn được nhận. Hãy điền số căn cước 12 số hoặc số hộ chiếu vào “{field}”.',
  'commitment.missing': 'Hãy đọc và đánh dấu vào ô cam kết để ghi nhận tờ khai.',
  'photograph.missing': 'Còn thiếu {kind}. Hãy chụp hoặc chọn tệp ảnh.',
  'photograph.uploading': '{Kind} đang được tải lên. Hãy chờ tải xong rồi tiếp tục.',
  'photograph.not-uploaded': '{Kind} chưa tải lên được. Hãy bấm tải lại, hoặc chọn ảnh khác.',
  'identity-number.shape':
    '“{field}” cần là số căn cước 12 chữ số, CMND 9 chữ số, hoặc hộ chiếu gồm một chữ cái và 7 hoặc 8 chữ số. Hãy điền như trên giấy tờ.',
  'phone.landline': '“{field}” cần là số di động để nhận tin nhắn, không phải số máy bàn. Số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
  'person-name.shape': '“{field}” chỉ gồm chữ cái, dấu cách, dấu gạch nối và dấu nháy. Hãy viết như trên giấy tờ.',
  'email.shape': '“{field}” chưa đúng dạng tên@miền, ví dụ nguyen.van.a@example.vn. Hãy kiểm tra lại từng ký tự.',
  'bhxh-number.shape': '“{field}” chỉ gồm chữ số: 10 chữ số, hoặc 12 chữ số của số định danh cá nhân. Có thể dán cả mã thẻ BHYT 15 ký tự.',
  'bhxh-number.length': '“{field}” gồm 10 chữ số, hoặc 12 chữ số của số định danh cá nhân; ở đây có {actual}. Mã số là 10 ký tự cuối trên thẻ BHYT.',
  'identity-number.length': '“{field}” cần là số căn cước 12 chữ số hoặc CMND 9 chữ số; ở đây có {actual}. Hãy điền như trên giấy tờ.',
  'phone.shape': '“{field}” chỉ gồm chữ số. Số điện thoại cần 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
  'phone.length': 'Số điện thoại cần 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09; ở đây có {actual}. Hãy kiểm tra lại “{field}”.',
  'phone.prefix': 'Số điện thoại cần 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09 và thuộc một nhà mạng. Hãy kiểm tra lại các số đầu của “{field}”.',
  'phone.eleven-digits':
    'Số điện thoại cần 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09. Số 11 chữ số đã đổi từ 2018: bốn số đầu của số này nay là {became}.',
  'phone.service': '“{field}” đang là số tổng đài. Hãy điền số di động 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
  'phone.foreign': '“{field}” đang là số nước ngoài. Hãy điền số di động Việt Nam, 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
  'person-name.digits': '“{field}” không có chữ số. Hãy viết như trên giấy tờ.',
  'person-name.length': '“{field}” dài {actual} ký tự, nhiều hơn {max} ký tự mà tờ khai có chỗ. Hãy viết ngắn lại.',
  'email.not-ascii': '“{field}” có chữ có dấu. Hãy tắt bộ gõ tiếng Việt và gõ lại, ví dụ nguyen.van.a@example.vn.',
  'email.length': '“{field}” dài {actual} ký tự, nhiều hơn {max} ký tự. Hãy kiểm tra lại.',
  'reference.empty': 'Hãy điền số tờ khai, ví dụ 00055.GD_2026_084. Số này có trên tờ khai và trong tin nhắn.',
  'reference.shape': 'Số tờ khai có dạng 00055.GD_2026_084. Hãy chép đúng như trên tờ khai hoặc trong tin nhắn.',
};
