import { defineWords } from '../foundation/words.js';

export const agencyPickerWords = defineWords('agency-picker', {
  vi: {
    open: 'Chọn cơ quan BHXH tiếp nhận',
    change: 'Thay đổi',
    changeNamed: 'Thay đổi cơ quan BHXH, đang chọn {path}',
    failed: 'Chưa tải được danh mục cơ quan BHXH. Hãy kiểm tra kết nối mạng rồi thử lại.',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    unknown: 'Không có cơ quan BHXH mang mã {code} trong danh mục. Hãy bấm “Thay đổi” để chọn lại.',
    suggested: 'Theo nơi cư trú, cơ quan tiếp nhận là {path}.',
    takeSuggested: 'Chọn cơ quan này',
  },
  en: {
    open: 'Choose the receiving social security office',
    change: 'Change',
    changeNamed: 'Change the social security office, now {path}',
    failed: 'The list of offices could not be loaded. Check the network connection and try again.',
    address: 'Address',
    phone: 'Telephone',
    unknown: 'No office in the list has the code {code}. Press “Change” to choose again.',
    suggested: 'For the place of residence, the receiving office is {path}.',
    takeSuggested: 'Choose this office',
  },
});
