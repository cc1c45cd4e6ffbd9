import { defineWords } from '../foundation/words.js';

const vi = {
  caption: 'Sổ khám chữa bệnh',
  groups: 'Năm',
  allYears: 'Tất cả các năm',
  hide: 'Ẩn chẩn đoán',
  show: 'Hiện chẩn đoán',
  facility: 'Cơ sở khám chữa bệnh',
  admitted: 'Ngày vào',
  discharged: 'Ngày ra',
  stillIn: 'đang điều trị',
  diagnosis: 'Chẩn đoán',
  totalCost: 'Tổng chi phí (VND)',
  paidByInsurance: 'BHYT trả (VND)',
  paidByPatient: 'Người bệnh trả (VND)',
  paidByOthers: 'Nguồn khác trả (VND)',
  icd: 'Mã bệnh ICD-10',
  facilityCode: 'Mã cơ sở',
  route: 'Lý do vào viện',
  'right-route': 'Đúng tuyến',
  emergency: 'Cấp cứu',
  'wrong-route': 'Trái tuyến',
  'open-route': 'Thông tuyến',
  discharge: 'Tình trạng ra viện',
  left: 'Ra viện',
  transferred: 'Chuyển tuyến',
  absconded: 'Trốn viện',
  'asked-to-leave': 'Xin ra viện',
  'transferred-on-request': 'Chuyển theo yêu cầu',
  result: 'Kết quả điều trị',
  cured: 'Khỏi',
  better: 'Đỡ',
  unchanged: 'Không thay đổi',
  worse: 'Nặng hơn',
  died: 'Tử vong',
  'not-applicable': 'Không áp dụng',
} as const;

/** The keys and facts of `visitWords`. */
export type VisitWords = typeof vi;

export const visitWords = defineWords('visit-history', { vi, en: () => import('./words.en.js') });
