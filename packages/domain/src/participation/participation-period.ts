import * as z from 'zod/mini';
import { IsoMonth } from '../dates/schemas.js';

/** The four tabs of H1: BHXH, BHTN, BHTNLĐ-BNN, BHYT. */
export const InsuranceBranch = z.enum(['social', 'unemployment', 'accident', 'health']);
export type InsuranceBranch = z.infer<typeof InsuranceBranch>;

/** Một dòng của quá trình tham gia (H1): months are inclusive; without `to` the period still runs. */
export const ParticipationPeriod = z.looseObject({
  id: z.string(),
  branch: InsuranceBranch,
  from: IsoMonth,
  to: z.optional(IsoMonth),
  employer: z.optional(z.string()),
  position: z.optional(z.string()),
  workplace: z.optional(z.string()),
  /** Loại tiền, ISO 4217. */
  currency: z.optional(z.string()),
  /** Tiền lương đóng, in whole đồng (or the currency's unit) with two decimals at most. */
  salary: z.optional(z.number()),
  /** Hệ số lương, e.g. 3.66. */
  coefficient: z.optional(z.number()),
});
export type ParticipationPeriod = z.infer<typeof ParticipationPeriod>;
