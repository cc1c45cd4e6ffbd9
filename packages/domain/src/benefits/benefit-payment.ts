import * as z from 'zod/mini';
import { IsoDate, IsoMonth } from '../dates/schemas.js';

/** The four tabs of H2: Một lần; ÔĐTS (ốm đau, thai sản, dưỡng sức); Hàng tháng; Thất nghiệp. */
export const BenefitKind = z.enum(['one-off', 'short-term', 'monthly', 'unemployment']);
export type BenefitKind = z.infer<typeof BenefitKind>;

/**
 * Một dòng của thông tin hưởng (H2). From and to are days, or months where the register knows no day; both are inclusive, and without `to` a benefit paid by the
 * month still runs, any other is of the one day or month.
 */
export const BenefitPayment = z.looseObject({
  id: z.string(),
  kind: BenefitKind,
  /** Chế độ, as the register words it: "Sinh con", "Ốm đau", "Hưu trí", "Trợ cấp thất nghiệp". */
  regime: z.string(),
  from: z.union([IsoDate, IsoMonth]),
  to: z.optional(z.union([IsoDate, IsoMonth])),
  /** Số tiền, in whole đồng: of the whole payment, or of each month where `per` says so. */
  amount: z.int().check(z.gte(0)),
  /** The amount is paid anew each month, as pensions and unemployment benefit are. */
  per: z.optional(z.literal('month')),
  /** Tên đơn vị: where the person worked. The register's "đơn vị" of a payment is the employer, as the guides' screens show it, and not a unit of money. */
  employer: z.optional(z.string()),
  /** Số ngày nghỉ được hưởng, of the short-term benefits. */
  days: z.optional(z.int().check(z.gte(0))),
  /** Số quyết định. */
  decision: z.optional(z.string()),
  /** Cơ quan BHXH that decided. */
  agencyName: z.optional(z.string()),
  paidOn: z.optional(IsoDate),
});
export type BenefitPayment = z.infer<typeof BenefitPayment>;
