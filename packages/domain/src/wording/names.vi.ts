import type { Names } from './names.js';

/** Names of codes in Vietnamese; a code without a name fails the build. */
export const NAMES_VI: Names = {
  branch: { social: 'BHXH', unemployment: 'BHTN', accident: 'BHTNLĐ-BNN', health: 'BHYT' },
  handIn: {
    'at-agency': 'Tại nơi tiếp nhận hồ sơ theo quy định của Bảo hiểm xã hội Việt Nam',
    'by-post': 'Tại nhà thông qua dịch vụ bưu chính công ích (cước dịch vụ do cá nhân tự trả khi gửi hồ sơ)',
  },
  photograph: {
    portrait: 'ảnh cá nhân 4×6',
    'identity-front': 'ảnh mặt trước giấy tờ',
    'identity-back': 'ảnh mặt sau giấy tờ',
    'birth-certificate': 'ảnh giấy khai sinh',
  },
  purpose: { register: 'Đăng ký sử dụng', adjust: 'Điều chỉnh thông tin', stop: 'Ngừng sử dụng' },
  skipReason: {
    vneid: 'Bạn đã đăng nhập bằng VNeID mức độ 2 nên không cần ảnh.',
  },
  status: {
    'waiting-for-paper': 'Chờ nộp Mẫu 01 đã ký',
    'in-review': 'Cơ quan BHXH đang xem xét',
    approved: 'Đã chấp nhận',
    rejected: 'Không chấp nhận',
    cancelled: 'Đã hủy',
  },
  step: {
    subject: 'Loại đối tượng',
    person: 'Thông tin cá nhân',
    adjustment: 'Nội dung điều chỉnh',
    stopping: 'Ngừng sử dụng',
    photographs: 'Giấy tờ, ảnh',
    agency: 'Cơ quan tiếp nhận',
    review: 'Xem lại và cam kết',
    receipt: 'Đã ghi nhận',
  },
  subject: { individual: 'Cá nhân', child: 'Trẻ em', organisation: 'Cơ quan/Tổ chức' },
  transactAt: { portal: 'Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam', ivan: 'Tổ chức I-VAN' },
};
