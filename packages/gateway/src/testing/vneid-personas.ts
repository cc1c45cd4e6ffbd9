import type { SimulatedPerson } from './vneid-simulator.js';

/** Somebody for each thing that can come of signing in with VNeID. Birth year 2099 in the number, as of everybody invented here. */
export const VNEID_PERSONAS: readonly SimulatedPerson[] = [
  {
    fullName: 'Nguyễn Văn A',
    personalId: '079299000001',
    dateOfBirth: '28/02/1985',
    sex: 'male',
    level: 2,
    shows: 'Đã có tài khoản: đăng nhập ngay.',
  },
  {
    fullName: 'Lê Thị Mẫu',
    personalId: '079399000012',
    dateOfBirth: '17/05/1990',
    sex: 'female',
    level: 2,
    shows: 'Chưa có tài khoản: tờ khai được điền sẵn, không cần ảnh và bản giấy.',
  },
  { fullName: 'Trần Thử Nghiệm', personalId: '079299000013', dateOfBirth: '1979', level: 1, shows: 'Mức độ 1: chưa dùng được.' },
  { fullName: 'Phạm Thử Lỗi', personalId: '079299000014', dateOfBirth: '01/12/1979', level: 2, down: true, shows: 'VNeID không trả lời.' },
];
