import * as z from 'zod/mini';
import { IsoDate } from '../dates/schemas.js';

/** Lý do vào viện (`lyDoVV` 1–4 of the assessment gateway, identifiers §8): đúng tuyến, cấp cứu, trái tuyến, thông tuyến. */
export const VisitRoute = z.enum(['right-route', 'emergency', 'wrong-route', 'open-route']);
export type VisitRoute = z.infer<typeof VisitRoute>;

/** Tình trạng ra viện (`tinhTrang` 1–5, identifiers §8): ra viện, chuyển tuyến, trốn viện, xin ra viện, chuyển theo yêu cầu. */
export const VisitDischarge = z.enum(['discharged', 'transferred', 'absconded', 'asked-to-leave', 'transferred-on-request']);
export type VisitDischarge = z.infer<typeof VisitDischarge>;

/** Kết quả điều trị (`kqDieuTri` 1–6, identifiers §8): khỏi, đỡ, không thay đổi, nặng hơn, tử vong, không áp dụng. */
export const VisitResult = z.enum(['cured', 'better', 'unchanged', 'worse', 'died', 'not-applicable']);
export type VisitResult = z.infer<typeof VisitResult>;

/** Nhóm chi phí: khám, giường, xét nghiệm, chẩn đoán hình ảnh, thuốc, vật tư, thủ thuật – phẫu thuật, vận chuyển, khác. */
export const CostGroup = z.enum(['examination', 'bed', 'test', 'imaging', 'medicine', 'supplies', 'procedure', 'transport', 'other']);
export type CostGroup = z.infer<typeof CostGroup>;

/** Đồng, with two decimals at most: prices of medicines have some. */
const Money = z.number().check(z.gte(0));

/** Who paid how much. What nobody else paid is the patient's: co-payment (cùng chi trả) and what lies outside the scope (tự trả) together. */
const Costs = {
  totalCost: Money,
  /** Quỹ BHYT thanh toán. */
  paidByInsurance: Money,
  /** Người bệnh trả. */
  paidByPatient: Money,
  /** Nguồn khác: programmes, support of the province. */
  paidByOthers: z.optional(Money),
};

/** One service, medicine or supply of a visit. `quantity` times `unitPrice` is the total cost. */
export const VisitLine = z.looseObject({
  group: CostGroup,
  /** Tên dịch vụ, thuốc hoặc vật tư. */
  service: z.string(),
  quantity: z.number().check(z.gte(0)),
  /** Đơn vị tính: "Lần", "Viên", "Ngày". */
  unit: z.optional(z.string()),
  unitPrice: Money,
  ...Costs,
});
export type VisitLine = z.infer<typeof VisitLine>;

/** Một lần khám chữa bệnh BHYT (H3). Days and times are those of Vietnam. Health data: sensitive in every field. */
export const MedicalVisit = z.looseObject({
  id: z.string(),
  /** As cards print it, `79 - 034`. */
  facilityCode: z.optional(z.string()),
  facilityName: z.string(),
  admittedOn: IsoDate,
  /** `08:30`, where the register knows it. */
  admittedTime: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** Absent while the patient is in. */
  dischargedOn: z.optional(IsoDate),
  dischargedTime: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** Tên bệnh, as the facility worded it. */
  diagnosis: z.string(),
  /** Mã bệnh chính of ICD-10: `J06.9`. */
  icd: z.optional(z.string()),
  route: z.optional(VisitRoute),
  discharge: z.optional(VisitDischarge),
  treatmentResult: z.optional(VisitResult),
  ...Costs,
  /** The visit's detail; a list of visits leaves it out. */
  lines: z.optional(z.array(VisitLine)),
});
export type MedicalVisit = z.infer<typeof MedicalVisit>;
