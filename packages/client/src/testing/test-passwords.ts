import { type RulePack, parsePassword, passwordDueAt, passwordOverdue } from '@bhxh-kit/domain';
import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { ONE_TIME_CODE_MINUTES, ONE_TIME_CODE_PAUSE, type OneTimeCode, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { Refusal } from './refusal.js';
import type { TestAccount, TestAccounts } from './test-accounts.js';

interface Kept {
  /** Nothing where number and contact did not fit: nothing confirms it then. */
  readonly bhxhNumber: string | undefined;
  readonly purpose: 'change' | 'reset';
  readonly text: string;
  code: OneTimeCode;
}

const later = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();
const masked = (contact: string): string =>
  contact.includes('@') ? `${contact.slice(0, 1)}***${contact.slice(contact.indexOf('@'))}` : `******${contact.slice(-4)}`;

/** The passwords of a test gateway, and the codes by which they are changed (A3, A4, A6). */
export class TestPasswords {
  readonly #kept = new Map<string, Kept>();
  readonly #last = new Map<string, OneTimeCode>();

  constructor(
    private readonly accounts: TestAccounts,
    private readonly next: () => number,
  ) {}

  age(bhxhNumber: string, pack: RulePack, now: string): unknown {
    const changedAt = this.#account(bhxhNumber).passwordSetAt;
    return { changedAt, dueAt: passwordDueAt(changedAt, pack), overdue: passwordOverdue(changedAt, now, pack), afterwards: pack.passwordAge };
  }

  /** Sends a code to the registered phone, or the e-mail address of whoever has none. */
  requestChange(bhxhNumber: string, now: string): unknown {
    const { mobilePhone, email } = this.#account(bhxhNumber).persona.profile;
    const to = mobilePhone ?? email;
    if (!to) throw new Refusal('code.no-contact');
    return { ...this.#send(bhxhNumber, { bhxhNumber, purpose: 'change' }, to, now), sentTo: masked(to) };
  }

  /** Refuses a password that is not the one in use. */
  require(bhxhNumber: string, currentPassword: string): void {
    if (this.#account(bhxhNumber).persona.password !== currentPassword)
      throw new Refusal('password.wrong', [{ pointer: '/currentPassword', code: 'password.wrong' }]);
  }

  change(bhxhNumber: string, given: { readonly codeId: string; readonly oneTimeCode: string; readonly newPassword: string }, now: string): void {
    const chosen = chosenPassword(given.newPassword, bhxhNumber);
    this.#try(given, 'change', bhxhNumber, now);
    this.#set(bhxhNumber, chosen, 'đổi', now);
  }

  /** Sends a code where number and contact fit; the answer is the same. */
  requestReset({ bhxhNumber, contact }: { readonly bhxhNumber: string; readonly contact: string }, now: string): unknown {
    const account = this.accounts.find(bhxhNumber);
    const { mobilePhone, email } = account?.persona.profile ?? {};
    const named = contact.trim().toLowerCase();
    const fits = account?.state === 'active' && [mobilePhone, email?.toLowerCase()].includes(named);
    const owner = fits ? account.persona.profile.bhxhNumber : undefined;
    return this.#send(`${bhxhNumber} ${named}`, { bhxhNumber: owner, purpose: 'reset' }, fits ? contact.trim() : undefined, now);
  }

  reset(given: { readonly bhxhNumber: string; readonly codeId: string; readonly oneTimeCode: string; readonly newPassword: string }, now: string): string {
    const bhxhNumber = this.accounts.find(given.bhxhNumber)?.persona.profile.bhxhNumber ?? given.bhxhNumber;
    const chosen = chosenPassword(given.newPassword, bhxhNumber);
    this.#try(given, 'reset', bhxhNumber, now);
    this.#set(bhxhNumber, chosen, 'đặt lại', now);
    return bhxhNumber;
  }

  #account(bhxhNumber: string): TestAccount {
    const account = this.accounts.find(bhxhNumber);
    if (!account) throw new Refusal('session.expired');
    return account;
  }

  #send(asker: string, kept: Pick<Kept, 'bhxhNumber' | 'purpose'>, to: string | undefined, now: string): object {
    const sending = sendOneTimeCode(this.#last.get(`${kept.purpose} ${asker}`), now);
    if (!sending.ok) throw new Refusal('code.too-soon');
    this.#last.set(`${kept.purpose} ${asker}`, sending.code);
    const codeId = `code-${this.next()}`;
    const text = String(this.next()).padStart(6, '0');
    this.#kept.set(codeId, { ...kept, text, code: sending.code });
    if (to) this.accounts.send({ mobilePhone: to }, `Mã xác thực: ${text}, để ${kept.purpose === 'change' ? 'đổi' : 'đặt lại'} mật khẩu.`, now);
    return { codeId, sentAt: now, expiresAt: later(now, ONE_TIME_CODE_MINUTES * 60), sendAgainAt: later(now, ONE_TIME_CODE_PAUSE) };
  }

  #try({ codeId, oneTimeCode }: { readonly codeId: string; readonly oneTimeCode: string }, purpose: Kept['purpose'], bhxhNumber: string, now: string): void {
    const refused = (code: string, facts = {}) => new Refusal('code.refused', [{ pointer: '/oneTimeCode', code, facts }]);
    const text = parseOneTimeCode(oneTimeCode);
    if (!text.ok) throw refused(text.code);
    const kept = this.#kept.get(codeId);
    if (kept?.purpose !== purpose || (kept.bhxhNumber !== undefined && kept.bhxhNumber !== bhxhNumber)) throw refused('one-time-code.expired');
    const tried = tryOneTimeCode(kept.code, kept.bhxhNumber !== undefined && text.value === kept.text, now);
    kept.code = tried.code;
    if (tried.ok) return;
    if (tried.why === 'wrong' && tried.triesLeft > 0) throw refused('one-time-code.wrong', { triesLeft: tried.triesLeft });
    throw refused(tried.why === 'wrong' || tried.why === 'locked' ? 'one-time-code.locked' : 'one-time-code.expired');
  }

  #set(bhxhNumber: string, password: string, done: string, now: string): void {
    const account = this.#account(bhxhNumber);
    if (account.persona.password === password) throw new Refusal('password.refused', [{ pointer: '/newPassword', code: 'password.same' }]);
    account.persona = { ...account.persona, password };
    account.passwordSetAt = now;
    const { mobilePhone = '', email } = account.persona.profile;
    this.accounts.send({ mobilePhone, email }, `Mật khẩu tài khoản BHXH của bạn vừa được ${done}.`, now);
  }
}

function chosenPassword(text: string, bhxhNumber: string): string {
  const chosen = parsePassword(text, { bhxhNumber });
  if (!chosen.ok) throw new Refusal('password.refused', [{ pointer: '/newPassword', code: chosen.code, facts: { ...chosen.facts } }]);
  return chosen.value;
}
