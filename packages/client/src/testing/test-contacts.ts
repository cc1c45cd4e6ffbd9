import { type Profile, parseEmail, parsePhone } from '@bhxh-kit/domain';
import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { type OneTimeCode, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { Refusal } from './refusal.js';
import type { TestAccounts } from './test-accounts.js';

type Kind = 'mobilePhone' | 'email';
type Pointer = '/registeredCode' | '/newCode';

interface Waiting {
  readonly bhxhNumber: string;
  readonly kind: Kind;
  readonly contact: string;
  readonly texts: Readonly<Record<Pointer, string>>;
  readonly codes: Record<Pointer, OneTimeCode>;
}

export const masked = (contact: string): string => {
  const at = contact.indexOf('@');
  return at > 0 ? `${contact.slice(0, 1)}***${contact.slice(at)}` : `${'*'.repeat(Math.max(0, contact.length - 4))}${contact.slice(-4)}`;
};
const refused = (pointer: Pointer, code: string, facts = {}) => new Refusal('code.refused', [{ pointer, code, facts }]);

/** The contact changes of a test gateway (A8): a code to the registered contact and one to the new. */
export class TestContacts {
  readonly #waiting = new Map<string, Waiting>();
  readonly #last = new Map<string, OneTimeCode>();

  constructor(
    private readonly accounts: TestAccounts,
    private readonly next: () => number,
  ) {}

  send({ kind, contact: typed }: { readonly kind: Kind; readonly contact: string }, profile: Profile, now: string): unknown {
    const { bhxhNumber, mobilePhone = '', email } = profile;
    const contact = contactOf(kind, typed);
    if (profile[kind] === contact) throw new Refusal('contact.invalid', [{ pointer: '/contact', code: 'contact.same', facts: {} }]);
    const sending = sendOneTimeCode(this.#last.get(bhxhNumber), now);
    if (!sending.ok) throw new Refusal('code.too-soon');
    this.#last.set(bhxhNumber, sending.code);
    const changeId = `change-${this.next()}`;
    const newText = () => String(this.next()).padStart(6, '0');
    const texts = { '/registeredCode': newText(), '/newCode': newText() };
    this.#waiting.set(changeId, { bhxhNumber, kind, contact, texts, codes: { '/registeredCode': sending.code, '/newCode': sending.code } });
    const registered = mobilePhone || email || '';
    this.accounts.send({ mobilePhone: registered }, `Mã xác thực thay đổi liên hệ: ${texts['/registeredCode']}`, now);
    this.accounts.send({ mobilePhone: contact }, `Mã xác thực liên hệ mới: ${texts['/newCode']}`, now);
    const at = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
    const sent = (to: string) => ({ sentTo: masked(to), sentAt: now, expiresAt: at(600), sendAgainAt: at(60) });
    return { changeId, toRegistered: sent(registered), toNew: sent(contact) };
  }

  change(given: { readonly changeId: string; readonly registeredCode: string; readonly newCode: string }, bhxhNumber: string, now: string): void {
    const waiting = this.#waiting.get(given.changeId);
    const account = this.accounts.find(bhxhNumber);
    if (waiting?.bhxhNumber !== bhxhNumber || !account) throw refused('/newCode', 'one-time-code.expired');
    this.#try(waiting, '/newCode', given.newCode, now);
    this.#try(waiting, '/registeredCode', given.registeredCode, now);
    this.#waiting.delete(given.changeId);
    const { profile } = account.persona;
    account.persona = { ...account.persona, profile: { ...profile, [waiting.kind]: waiting.contact } };
    this.accounts.send({ mobilePhone: profile.mobilePhone ?? '', email: profile.email }, 'Tài khoản BHXH đã đổi liên hệ.', now);
  }

  #try({ codes, texts }: Waiting, pointer: Pointer, typed: string, now: string): void {
    const text = parseOneTimeCode(typed);
    if (!text.ok) throw refused(pointer, text.code);
    const tried = tryOneTimeCode(codes[pointer], text.value === texts[pointer], now);
    if (tried.ok) return;
    codes[pointer] = tried.code;
    if (tried.why === 'wrong' && tried.triesLeft > 0) throw refused(pointer, 'one-time-code.wrong', { triesLeft: tried.triesLeft });
    throw refused(pointer, tried.why === 'expired' ? 'one-time-code.expired' : 'one-time-code.locked');
  }
}

function contactOf(kind: Kind, typed: string): string {
  const email = kind === 'email' ? parseEmail(typed) : undefined;
  if (email?.ok) return email.value;
  const phone = kind === 'mobilePhone' ? parsePhone(typed) : undefined;
  if (phone?.ok) return phone.value.national;
  const fault = email ?? phone;
  throw new Refusal('contact.invalid', [{ pointer: '/contact', code: fault && !fault.ok ? fault.code : 'contact.shape', facts: {} }]);
}
