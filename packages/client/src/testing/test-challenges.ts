import type { Challenge } from '@bhxh-kit/contract';
import { Refusal } from './refusal.js';

/** What a typed challenge of the test gateway shows, and what it says to whoever cannot see it. */
export const TYPED_ANSWERS = { picture: '27', question: '538' } as const;

/** The challenges of a test gateway (R9): real work, but less of it. */
export class TestChallenges {
  readonly #open = new Map<string, string>();
  /** What an answer that is good again was given for. */
  readonly #lasting = new Map<string, string>();
  readonly #wrong = new Map<string, number>();

  constructor(
    private readonly kind: 'none' | 'proof-of-work' | 'typed',
    private readonly next: () => number,
    private readonly follow = false,
    private readonly signInAfter = Infinity,
  ) {}

  /** A password is tried for a number, and counts as wrong until it was right. */
  tried(bhxhNumber: string, right: boolean): void {
    if (right) this.#wrong.delete(bhxhNumber);
    else this.#wrong.set(bhxhNumber, (this.#wrong.get(bhxhNumber) ?? 0) + 1);
  }

  make({ operation, locale }: { readonly operation: string; readonly locale: string }): Challenge {
    if (!this.#asks(operation)) return { kind: 'none' };
    const challengeToken = `challenge-${this.next()}`;
    this.#open.set(challengeToken, askedAs(operation));
    const around = { kind: this.kind, challengeToken, expiresAt: '2099-01-01T00:00:00.000Z' };
    // One derived key in sixteen begins like this.
    const parameters = { algorithm: 'PBKDF2/SHA-256', nonce: '00'.repeat(16), salt: '11'.repeat(16), cost: 1, keyLength: 32, keyPrefix: '0' };
    if (this.kind === 'proof-of-work') return { ...around, work: { parameters } };
    const question = locale === 'en' ? 'Type these as digits, one after the other: five, three, eight.' : 'Hãy gõ liền nhau bằng chữ số: năm, ba, tám.';
    return { ...around, picture: { width: 80, height: 60, strokes: ['M10 18L20 10L30 18L10 50L34 50', 'M44 10L70 10L54 50', 'M4 40L40 30L76 44'] }, question };
  }

  /** Refuses a call without a right answer; a wrong one uses its challenge up. Signing in is asked after wrong tries. */
  require(operation: string, headers: Headers, input: object): string | undefined {
    const { bhxhNumber = '' } = input as { readonly bhxhNumber?: string };
    if (!this.#asks(operation) || (operation === 'session.signIn' && (this.#wrong.get(bhxhNumber) ?? 0) < this.signInAfter)) return undefined;
    const header = headers.get('Challenge-Answer');
    if (!header) throw new Refusal('challenge.required');
    const [token = '', coded = ''] = header.split('.');
    const answer = atob(coded.replaceAll('-', '+').replaceAll('_', '/'));
    if (this.#lasting.get(token) === JSON.stringify(input)) return undefined;
    if (this.#open.get(token) !== askedAs(operation)) throw new Refusal('challenge.refused');
    if (this.kind === 'typed' ? Object.values<string>(TYPED_ANSWERS).includes(answer.replaceAll(' ', '')) : /"derivedKey":"0[0-9a-f]{63}"/.test(answer))
      return token;
    this.#open.delete(token);
    throw new Refusal('challenge.refused');
  }

  spend(token: string | undefined, operation: string, input: object): void {
    if (!token) return;
    this.#open.delete(token);
    if (askedAs(operation) === 'declarations.follow') this.#lasting.set(token, JSON.stringify(input));
  }

  #asks(operation: string): boolean {
    if (this.kind === 'none') return false;
    if (operation === 'session.signIn') return this.signInAfter < Infinity;
    return operation === 'declarations.submit' || (this.follow && askedAs(operation) === 'declarations.follow');
  }
}

/** Whoever may follow a declaration may have its form and its notice, with the same answer. */
const askedAs = (operation: string): string => (['declarations.form', 'notices.resend'].includes(operation) ? 'declarations.follow' : operation);
