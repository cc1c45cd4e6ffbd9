import { rulePack } from '@bhxh-kit/domain';
import { passwordDueAt, passwordOverdue } from '@bhxh-kit/domain/accounts/password-age.js';
import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { type OneTimeCode, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import type { GatewayMemory, Session } from './gateway-memory.js';
import { type TestCall, tokens } from './handlers.js';
import type { Persona } from './personas.js';
import { Refusal } from './refusal.js';

interface Ticket {
  readonly step: 'take-over' | 'change-password';
  readonly persona: Persona;
  readonly device: string | undefined;
  readonly until: string;
}

interface Kept {
  readonly ticket: string;
  readonly text: string;
  code: OneTimeCode;
}

const TICKET = 600_000;

/** Signing in on one device at a time (A5), as the test gateway does it. */
export class TestDevices {
  readonly #tickets = new Map<string, Ticket>();
  readonly #codes = new Map<string, Kept>();
  readonly #last = new Map<string, OneTimeCode>();

  constructor(private readonly memory: GatewayMemory) {}

  /** Opens a session for whoever knows the password, or gives the ticket of the step before it. */
  signIn({ bhxhNumber, password, device }: { bhxhNumber: string; password: string; device?: string }): unknown {
    const { memory } = this;
    memory.challenges.tried(bhxhNumber, false);
    const { persona, passwordSetAt } = memory.accounts.signIn(bhxhNumber, password);
    memory.challenges.tried(bhxhNumber, true);
    const pack = rulePack(memory.beginning.rulePack);
    if (pack.passwordAge === 'enforce' && passwordOverdue(passwordSetAt, memory.now, pack))
      return this.#hold('change-password', persona, device, { passwordDueAt: passwordDueAt(passwordSetAt, pack) });
    const other = memory.sessionsOf(persona).find((session) => device === undefined || session.device !== device);
    if (memory.beginning.oneDevice && other) return this.#hold('take-over', persona, device, { signedInAt: other.signedInAt });
    return tokens(memory.begin({ persona, device }));
  }

  #hold(step: Ticket['step'], persona: Persona, device: string | undefined, facts: object): unknown {
    const ticket = `ticket-${this.memory.next()}`;
    const until = this.#later(TICKET);
    this.#tickets.set(ticket, { step, persona, device, until });
    return { step, ticket, expiresAt: until, ...facts };
  }

  /** Whose a ticket is. */
  ticket(ticket: string, step: Ticket['step']): Ticket {
    const kept = this.#tickets.get(ticket);
    if (kept?.step !== step || kept.until <= this.memory.now) throw new Refusal('session.ticket-over');
    return kept;
  }

  /** The same, and it is used up. */
  use(ticket: string, step: Ticket['step']): Ticket {
    const kept = this.ticket(ticket, step);
    this.#tickets.delete(ticket);
    return kept;
  }

  sendCode(ticket: string): unknown {
    const { memory } = this;
    const { profile } = this.ticket(ticket, 'take-over').persona;
    const to = profile.mobilePhone ?? profile.email;
    if (!to) throw new Refusal('code.no-contact');
    const sending = sendOneTimeCode(this.#last.get(profile.bhxhNumber), memory.now);
    if (!sending.ok) throw new Refusal('code.too-soon');
    const codeId = `code-${memory.next()}`;
    const text = String(memory.next()).padStart(6, '0');
    this.#last.set(profile.bhxhNumber, sending.code);
    this.#codes.set(codeId, { ticket, text, code: sending.code });
    memory.accounts.send({ mobilePhone: profile.mobilePhone ?? '', ...(!profile.mobilePhone && { email: to }) }, `Mã xác thực: ${text}`, memory.now);
    const sentTo = profile.mobilePhone ? `${'*'.repeat(to.length - 4)}${to.slice(-4)}` : to.replace(/^(.)[^@]*/, '$1***');
    return { codeId, sentTo, sentAt: memory.now, expiresAt: this.#later(600_000), sendAgainAt: this.#later(60_000) };
  }

  takeOver({ ticket, codeId, oneTimeCode }: { ticket: string; codeId: string; oneTimeCode: string }): unknown {
    const { memory } = this;
    this.ticket(ticket, 'take-over');
    const refused = (code: string, facts = {}) => new Refusal('code.refused', [{ pointer: '/oneTimeCode', code, facts }]);
    const text = parseOneTimeCode(oneTimeCode);
    if (!text.ok) throw refused(text.code);
    const kept = this.#codes.get(codeId);
    if (kept?.ticket !== ticket) throw refused('one-time-code.expired');
    const tried = tryOneTimeCode(kept.code, text.value === kept.text, memory.now);
    kept.code = tried.code;
    if (!tried.ok) {
      if (tried.why === 'wrong' && tried.triesLeft > 0) throw refused('one-time-code.wrong', { triesLeft: tried.triesLeft });
      throw refused(tried.why === 'wrong' || tried.why === 'locked' ? 'one-time-code.locked' : 'one-time-code.expired');
    }
    const { persona, device } = this.use(ticket, 'take-over');
    for (const session of memory.sessionsOf(persona)) memory.takeOver(session);
    return tokens(memory.begin({ persona, device }));
  }

  #later(milliseconds: number): string {
    return new Date(Date.parse(this.memory.now) + milliseconds).toISOString();
  }
}

/** What the test gateway answers about devices, by operation. */
export const deviceHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'session.signIn': ({ input, memory }) => memory.devices.signIn(input as { bhxhNumber: string; password: string; device?: string }),
  'devices.sendTakeOverCode': ({ input, memory }) => memory.devices.sendCode(String(input['ticket'])),
  'devices.takeOver': ({ input, memory }) => memory.devices.takeOver(input as { ticket: string; codeId: string; oneTimeCode: string }),
  'devices.list': ({ headers, memory }) => {
    const current = memory.session(headers);
    const items = memory.sessionsOf(memory.person(headers)).map((session: Session) => ({
      signedInAt: session.signedInAt,
      expiresAt: new Date(Date.parse(session.signedInAt) + 12 * 3_600_000).toISOString(),
      current: session === current,
    }));
    return { oneAtATime: memory.beginning.oneDevice, items: items.reverse() };
  },
  'devices.signOutEverywhere': ({ headers, memory }) => {
    for (const session of memory.sessionsOf(memory.person(headers))) memory.end(session);
    return undefined;
  },
};
