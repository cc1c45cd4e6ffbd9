import { type DeclarationSubmission, firstPasswordUntil, formatActivationCode, parseActivationCode, parseBhxhNumber, parsePassword } from '@bhxh-kit/domain';
import type { Persona } from './personas.js';
import { Refusal } from './refusal.js';

/** An account of the test gateway. One that waits for its activation has no password yet. */
export interface TestAccount {
  state: 'active' | 'awaiting-activation' | 'closed';
  persona: Persona;
  readonly createdAt: string;
  /** Since when the password is the one it is. */
  passwordSetAt: string;
  code?: { readonly text: string; readonly until: string } | undefined;
}

/** An SMS or e-mail of the test gateway. */
export interface TestMessage {
  readonly to: string;
  readonly body: string;
  /** Not before this moment: what is taken back within the minute is never sent. */
  readonly at: string;
}

interface Post extends TestMessage {
  readonly actId: string | undefined;
}

/** The accounts of a test gateway, and what it sends. */
export class TestAccounts {
  readonly #accounts = new Map<string, TestAccount>();
  #posts: Post[] = [];
  readonly #next: () => number;

  constructor(personas: readonly Persona[], now: string, next: () => number) {
    for (const persona of personas) this.#accounts.set(persona.profile.bhxhNumber, { state: 'active', persona, createdAt: now, passwordSetAt: now });
    this.#next = next;
  }

  find(bhxhNumber: string): TestAccount | undefined {
    const number = parseBhxhNumber(bhxhNumber);
    return this.#accounts.get(number.ok ? number.value.digits : bhxhNumber);
  }

  /** What was sent by a moment, oldest first. */
  sentBy(now: string): readonly TestMessage[] {
    return this.#posts.filter(({ at }) => at <= now).map(({ to, body, at }) => ({ to, body, at }));
  }

  send(declared: Pick<DeclarationSubmission, 'mobilePhone' | 'email'>, body: string, at: string, actId?: string): void {
    for (const to of [declared.mobilePhone, declared.email]) if (to) this.#posts.push({ to, body, at, actId });
  }

  takeBack(actId: string): void {
    this.#posts = this.#posts.filter((post) => post.actId !== actId);
  }

  /** A code nobody guesses in a test. */
  newCode(): string {
    return String(this.#next()).padStart(8, '0');
  }

  /** Does to the accounts what an approved declaration asks for; gives the way back, which says whether it could still be gone. */
  apply(declared: DeclarationSubmission, agencyName: string, now: string, sendAt: string, actId: string): () => boolean {
    const known = this.find(declared.bhxhNumber);
    if (declared.purpose === 'register') return this.#make(declared, known, agencyName, now, sendAt, actId);
    if (!known || known.state === 'closed') throw new Refusal('review.account-missing');
    const before = { ...known };
    if (declared.purpose === 'stop') known.state = 'closed';
    else
      known.persona = {
        ...known.persona,
        profile: { ...known.persona.profile, mobilePhone: declared.mobilePhone, ...(declared.email && { email: declared.email }) },
      };
    this.send(declared, declared.purpose === 'stop' ? 'Tài khoản đã ngừng.' : 'Thông tin đã được điều chỉnh.', sendAt, actId);
    return () => {
      Object.assign(known, before);
      return true;
    };
  }

  #make(declared: DeclarationSubmission, known: TestAccount | undefined, agencyName: string, now: string, sendAt: string, actId: string): () => boolean {
    if (known && known.state !== 'closed') throw new Refusal('review.account-exists');
    const { fullName, bhxhNumber, identityNumber, mobilePhone, email, agencyCode, birthDate } = declared;
    const profile = { bhxhNumber, fullName, birthDate: birthDate ?? '2099', identityNumber, mobilePhone, email, agencyCode, agencyName };
    const code = { text: this.newCode(), until: firstPasswordUntil(now, 'one-time-activation') };
    const made: TestAccount = {
      state: 'awaiting-activation',
      createdAt: now,
      passwordSetAt: now,
      code,
      persona: { password: '', profile, cards: [], participation: [] },
    };
    this.#accounts.set(bhxhNumber, made);
    this.send(declared, `Tờ khai đã được chấp nhận. Mã kích hoạt: ${formatActivationCode(code.text)}`, sendAt, actId);
    return () => {
      if (made.state === 'active') return false;
      if (known) this.#accounts.set(bhxhNumber, known);
      else this.#accounts.delete(bhxhNumber);
      return true;
    };
  }

  /** Sets the first password (`accounts.activate`). */
  activate({ bhxhNumber, activationCode, password }: { bhxhNumber: string; activationCode: string; password: string }, now: string): void {
    const account = this.find(bhxhNumber);
    const code = parseActivationCode(activationCode);
    if (!account?.code || account.state !== 'awaiting-activation' || account.code.until <= now || !code.ok || code.value !== account.code.text)
      throw new Refusal('activation.refused');
    const chosen = parsePassword(password, { bhxhNumber });
    if (!chosen.ok) throw new Refusal('password.refused', [{ pointer: '/password', code: chosen.code, facts: { ...chosen.facts } }]);
    account.persona = { ...account.persona, password: chosen.value };
    account.passwordSetAt = now;
    account.code = undefined;
    account.state = 'active';
  }

  /** Sends a new code where there is an account that waits for one (`accounts.requestActivation`). */
  renew({ bhxhNumber, contact }: { bhxhNumber: string; contact: string }, now: string): void {
    const account = this.find(bhxhNumber);
    const { mobilePhone = '', email } = account?.persona.profile ?? {};
    if (account?.state !== 'awaiting-activation' || ![mobilePhone, email].includes(contact.trim())) return;
    account.code = { text: this.newCode(), until: firstPasswordUntil(now, 'one-time-activation') };
    this.send({ mobilePhone, email }, `Mã kích hoạt: ${formatActivationCode(account.code.text)}`, now);
  }

  /** The account of a number and a password. */
  signIn(bhxhNumber: string, password: string): TestAccount {
    const account = this.find(bhxhNumber);
    const code = parseActivationCode(password);
    if (account?.code && code.ok && code.value === account.code.text) throw new Refusal('session.first-password');
    if (account?.state !== 'active' || account.persona.password !== password) throw new Refusal('session.refused');
    return account;
  }
}
