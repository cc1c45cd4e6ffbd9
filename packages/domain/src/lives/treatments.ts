import type { CostGroup, VisitResult } from '../visits/visit.js';

/** A service, medicine or supply as a price list has it, in đồng. The names are invented; prices are of the size the lists of the Ministry of Health have. */
interface Service {
  readonly group: CostGroup;
  readonly service: string;
  readonly unit: string;
  readonly unitPrice: number;
  /** Least and most of it; of what is by the day, for each day in. */
  readonly quantity: readonly [number, number];
  readonly daily?: true;
  /** Outside what BHYT pays for. */
  readonly outside?: true;
}

/** Why somebody goes, and what is done. */
export interface Treatment {
  readonly diagnosis: string;
  readonly icd: string;
  /** Days in; [0, 0] is an outpatient's. */
  readonly days: readonly [number, number];
  readonly results: readonly [VisitResult, ...VisitResult[]];
  readonly services: readonly Service[];
}

const service = (group: CostGroup, name: string, unit: string, unitPrice: number, quantity: readonly [number, number] = [1, 1]): Service => ({
  group,
  service: name,
  unit,
  unitPrice,
  quantity,
});

const EXAMINATION = service('examination', 'Khám bệnh', 'Lần', 38_700);
const STATION = service('examination', 'Khám bệnh tại trạm y tế', 'Lần', 27_500);
const BED: Service = { ...service('bed', 'Giường bệnh nội khoa', 'Ngày', 187_100), daily: true };
const BED_WISHED: Service = { ...service('bed', 'Chênh lệch giường theo yêu cầu', 'Ngày', 150_000), daily: true, outside: true };
const BLOOD = service('test', 'Tổng phân tích tế bào máu', 'Lần', 46_200);
const GLUCOSE = service('test', 'Định lượng glucose', 'Lần', 21_500);
const X_RAY = service('imaging', 'Chụp X-quang', 'Lần', 65_400);
const ULTRASOUND = service('imaging', 'Siêu âm ổ bụng', 'Lần', 43_900);
const TABLETS = service('medicine', 'Thuốc Mẫu 500 mg', 'Viên', 1_250.5, [10, 60]);
const SYRUP = service('medicine', 'Siro Thử Nghiệm', 'Chai', 32_000, [1, 2]);
const INFUSION = service('medicine', 'Dịch truyền Mẫu', 'Chai', 12_600, [2, 8]);
const BANDAGE = service('supplies', 'Băng, gạc', 'Cuộn', 7_300, [1, 5]);
const PHYSIOTHERAPY = service('procedure', 'Vật lý trị liệu', 'Lần', 41_800, [1, 5]);
const DELIVERY = service('procedure', 'Đỡ đẻ thường ngôi chỏm', 'Lần', 786_700);
const VITAMINS: Service = { ...service('other', 'Thực phẩm bổ sung Mẫu', 'Hộp', 120_000), outside: true };

const OUTPATIENT: readonly [number, number] = [0, 0];

/** What anybody may be treated for. */
export const TREATMENTS: readonly [Treatment, ...Treatment[]] = [
  { diagnosis: 'Viêm họng cấp', icd: 'J02.9', days: OUTPATIENT, results: ['cured', 'better'], services: [STATION, TABLETS, SYRUP] },
  { diagnosis: 'Viêm dạ dày', icd: 'K29.7', days: OUTPATIENT, results: ['better', 'unchanged'], services: [EXAMINATION, ULTRASOUND, TABLETS] },
  { diagnosis: 'Đau lưng', icd: 'M54.5', days: OUTPATIENT, results: ['better', 'unchanged'], services: [EXAMINATION, X_RAY, PHYSIOTHERAPY, VITAMINS] },
  { diagnosis: 'Rối loạn khúc xạ', icd: 'H52.7', days: OUTPATIENT, results: ['not-applicable'], services: [EXAMINATION] },
  { diagnosis: 'Bong gân cổ chân', icd: 'S93.4', days: OUTPATIENT, results: ['better'], services: [EXAMINATION, X_RAY, BANDAGE, TABLETS] },
  { diagnosis: 'Viêm phổi', icd: 'J18.9', days: [3, 8], results: ['cured', 'better'], services: [EXAMINATION, BED, BED_WISHED, BLOOD, X_RAY, INFUSION] },
  { diagnosis: 'Viêm ruột thừa cấp', icd: 'K35.8', days: [3, 6], results: ['cured'], services: [EXAMINATION, BED, BLOOD, ULTRASOUND, INFUSION, BANDAGE] },
];

/** Those after which one goes home the same day. */
export const OUTPATIENTS = TREATMENTS.filter(({ days }) => days === OUTPATIENT) as unknown as typeof TREATMENTS;

/** What comes back every month or two from middle age on. */
export const LASTING: readonly [Treatment, ...Treatment[]] = [
  { diagnosis: 'Tăng huyết áp', icd: 'I10', days: OUTPATIENT, results: ['unchanged', 'better'], services: [EXAMINATION, BLOOD, TABLETS] },
  { diagnosis: 'Đái tháo đường típ 2', icd: 'E11.9', days: OUTPATIENT, results: ['unchanged'], services: [EXAMINATION, GLUCOSE, TABLETS] },
];

/** A birth. */
export const BIRTH: Treatment = {
  diagnosis: 'Đẻ thường một thai',
  icd: 'O80.9',
  days: [2, 4],
  results: ['better'],
  services: [EXAMINATION, BED, BLOOD, ULTRASOUND, DELIVERY, INFUSION],
};

/** Whether a treatment is a commune station's. */
export const atStation = ({ services }: Treatment): boolean => services.includes(STATION);
