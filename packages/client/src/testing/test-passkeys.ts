import { PASSKEYS_MAX } from '@bhxh-kit/contract';
import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { type OneTimeCode, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import type { GatewayMemory } from './gateway-memory.js';
import { type TestCall, tokens } from './handlers.js';
import { KeptPasskeys } from './kept-passkeys.js';
import type { Persona } from './personas.js';
import { Refusal } from './refusal.js';

const CODE = 600_000;

/** The passkeys of people (A7), by their BHXH number, as the test gateway keeps them. */
export class TestPasskeys {
  readonly #kept: KeptPasskeys<string>;
  readonly #codes = new Map<string, { readonly bhxhNumber: string; readonly text: string; code: OneTimeCode }>();
  readonly #last = new Map<string, OneTimeCode>();

  constructor(private readonly memory: GatewayMemory) {
    const newId = () => `00000000-0000-4000-8000-${String(memory.next()).padStart(12, '0')}`;
    this.#kept = new KeptPasskeys('session.passkey-refused', newId, () => memory.next());
  }

  /** Refuses where the gateway offers none. */
  get #offered(): KeptPasskeys<string> {
    if (!this.memory.beginning.passkeys) throw new Refusal('passkey.not-offered');
    return this.#kept;
  }

  signInOptions(): unknown {
    return this.memory.beginning.passkeys ? { ceremony: this.#kept.challenge() } : {};
  }

  /** Signs in; another device is signed out and told why (A5). */
  signIn(answer: TestCall['input']): unknown {
    const { memory } = this;
    const { persona } = memory.accounts.find(this.#offered.signIn(answer)) ?? {};
    if (!persona) throw new Refusal('session.passkey-refused');
    const device = answer['device'] as string | undefined;
    if (memory.beginning.oneDevice)
      for (const session of memory.sessionsOf(persona)) if (device === undefined || session.device !== device) memory.takeOver(session);
    return tokens(memory.begin({ persona, device }));
  }

  mine(persona: Persona): unknown {
    return { ...(this.memory.beginning.passkeys && { site: 'localhost' }), maximum: PASSKEYS_MAX, items: this.#kept.of(persona.profile.bhxhNumber) };
  }

  sendCode({ profile }: Persona): unknown {
    const { memory } = this;
    if (this.#offered.of(profile.bhxhNumber).length >= PASSKEYS_MAX)
      throw new Refusal('passkey.refused', [{ pointer: '', code: 'passkey.too-many', facts: { maximum: PASSKEYS_MAX } }]);
    const sending = sendOneTimeCode(this.#last.get(profile.bhxhNumber), memory.now);
    if (!sending.ok) throw new Refusal('code.too-soon');
    const codeId = `code-${memory.next()}`;
    const text = String(memory.next()).padStart(6, '0');
    this.#last.set(profile.bhxhNumber, sending.code);
    this.#codes.set(codeId, { bhxhNumber: profile.bhxhNumber, text, code: sending.code });
    memory.accounts.send({ mobilePhone: profile.mobilePhone ?? '' }, `Mã xác thực: ${text}`, memory.now);
    return {
      codeId,
      sentTo: `******${(profile.mobilePhone ?? '').slice(-4)}`,
      sentAt: memory.now,
      expiresAt: this.#later(CODE),
      sendAgainAt: this.#later(60_000),
    };
  }

  addOptions({ profile }: Persona, { codeId, oneTimeCode }: TestCall['input']): unknown {
    const refused = (code: string, facts = {}) => new Refusal('code.refused', [{ pointer: '/oneTimeCode', code, facts }]);
    const text = parseOneTimeCode(String(oneTimeCode));
    if (!text.ok) throw refused(text.code);
    const kept = this.#codes.get(String(codeId));
    if (kept?.bhxhNumber !== profile.bhxhNumber) throw refused('one-time-code.expired');
    const tried = tryOneTimeCode(kept.code, text.value === kept.text, this.memory.now);
    kept.code = tried.code;
    if (!tried.ok) {
      if (tried.why === 'wrong' && tried.triesLeft > 0) throw refused('one-time-code.wrong', { triesLeft: tried.triesLeft });
      throw refused(tried.why === 'wrong' || tried.why === 'locked' ? 'one-time-code.locked' : 'one-time-code.expired');
    }
    const user = { id: btoa(profile.bhxhNumber).replaceAll('=', ''), name: profile.fullName, displayName: profile.fullName };
    const asked = { rp: { id: 'localhost', name: 'localhost' }, user, pubKeyCredParams: [{ type: 'public-key', alg: -7 }] };
    return this.#offered.challenge(profile.bhxhNumber, asked);
  }

  add({ profile }: Persona, answer: TestCall['input']): unknown {
    const passkey = this.#offered.add(profile.bhxhNumber, answer, this.memory.now);
    this.#tell(profile, 'có thêm một khóa truy cập');
    return passkey;
  }

  remove({ profile }: Persona, id: string): void {
    this.#offered.remove(profile.bhxhNumber, id);
    this.#tell(profile, 'đã gỡ một khóa truy cập');
  }

  #tell({ mobilePhone = '', email }: Persona['profile'], what: string): void {
    this.memory.accounts.send({ mobilePhone, email }, `Tài khoản BHXH của bạn ${what}.`, this.memory.now);
  }

  #later(milliseconds: number): string {
    return new Date(Date.parse(this.memory.now) + milliseconds).toISOString();
  }
}

/** What the test gateway answers about people's passkeys. */
export const passkeyHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'passkeys.signInOptions': ({ memory }) => memory.passkeys.signInOptions(),
  'passkeys.signIn': ({ input, memory }) => memory.passkeys.signIn(input),
  'passkeys.mine': ({ headers, memory }) => memory.passkeys.mine(memory.person(headers)),
  'passkeys.sendCode': ({ headers, memory }) => memory.passkeys.sendCode(memory.person(headers)),
  'passkeys.addOptions': ({ input, headers, memory }) => memory.passkeys.addOptions(memory.person(headers), input),
  'passkeys.add': ({ input, headers, memory }) => memory.passkeys.add(memory.person(headers), input),
  'passkeys.remove': ({ input, headers, memory }) => {
    memory.passkeys.remove(memory.person(headers), String(input['id']));
  },
};
