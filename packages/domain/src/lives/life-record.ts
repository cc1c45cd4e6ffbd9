import type { BenefitPayment } from '../benefits/benefit-payment.js';
import type { HealthCard } from '../cards/health-card.js';
import type { ParticipationPeriod } from '../participation/participation-period.js';
import type { Profile } from '../accounts/profile.js';
import type { MedicalVisit } from '../visits/visit.js';

/** What the registers know of a synthetic person. */
export interface LifeRecord {
  /** What an account of theirs is signed in to with. */
  readonly password: string;
  readonly profile: Profile;
  readonly cards: readonly HealthCard[];
  readonly participation: readonly ParticipationPeriod[];
  readonly benefits: readonly BenefitPayment[];
  readonly visits: readonly MedicalVisit[];
}

/** A row of a history before it has an id; without the fields a newer register might add. */
export type Unnumbered<Row> = { [Key in keyof Row as string extends Key ? never : Key extends 'id' ? never : Key]: Row[Key] };

/** Years back from today for which cards and visits are told. */
export const YEARS_TOLD = 10;

/** Rows by a date of theirs, the latest first; rows of one date stay in their order. */
export function newestFirst<Row>(rows: readonly Row[], of: (row: Row) => string): Row[] {
  return [...rows].sort((a, b) => (of(a) < of(b) ? 1 : of(a) > of(b) ? -1 : 0));
}
