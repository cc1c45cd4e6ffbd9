import { defineWords } from '../foundation/words.js';

const vi = {
  province: 'Tỉnh, thành phố',
  district: 'Quận, huyện, thị xã',
  commune: 'Xã, phường, thị trấn',
  commune2025: 'Xã, phường, đặc khu',
  street: 'Số nhà, ngõ (ngách, hẻm), đường phố, tổ (thôn, xóm, ấp)',
  provinceMissing: 'Chưa chọn tỉnh, thành phố.',
  districtMissing: 'Chưa chọn quận, huyện, thị xã.',
  communeMissing: 'Chưa chọn xã, phường.',
  streetMissing: 'Chưa ghi số nhà, đường phố, tổ (thôn, xóm, ấp). Nơi không có số nhà thì ghi tên thôn, xóm, ấp.',
  streetTooLong: 'Phần số nhà, đường phố dài quá {max} ký tự. Hãy ghi ngắn lại.',
  unresolved: '“{text}” không có trong danh mục. Hãy chọn một dòng trong danh sách.',
  notYet: 'Danh mục đang tải, “{text}” sẽ được tìm khi tải xong.',
  unknownCode: 'Không có đơn vị hành chính mang mã {code} ở đây. Hãy chọn lại trong danh sách.',
  provinceFirst: 'Hãy chọn tỉnh, thành phố trước.',
  districtFirst: 'Hãy chọn quận, huyện trước.',
  found: 'Tìm thấy {count} dòng.',
  noneFound: 'Không có dòng nào khớp. Gõ có dấu hay không dấu đều được.',
  undivided: 'Huyện này không chia xã.',
  noUnits: 'Danh mục chưa có đơn vị hành chính nào ở đây.',
  failed: 'Chưa tải được danh mục địa chỉ. Hãy kiểm tra kết nối mạng rồi thử lại.',
  noSource: 'Chưa có danh mục địa chỉ cho trang này.',
} as const;

export type AddressFieldWords = typeof vi;

export const addressFieldWords = defineWords('address-field', { vi, en: () => import('./words.en.js') });
