import * as z from 'zod/mini';
import { IsoDate, PartialDate } from '../dates/schemas.js';

/** Giới tính, as cards and registers hold it. */
export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

/** Mức hưởng: the third character of the card number; the digit alone decides what is paid. */
export const BenefitLevel = z.enum(['1', '2', '3', '4', '5']);
export type BenefitLevel = z.infer<typeof BenefitLevel>;

/** Thẻ BHYT (C1): one card with its interval of validity. */
export const HealthCard = z.looseObject({
  /** 15 characters, or the 10 digits that cards since 01/04/2021 print (QĐ 1666/QĐ-BHXH 2020). */
  number: z.string(),
  holderName: z.string(),
  birthDate: PartialDate,
  sex: z.optional(Sex),
  address: z.optional(z.string()),
  /** Nơi đăng ký khám chữa bệnh ban đầu; the code as printed, `79 - 034`. */
  facilityCode: z.optional(z.string()),
  facilityName: z.optional(z.string()),
  validFrom: IsoDate,
  validTo: z.optional(IsoDate),
  /** Thời điểm đủ 05 năm liên tục. */
  fiveYearsFrom: z.optional(IsoDate),
  /** Mã đối tượng. Sensitive: it can reveal poverty or disability. */
  objectCode: z.optional(z.string()),
  benefitLevel: z.optional(BenefitLevel),
  livingArea: z.optional(z.enum(['K1', 'K2', 'K3'])),
  issuedOn: z.optional(IsoDate),
  issuedAt: z.optional(z.string()),
  /** The payload of the card's QR code as the issuer made it. */
  qrText: z.optional(z.string()),
});
export type HealthCard = z.infer<typeof HealthCard>;
