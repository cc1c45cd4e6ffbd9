import * as z from 'zod/mini';
import { PartialDate } from '../dates/schemas.js';

/** Quản lý cá nhân (A8). */
export const Profile = z.looseObject({
  bhxhNumber: z.string(),
  personalId: z.optional(z.string()),
  /** Mã số thuế of an organisation. */
  taxNumber: z.optional(z.string()),
  fullName: z.string(),
  /** A year where no more is known; absent of an organisation, and of whoever registered with a paper that does not tell it. */
  birthDate: z.optional(PartialDate),
  identityNumber: z.optional(z.string()),
  mobilePhone: z.optional(z.string()),
  email: z.optional(z.string()),
  address: z.optional(z.string()),
  agencyCode: z.optional(z.string()),
  agencyName: z.optional(z.string()),
  /** The language of notices. */
  locale: z.optional(z.enum(['vi', 'en'])),
});
export type Profile = z.infer<typeof Profile>;
