import * as z from 'zod/mini';

/** Names of the rule packs the kit carries, by the year their practice began. */
export const RulePackId = z.enum(['2021', '2023', '2025']);
export type RulePackId = z.infer<typeof RulePackId>;

/** The map of administrative units an address is written in: three levels until 30/06/2025, two levels since. */
export const AddressScheme = z.enum(['2021', '2025']);
export type AddressScheme = z.infer<typeof AddressScheme>;

/** One rule's source: the act and where in it. */
export interface Citation {
  readonly rule: string;
  readonly source: string;
}

/**
 * Bộ quy tắc: the law of a period as data. A declaration keeps the pack it was made under; nothing in the code asks for a year.
 * Where each rule is written stands in `CITATIONS`. Days are calendar days, ages are full years, months are calendar months.
 */
export interface RulePack {
  readonly id: RulePackId;
  /** First day in force, ISO date. */
  readonly effectiveFrom: string;
  readonly addressScheme: AddressScheme;
  /** R3: whether the e-mail address must be given. `required-or-vneid`: a session by VNeID stands in for it. */
  readonly email: 'optional' | 'required' | 'required-or-vneid';
  /** R14: the e-mail address is confirmed by a one-time code and serves one account only. */
  readonly emailCode: boolean;
  /** R5: photographs are asked always, or not when the identity was already verified or matched. */
  readonly photographs: 'always' | 'unless-verified' | 'unless-matched';
  /** R13: the signed Mẫu 01 must reach the agency within this many days. */
  readonly paperWithinDays: number;
  /** R13: a VNeID level 2 session replaces the signed paper. */
  readonly paperWaivedByVneid: boolean;
  /** R2, R3: how many days ahead a person can say that they begin or stop. */
  readonly aheadWithinDays: number;
  /** R16: who counts as a child: below this age, in full years. */
  readonly childBelowAge: number;
  /** R16: a child may register without a guardian's account. */
  readonly childDirectly: boolean;
  /** Which number kinds "Mã số BHXH" takes, the preferred first. */
  readonly bhxhNumberKinds: readonly ('legacy' | 'personal-id')[];
  /** Whether a 9-digit CMND is still taken as an identity paper. */
  readonly acceptsNineDigitIdentity: boolean;
  /** A3: months after which the password is to be changed. */
  readonly passwordAgeMonths: number;
  /** A3: whether the change is only reminded of or enforced. */
  readonly passwordAge: 'enforce' | 'remind';
}
