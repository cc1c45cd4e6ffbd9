import { parseEmail, type RulePack } from '@bhxh-kit/domain';
import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { EMAIL_CONFIRMATION_HOURS, emailCodeRequired } from '@bhxh-kit/domain/one-time-code/email-code.js';
import { type OneTimeCode, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { Refusal } from './refusal.js';

interface Kept {
  readonly email: string;
  readonly subject: string;
  readonly text: string;
  code: OneTimeCode;
  confirmation?: string;
}

/** The one-time codes of a test gateway (R14). */
export class TestCodes {
  readonly #kept = new Map<string, Kept>();
  readonly #last = new Map<string, OneTimeCode>();

  constructor(private readonly next: () => number) {}

  /** Sends a code; `mail` is given its text. */
  send({ email: typed, subject }: { readonly email: string; readonly subject: string }, now: string, mail: (to: string, code: string) => void): unknown {
    const email = parseEmail(typed);
    if (!email.ok) throw new Refusal('code.invalid', [{ pointer: '/email', code: email.code, facts: { ...email.facts } }]);
    const address = email.value.toLowerCase();
    const sending = sendOneTimeCode(this.#last.get(address), now);
    if (!sending.ok) throw new Refusal('code.too-soon');
    const codeId = `code-${this.next()}`;
    const text = String(this.next()).padStart(6, '0');
    this.#last.set(address, sending.code);
    this.#kept.set(codeId, { email: address, subject, text, code: sending.code });
    mail(email.value, text);
    const at = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
    return { codeId, sentAt: now, expiresAt: at(600), sendAgainAt: at(60) };
  }

  confirm({ codeId, oneTimeCode }: { readonly codeId: string; readonly oneTimeCode: string }, now: string): unknown {
    const refused = (code: string, facts = {}) => new Refusal('code.refused', [{ pointer: '/oneTimeCode', code, facts }]);
    const text = parseOneTimeCode(oneTimeCode);
    if (!text.ok) throw refused(text.code);
    const kept = this.#kept.get(codeId);
    if (!kept) throw refused('one-time-code.expired');
    const tried = tryOneTimeCode(kept.code, text.value === kept.text, now);
    kept.code = tried.code;
    if (!tried.ok) {
      if (tried.why === 'wrong' && tried.triesLeft > 0) throw refused('one-time-code.wrong', { triesLeft: tried.triesLeft });
      throw refused(tried.why === 'wrong' || tried.why === 'locked' ? 'one-time-code.locked' : 'one-time-code.expired');
    }
    kept.confirmation = `confirmation-${this.next()}`;
    return { emailConfirmation: kept.confirmation, until: new Date(Date.parse(now) + EMAIL_CONFIRMATION_HOURS * 3_600_000).toISOString() };
  }

  /** Refuses a declaration whose address is not confirmed under a pack that has it confirmed; uses the confirmation up. */
  require(
    { email = '', subject, emailConfirmation }: { readonly email?: string; readonly subject: string; readonly emailConfirmation?: string },
    pack: RulePack,
    now: string,
  ): void {
    if (!emailCodeRequired(pack, { email })) return;
    const refused = (code: string) => new Refusal('declaration.invalid', [{ pointer: '/emailConfirmation', code }]);
    if (emailConfirmation === undefined) throw refused('email-confirmation.missing');
    const [id, kept] = [...this.#kept].find(([, { confirmation }]) => confirmation === emailConfirmation) ?? [];
    const { confirmedAt = '' } = kept?.code ?? {};
    const good =
      kept?.email === email.trim().toLowerCase() &&
      kept.subject === subject &&
      Date.parse(confirmedAt) + EMAIL_CONFIRMATION_HOURS * 3_600_000 > Date.parse(now);
    if (!id || !good) throw refused('email-confirmation.over');
    this.#kept.delete(id);
  }
}
