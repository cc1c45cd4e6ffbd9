import { grownUpOn, type RulePack } from '@bhxh-kit/domain';
import type { Persona } from './personas.js';
import { Refusal } from './refusal.js';

interface Link {
  readonly linkId: string;
  readonly guardian: string;
  readonly child: Persona;
  readonly until: string;
}

/** Which persona of a test gateway sees the data of which child (A8). */
export class TestGuardians {
  readonly #links: readonly Link[];

  constructor(personas: readonly Persona[], pack: RulePack) {
    const pairs = personas.flatMap(({ profile, children = [] }) => children.map((child) => ({ guardian: profile.bhxhNumber, child })));
    this.#links = pairs.map(({ guardian, child }, at) => {
      const until = new Date(`${grownUpOn(child.profile.birthDate ?? '', pack)}T00:00:00+07:00`).toISOString();
      return { linkId: `guardian-link-${at + 1}`, guardian, child, until };
    });
  }

  childrenOf({ profile }: Persona, now: string): unknown {
    const open = this.#links.filter(({ guardian, until }) => guardian === profile.bhxhNumber && until > now);
    return { items: open.map(({ linkId, child, until }) => ({ linkId, fullName: child.profile.fullName, birthDate: child.profile.birthDate, until })) };
  }

  /** The child a guardian's link opens. */
  child({ profile }: Persona, linkId: string, now: string): Persona {
    const link = this.#links.find((each) => each.linkId === linkId && each.guardian === profile.bhxhNumber);
    if (!link) throw new Refusal('guardian.not-found');
    if (link.until <= now) throw new Refusal('guardian.child-grown-up');
    return link.child;
  }
}
