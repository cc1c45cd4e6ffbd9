import type { InputOf, operations } from '@bhxh-kit/contract';
import { rulePack } from '@bhxh-kit/domain';
import type { TestCall } from './handlers.js';
import { Refusal } from './refusal.js';

/** Somebody who can sign in at a test gateway's VNeID (A10). Their code is their personal ID. */
export interface TestVneidPerson {
  readonly fullName: string;
  readonly personalId: string;
  /** ISO date, or a year. */
  readonly birthDate: string;
  readonly level: 1 | 2;
}

const NAME = 'VNeID mức độ 2';
const LIFE = 10 * 60_000;

/** The ways to VNeID and back of a test gateway. */
export class TestVneid {
  readonly #trips = new Map<string, { readonly browserKey: string; readonly returnTo: string; readonly until: number }>();

  constructor(private readonly persons: readonly TestVneidPerson[] | undefined) {}

  /** As people are told it, where the rules know VNeID. */
  nameIn({ beginning }: TestCall['memory']): string | undefined {
    return this.persons && rulePack(beginning.rulePack).paperWaivedByVneid ? NAME : undefined;
  }

  begin({ input, memory }: TestCall): unknown {
    if (!this.nameIn(memory)) throw new Refusal('vneid.not-offered');
    const { returnTo } = input as unknown as InputOf<typeof operations.vneid.begin>;
    const [vneidState, browserKey, until] = [`state-${memory.next()}`, `browser-${memory.next()}`, Date.parse(memory.now) + LIFE];
    this.#trips.set(vneidState, { browserKey, returnTo, until });
    const query = new URLSearchParams({ response_type: 'code', redirect_uri: returnTo, state: vneidState });
    return { authorizeUrl: `/vneid?${query.toString()}`, vneidState, browserKey, until: new Date(until).toISOString() };
  }

  finish({ input, memory }: TestCall): unknown {
    const { vneidState, browserKey, returnTo, vneidCode, vneidError } = input as unknown as InputOf<typeof operations.vneid.finish>;
    const trip = this.#trips.get(vneidState);
    const ours = trip?.browserKey === browserKey && trip.returnTo === returnTo && trip.until > Date.parse(memory.now);
    if (!ours) throw new Refusal('vneid.state-refused');
    this.#trips.delete(vneidState);
    if (vneidError === 'access_denied') throw new Refusal('vneid.cancelled');
    const found = this.persons?.find(({ personalId }) => personalId === vneidCode);
    if (!found) throw new Refusal('vneid.refused');
    if (found.level < 2) throw new Refusal('vneid.level');
    const { fullName, personalId: identityNumber, birthDate } = found;
    const account = memory.beginning.personas.find(({ profile }) => profile.personalId === identityNumber);
    const { accessToken, refreshToken } = account ? memory.begin({ persona: account }) : {};
    const person = { fullName, identityNumber, birthDate };
    return {
      result: account ? 'signed-in' : 'no-account',
      ...(account && { accessToken, refreshToken, expiresIn: 600 }),
      person,
      ...memory.identities.proofOf(person, NAME, memory.now, { vneid: true }),
    };
  }
}
