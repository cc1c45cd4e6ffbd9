import type { Passkey } from '@bhxh-kit/contract';
import { OFFICER_PASSWORD_MIN } from '@bhxh-kit/contract';
import type { TestOfficer } from './officers.js';
import { Refusal } from './refusal.js';

interface KeptPasskey extends Passkey {
  readonly officer: TestOfficer;
  readonly credentialId: string;
}

/** The credentials of the officers of a test gateway: passwords that were changed, passkeys, challenges. Signatures are not looked at: a passkey is known by its id. */
export class OfficerDesk {
  readonly #passwords = new Map<string, string>();
  readonly #challenges = new Map<string, TestOfficer | undefined>();
  #passkeys: KeptPasskey[] = [];

  constructor(
    readonly officers: readonly TestOfficer[],
    readonly next: () => number,
  ) {}

  /** Whoever has these credentials; whatever is wrong with them, the answer is one. */
  recognise({ username, password, oneTimeCode }: Readonly<Record<string, unknown>>): TestOfficer {
    const officer = this.officers.find((each) => each.username === String(username).trim().toLowerCase());
    if (!officer || password !== this.#passwordOf(officer) || oneTimeCode !== officer.oneTimeCode) throw new Refusal('officer.refused');
    return officer;
  }

  /** Whether the password was given and not chosen yet. */
  passwordGiven(officer: TestOfficer): boolean {
    return officer.passwordGiven === true && !this.#passwords.has(officer.id);
  }

  changePassword(officer: TestOfficer, newPassword: string): void {
    const fault = (code: string, facts: object = {}) => new Refusal('officer.password-refused', [{ pointer: '/newPassword', code, facts: { ...facts } }]);
    if ([...newPassword].length < OFFICER_PASSWORD_MIN) throw fault('password.too-short', { minimum: OFFICER_PASSWORD_MIN });
    if (newPassword === this.#passwordOf(officer)) throw fault('password.same');
    this.#passwords.set(officer.id, newPassword);
  }

  /** A challenge, for an officer who adds a passkey or for whoever signs in. */
  challenge(officer?: TestOfficer): { challengeToken: string; options: { challenge: string; rpId: string } } {
    const challengeToken = `challenge-${this.next()}`;
    this.#challenges.set(challengeToken, officer);
    return { challengeToken, options: { challenge: btoa(challengeToken), rpId: 'localhost' } };
  }

  add(officer: TestOfficer, { challengeToken, credential, label }: Readonly<Record<string, unknown>>, now: string): Passkey {
    const { id } = credential as { id: string };
    if (this.#take(challengeToken) !== officer || this.#passkeys.some(({ credentialId }) => credentialId === id)) throw new Refusal('passkey.refused');
    const passkey = { id: `passkey${this.next()}`.padEnd(22, '0'), label: String(label), createdAt: now, backedUp: false };
    this.#passkeys.push({ ...passkey, officer, credentialId: id });
    return passkey;
  }

  signIn({ challengeToken, credential }: Readonly<Record<string, unknown>>): TestOfficer {
    const asked = this.#challenges.has(String(challengeToken)) && this.#take(challengeToken) === undefined;
    const passkey = this.#passkeys.find(({ credentialId }) => credentialId === (credential as { id: string }).id);
    if (!asked || !passkey) throw new Refusal('officer.refused');
    return passkey.officer;
  }

  passkeysOf(officer: TestOfficer): Passkey[] {
    return this.#passkeys.filter((each) => each.officer === officer).map(({ officer: _, credentialId: __, ...passkey }) => passkey);
  }

  remove(officer: TestOfficer, id: string): void {
    if (!this.passkeysOf(officer).some((passkey) => passkey.id === id)) throw new Refusal('passkey.not-found');
    this.#passkeys = this.#passkeys.filter((passkey) => passkey.id !== id);
  }

  #passwordOf(officer: TestOfficer): string {
    return this.#passwords.get(officer.id) ?? officer.password;
  }

  #take(challengeToken: unknown): TestOfficer | undefined {
    const officer = this.#challenges.get(String(challengeToken));
    this.#challenges.delete(String(challengeToken));
    return officer;
  }
}
