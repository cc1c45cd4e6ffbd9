import { errorsOf, type IdentityVerified, identityVerifiable, type RulePack } from '@bhxh-kit/domain';
import { checkIdentityFacts, type IdentityFacts, tidyIdentity } from '@bhxh-kit/domain/identity/identity-facts.js';
import { Refusal } from './refusal.js';

/** A person the population database of a test gateway knows, or `unavailable` for one that is down (R15). */
export type TestPopulation = readonly IdentityFacts[] | 'unavailable';

const NAME = 'Cơ sở dữ liệu quốc gia về dân cư';
const HOUR = 3_600_000;

interface Kept extends IdentityVerified {
  readonly facts: string;
}

/** The verifications of a test gateway. */
export class TestIdentities {
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly population: TestPopulation | undefined,
    private readonly next: () => number,
  ) {}

  /** The name of the database, where one is asked under these rules. */
  nameUnder(pack: RulePack): string | undefined {
    return this.population && identityVerifiable(pack, 'individual') ? NAME : undefined;
  }

  verify(asked: IdentityFacts, pack: RulePack, now: string): unknown {
    if (!this.population || !this.nameUnder(pack)) throw new Refusal('identity.not-offered');
    const facts = tidyIdentity(asked);
    const faults = errorsOf(checkIdentityFacts(facts, pack, now.slice(0, 10)));
    if (faults.length > 0)
      throw new Refusal(
        'identity.invalid',
        faults.map(({ pointer, code, facts }) => ({ pointer, code, facts: { ...facts } })),
      );
    if (this.population === 'unavailable') return { result: 'unavailable' };
    if (!this.population.some((person) => textOf(person) === textOf(facts))) return { result: 'not-verified' };
    return { result: 'verified', ...this.proofOf(facts, NAME, now) };
  }

  /** What a declaration of these values carries, once. */
  proofOf(facts: IdentityFacts, by: string, now: string, { vneid }: { readonly vneid?: true } = {}) {
    const identityVerification = `verification-${this.next()}`;
    this.#kept.set(identityVerification, { facts: textOf(facts), at: now, by, ...(vneid && { vneid }) });
    return { identityVerification, by, at: now, until: new Date(Date.parse(now) + 2 * HOUR).toISOString() };
  }

  /** Whether it was given to somebody who came by VNeID (A10). */
  isVneid(identityVerification = ''): boolean {
    return this.#kept.get(identityVerification)?.vneid === true;
  }

  /** When and by what the identity of a declaration was verified; refuses a verification that is over or of somebody else. It is used up by `spend`. */
  require(
    { identityVerification, ...declared }: { readonly identityVerification?: string | undefined } & Partial<IdentityFacts>,
    now: string,
  ): IdentityVerified | undefined {
    if (identityVerification === undefined) return undefined;
    const kept = this.#kept.get(identityVerification);
    const facts = textOf({ fullName: '', identityNumber: '', birthDate: '', ...declared });
    if (kept?.facts !== facts || Date.parse(kept.at) + 2 * HOUR <= Date.parse(now))
      throw new Refusal('declaration.invalid', [{ pointer: '/identityVerification', code: 'identity-verification.over' }]);
    return { at: kept.at, by: kept.by, ...(kept.vneid && { vneid: true }) };
  }

  spend(identityVerification = ''): void {
    this.#kept.delete(identityVerification);
  }
}

function textOf(asked: IdentityFacts): string {
  const { fullName, identityNumber, birthDate } = tidyIdentity(asked);
  return [fullName, identityNumber, birthDate].join('|');
}
