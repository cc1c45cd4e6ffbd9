import type { DeclarationProgress } from '@bhxh-kit/contract';
import { type Agency, type DeclarationSubmission, type RulePackId, rulePack, type Unit } from '@bhxh-kit/domain';
import { OfficerDesk } from './officer-desk.js';
import type { TestOfficer } from './officers.js';
import type { Persona } from './personas.js';
import { Refusal } from './refusal.js';
import { ReviewDesk } from './review-desk.js';
import { ReviewLists } from './review-lists.js';
import { TestAccounts } from './test-accounts.js';
import { TestChallenges } from './test-challenges.js';
import { TestCodes } from './test-codes.js';
import { TestDevices } from './test-devices.js';
import { TestConsents } from './test-consents.js';
import { TestContacts } from './test-contacts.js';
import { TestGuardians } from './test-guardians.js';
import { TestIdentities, type TestPopulation } from './test-identities.js';
import { TestVneid, type TestVneidPerson } from './test-vneid.js';
import { TestPasskeys } from './test-passkeys.js';
import { TestPasswords } from './test-passwords.js';

interface Beginning {
  readonly rulePack: RulePackId;
  readonly now: number;
  readonly personas: readonly Persona[];
  readonly officers: readonly TestOfficer[];
  /** A list of so many rows needs a second person; 0 never does. */
  readonly secondPersonFrom: number;
  readonly challenge: 'none' | 'proof-of-work' | 'typed';
  readonly challengeFollow: boolean;
  readonly challengeSignIn: number;
  readonly population: TestPopulation | undefined;
  readonly vneid: readonly TestVneidPerson[] | undefined;
  /** One device at a time (A5). */
  readonly oneDevice: boolean;
  /** Whether people can sign in by passkey (A7). */
  readonly passkeys: boolean;
  readonly units: readonly Unit[];
  readonly agencies: readonly Agency[];
}

/** A stored declaration; a cancelled one keeps only what tells its owner so (R13). */
export interface StoredDeclaration {
  progress: DeclarationProgress;
  submission: DeclarationSubmission | undefined;
  readonly contacts: readonly string[];
  /** When the notice may be sent again. */
  sendAgainAt?: string;
}

export interface StoredPhotograph {
  readonly key: string;
  readonly size: number;
  readonly bytes: Uint8Array;
  received: number;
}

/** A person or an officer who signed in. */
export interface Session {
  readonly persona?: Persona;
  /** The name the device gave itself. */
  readonly device?: string | undefined;
  readonly officer?: TestOfficer;
  readonly signedInAt: string;
  accessToken: string;
  refreshToken: string;
  expired: boolean;
}

/** Everything a test gateway remembers. */
export class GatewayMemory {
  readonly declarations = new Map<string, StoredDeclaration>();
  readonly photographs = new Map<string, StoredPhotograph>();
  readonly accounts: TestAccounts;
  readonly officers: OfficerDesk;
  readonly desk = new ReviewDesk(this);
  readonly lists = new ReviewLists(this);
  readonly codes = new TestCodes(() => this.next());
  readonly devices = new TestDevices(this);
  readonly passkeys: TestPasskeys;
  readonly consents = new TestConsents();
  readonly contacts: TestContacts;
  readonly guardians: TestGuardians;
  readonly passwords: TestPasswords;
  readonly challenges: TestChallenges;
  readonly identities: TestIdentities;
  readonly vneid: TestVneid;
  readonly #answers = new Map<string, { body: string; value: unknown }>();
  #sessions: Session[] = [];
  /** Tokens of sessions that another device ended. */
  readonly #takenOver = new Set<string>();
  #now: number;
  #serial = 0;

  constructor(readonly beginning: Beginning) {
    this.#now = beginning.now;
    this.challenges = new TestChallenges(beginning.challenge, () => this.next(), beginning.challengeFollow, beginning.challengeSignIn);
    this.vneid = new TestVneid(beginning.vneid);
    this.identities = new TestIdentities(beginning.population, () => this.next());
    this.officers = new OfficerDesk(beginning.officers, () => this.next());
    this.accounts = new TestAccounts(
      beginning.personas.flatMap((persona) => [persona, ...(persona.children ?? [])]),
      this.now,
      () => this.next(),
    );
    this.passkeys = new TestPasskeys(this);
    this.contacts = new TestContacts(this.accounts, () => this.next());
    this.passwords = new TestPasswords(this.accounts, () => this.next());
    this.guardians = new TestGuardians(beginning.personas, rulePack(beginning.rulePack));
  }

  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** A number no other of this gateway has. */
  next(): number {
    return ++this.#serial;
  }

  move(milliseconds: number): void {
    this.#now += milliseconds;
    for (const declaration of this.declarations.values()) {
      const { status, paperDueAt } = declaration.progress;
      if (status === 'waiting-for-paper' && paperDueAt && Date.parse(paperDueAt) <= this.#now) this.#cancel(declaration);
    }
  }

  #cancel(declaration: StoredDeclaration): void {
    const history = [...declaration.progress.history, { status: 'cancelled', at: this.now }];
    for (const { id } of declaration.submission?.photographs ?? []) this.photographs.delete(id);
    declaration.progress = { ...declaration.progress, status: 'cancelled', reason: 'paper-not-received', history };
    declaration.submission = undefined;
  }

  /** Runs a write once per key: the same key and body get the same answer, another body is refused. */
  once(key: string | null, operation: string, bytes: Uint8Array, run: () => unknown): unknown {
    if (!key || !/^[\w-]{16,64}$/.test(key)) throw new Refusal('request.key-missing');
    const body = new TextDecoder().decode(bytes);
    const before = this.#answers.get(`${operation} ${key}`);
    if (before && before.body !== body) throw new Refusal('request.key-reused');
    if (before) return before.value;
    const value = run();
    this.#answers.set(`${operation} ${key}`, { body, value });
    return value;
  }

  begin(who: { readonly persona: Persona; readonly device?: string | undefined } | { readonly officer: TestOfficer }): Session {
    const session: Session = { ...who, signedInAt: this.now, expired: false, accessToken: `access-${this.next()}`, refreshToken: `refresh-${this.next()}` };
    this.#sessions.push(session);
    return session;
  }

  /** New tokens for an unused refresh token; one that was used before ends the session. */
  refresh(refreshToken: string): Session {
    const session = this.#sessions.find((candidate) => candidate.refreshToken === refreshToken);
    if (!session) throw this.#over(refreshToken);
    Object.assign(session, { expired: false, accessToken: `access-${this.next()}`, refreshToken: `refresh-${this.next()}` });
    return session;
  }

  /** The session of a request, a person's or an officer's, by its bearer token. */
  session(headers: Headers): Session {
    const token = /^Bearer (.+)$/.exec(headers.get('Authorization') ?? '')?.[1];
    if (!token) throw new Refusal('session.missing');
    const session = this.#sessions.find((candidate) => candidate.accessToken === token && !candidate.expired);
    if (!session) throw this.#over(token);
    return session;
  }

  /** The person a request is about: who holds its session, or the child their link opens; an officer's session is none. */
  person(headers: Headers): Persona {
    const { persona } = this.session(headers);
    if (!persona) throw new Refusal('session.not-allowed');
    const link = headers.get('Guardian-Link');
    if (link) return this.guardians.child(persona, link, this.now);
    // As the account is now: the session may be older.
    return this.accounts.find(persona.profile.bhxhNumber)?.persona ?? persona;
  }

  /** The officer of a request; a person's session is none. */
  officer(headers: Headers): TestOfficer {
    const { officer } = this.session(headers);
    if (!officer) throw new Refusal('session.not-allowed');
    return officer;
  }

  /** Whether a request carries a person's session that runs. */
  holds(headers: Headers): boolean {
    return this.#sessions.some(({ persona, accessToken, expired }) => persona && !expired && headers.get('Authorization') === `Bearer ${accessToken}`);
  }

  #over(token: string): Refusal {
    return new Refusal(this.#takenOver.has(token) ? 'session.taken-over' : 'session.expired');
  }

  /** The sessions of a person, the oldest first. */
  sessionsOf({ profile }: Persona): readonly Session[] {
    return this.#sessions.filter(({ persona }) => persona?.profile.bhxhNumber === profile.bhxhNumber);
  }

  /** Ends a session because another device has begun one. */
  takeOver(session: Session): void {
    this.#takenOver.add(session.accessToken).add(session.refreshToken);
    this.end(session);
  }

  end(session: Session): void {
    this.#sessions = this.#sessions.filter((other) => other !== session);
  }

  /** Ends every session of an officer. */
  endAllOf(officer: TestOfficer): void {
    this.#sessions = this.#sessions.filter((session) => session.officer !== officer);
  }

  expireTokens(): void {
    for (const session of this.#sessions) session.expired = true;
  }
}
