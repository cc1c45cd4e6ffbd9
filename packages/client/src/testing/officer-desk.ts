import { OFFICER_PASSWORD_MIN } from '@bhxh-kit/contract';
import { KeptPasskeys } from './kept-passkeys.js';
import type { TestOfficer } from './officers.js';
import { Refusal } from './refusal.js';

/** The credentials of the officers of a test gateway: passwords that were changed, and passkeys. */
export class OfficerDesk {
  readonly #passwords = new Map<string, string>();
  readonly passkeys: KeptPasskeys<TestOfficer>;

  constructor(
    readonly officers: readonly TestOfficer[],
    readonly next: () => number,
  ) {
    this.passkeys = new KeptPasskeys('officer.refused', () => `passkey${next()}`.padEnd(22, '0'), next);
  }

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

  #passwordOf(officer: TestOfficer): string {
    return this.#passwords.get(officer.id) ?? officer.password;
  }
}
