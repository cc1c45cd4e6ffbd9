import { defineWords } from '../foundation/words.js';

const vi = {
  title: 'Quản lý cá nhân',
  none: 'Chưa có thông tin cá nhân.',
  whose: 'Hồ sơ',
  own: '{name} (của tôi)',
  gone: 'Hồ sơ của {name} không còn mở cho bạn: người này đã đủ tuổi tự giao dịch, hoặc bạn không còn là người giám hộ. Đây là hồ sơ của bạn.',
  shown: 'Đang xem hồ sơ: {name}',
  bhxhNumber: 'Mã số BHXH',
  fullName: 'Họ và tên',
  birthDate: 'Ngày sinh',
  identityNumber: 'CMND/CCCD/Hộ chiếu',
  mobilePhone: 'Số điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
  agency: 'Cơ quan BHXH quản lý',
  hidden: 'đang che, {digits} ký tự cuối là {tail}',
  hiddenEmail: 'đang che',
  reveal: 'Hiện số',
  hide: 'Che số',
  changePhone: 'Đổi số điện thoại',
  changeEmail: 'Đổi thư điện tử',
  failed: 'Không tải được hồ sơ.',
  stale: 'Chưa cập nhật được hồ sơ. Đây là dữ liệu đã tải trước đó.',
} as const;

/** The keys and facts of `profileWords`. */
export type ProfileWords = typeof vi;

export const profileWords = defineWords('profile', { vi, en: () => import('./words.en.js') });
