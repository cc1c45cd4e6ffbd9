import * as z from 'zod/mini';
import { IsoDate } from '../dates/schemas.js';
import { AddressScheme } from '../rule-packs/rule-pack.js';

/** The level of an administrative unit. The 2025 map has no districts (NQ 202/2025/QH15, Luật 72/2025/QH15). */
export const UnitLevel = z.enum(['province', 'district', 'commune']);
export type UnitLevel = z.infer<typeof UnitLevel>;

/**
 * Đơn vị hành chính: a province (2 digits), district (3) or commune (5). A code means something only together with its scheme, because codes were reused.
 */
export const Unit = z.looseObject({
  scheme: AddressScheme,
  code: z.string().check(z.regex(/^(\d{2}|\d{3}|\d{5})$/)),
  name: z.string(),
  level: UnitLevel,
  parentCode: z.optional(z.string()),
});
export type Unit = z.infer<typeof Unit>;

/** Cơ quan BHXH: `0` + province code for a provincial office, five digits for an office below it. The parent is data, not the prefix. */
export const Agency = z.looseObject({
  code: z.string().check(z.regex(/^\d{3}(\d{2})?$/)),
  name: z.string(),
  parentCode: z.optional(z.string()),
  address: z.optional(z.string()),
  phone: z.optional(z.string()),
  /** Communes it serves, in the 2025 scheme. */
  communeCodes: z.optional(z.array(z.string())),
  validFrom: z.optional(IsoDate),
  validTo: z.optional(IsoDate),
});
export type Agency = z.infer<typeof Agency>;
