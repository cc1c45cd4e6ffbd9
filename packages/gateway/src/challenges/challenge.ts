import { randomInt, randomUUID } from 'node:crypto';
import type { Challenge, InputOf, operations } from '@bhxh-kit/contract';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Integrator } from '../integrators/integrators.js';
import { SealBroken, type Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { drawn } from './drawing.js';
import { isWorkDone, newWork, type Work, type WorkKeys } from './proof-of-work.js';
import { questionOf } from './question.js';
import { spend } from './spending.js';

interface Challenges {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'challenge' | 'challengeFollow' | 'challengeSignIn'>;
}

/** What a token says, sealed: nobody but this installation can read the answers in it or make one. */
interface Token {
  readonly id: string;
  readonly operation: string;
  readonly expiresAt: string;
  readonly work?: Work;
  /** Any of these typed is right. */
  readonly answers?: readonly string[];
}

/** Milliseconds for which an answer is taken: time to find the code, to lose the line and to come back. */
const LIFE = 15 * 60_000;
const DIGITS = '23456789';
const LENGTH = 5;

const OPENED_BY_CONTACT: ReadonlySet<string> = new Set(['declarations.form', 'notices.resend']);

/**
 * What an operation is challenged as. Who may follow a declaration may have its form and its notice (R17): one answer serves all three, and none of them tells less guarded than the others whether a
 * reference and a contact belong together.
 */
export const challengedAs = (operation: string): string => (OPENED_BY_CONTACT.has(operation) ? 'declarations.follow' : operation);

/**
 * The challenge of an operation here; none where a host vouches for its people. Who asks about identities always works for it, whatever the setting and whoever vouches: it keeps them from
 * being tried out by the thousand (R15).
 */
const kindFor = (
  operation: string,
  integrator: Integrator | undefined,
  { challenge, challengeFollow, challengeSignIn }: Challenges['settings'],
): Settings['challenge'] => {
  if (operation === 'identities.verify') return 'proof-of-work';
  if (vouches(integrator)) return 'none';
  if (operation === 'session.signIn' && challengeSignIn === 'never') return 'none';
  return challengedAs(operation) === 'declarations.follow' && !challengeFollow ? 'none' : challenge;
};

/** Whether every call of an operation is challenged here. Signing in asks by itself, because it depends on the tries before. */
export const isChallenged = (operation: string, integrator: Integrator | undefined, settings: Challenges['settings']): boolean =>
  operation !== 'session.signIn' && kindFor(operation, integrator, settings) !== 'none';

/** Whether the host whose backend calls knows its people, so that nobody asks them to show that they are no machine (R9). */
export const vouches = (integrator: Integrator | undefined): boolean => integrator?.scopes.includes('vouch') ?? false;

/** Makes a challenge for one call of an operation (R9). Nothing is kept until it is answered. */
export async function makeChallenge(
  { operation, locale }: InputOf<typeof operations.challenges.make>,
  integrator: Integrator | undefined,
  { clock, secrets, settings }: Challenges,
): Promise<Challenge> {
  const kind = kindFor(operation, integrator, settings);
  if (kind === 'none') return { kind };
  const expiresAt = after(clock.now(), LIFE).toISOString();
  const sealed = (held: Pick<Token, 'work' | 'answers'>): string => {
    const token: Token = { id: randomUUID(), operation: challengedAs(operation), expiresAt, ...held };
    return secrets.sealJson('challenge', 'token', token).toString('base64url');
  };
  if (kind === 'proof-of-work') {
    const work = await newWork(keysOf(secrets));
    return { kind, challengeToken: sealed({ work }), expiresAt, work: { ...work } };
  }
  const [shown, said] = [digits(), digits()];
  return { kind, challengeToken: sealed({ answers: [shown, said] }), expiresAt, picture: drawn(shown), question: questionOf(said, locale) };
}

const keysOf = (secrets: Secrets): WorkKeys => ({ challenge: secrets.mac('challenge', 'work'), derived: secrets.mac('challenge', 'derived key') });

const digits = (): string => Array.from({ length: LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('');

/** A right answer that may still be spent. */
export interface Answered {
  readonly id: string;
  readonly expiresAt: Date;
}

/** Checks the answer a call carries in its header. A wrong one uses its challenge up, so that nobody tries a hundred codes at one picture; a right one is not spent yet. */
export async function checkAnswer(operation: string, header: string | undefined, needs: Challenges & { readonly db: Queries }): Promise<Answered> {
  if (!header) throw new Refusal('challenge.required');
  const [, sealed = '', answer = ''] = /^([\w-]{20,3000})\.([\w-]{1,1000})$/.exec(header) ?? [];
  const token = opened(sealed, needs.secrets);
  if (!token || token.operation !== challengedAs(operation) || Date.parse(token.expiresAt) <= needs.clock.now().getTime())
    throw new Refusal('challenge.refused');
  const answered = { id: token.id, expiresAt: new Date(token.expiresAt) };
  if (await isRight(token, Buffer.from(answer, 'base64url').toString('utf8'), needs.secrets)) return answered;
  await spend(needs.db, answered, 'wrong').catch(unlessRefused);
  throw new Refusal('challenge.refused');
}

function opened(sealed: string, secrets: Secrets): Token | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    return secrets.openJson<Token>('challenge', 'token', bytes);
  } catch (failure) {
    if (!(failure instanceof SealBroken)) throw failure;
    return undefined;
  }
}

async function isRight({ work, answers = [] }: Token, answer: string, secrets: Secrets): Promise<boolean> {
  if (work) return isWorkDone(work, answer, keysOf(secrets));
  const typed = answer.normalize('NFKC').replace(/[\s\p{Pd}.,]/gu, '');
  return answers.includes(typed);
}

function unlessRefused(failure: unknown): void {
  if (!(failure instanceof Refusal)) throw failure;
}
