import type { IdentityFacts } from '@bhxh-kit/domain/identity/identity-facts.js';

/** What a population database can say. `unavailable`: nothing, for whatever reason; the person takes photographs. */
export type Verdict = 'verified' | 'not-verified' | 'unavailable';

/** Asks a population database whether name, number and birth date belong together (R15). Never rejects: what cannot be asked is `unavailable`. */
export interface IdentityVerifier {
  /** As people are told it, e.g. "Cơ sở dữ liệu quốc gia về dân cư". */
  readonly name: string;
  verify(facts: IdentityFacts): Promise<Verdict>;
}
