import { randomUUID } from 'node:crypto';
import { wrongTries } from '../accounts/lockout.js';
import { checkAnswer } from '../challenges/challenge.js';
import { spend } from '../challenges/spending.js';
import { Refusal } from '../http/refusal.js';
import type { Settings } from '../settings/settings.js';
import type { Sessions } from './sessions.js';

/** Wrong tries of an address count for a fifth: a school is often behind one. */
const ADDRESS_TIMES = 5;

interface Challenging extends Pick<Sessions, 'db' | 'clock' | 'secrets'> {
  readonly settings: Pick<Settings, 'challenge' | 'challengeFollow' | 'challengeSignIn'>;
}

/**
 * Mã kiểm tra at sign-in (A1), where the installation asks it: always, or after wrong tries of this number or this address, given as the fingerprints they are counted by. Tries of a number
 * nobody has count too, so that being asked tells of no account. An answer serves for one try. While tries wait for a pause none is asked: the pause is what is told then.
 */
export async function passChallenge(
  answer: string | undefined,
  tries: { readonly number: string; readonly address: string },
  needs: Challenging,
): Promise<void> {
  const { db, clock, settings } = needs;
  const { challenge, challengeSignIn: asked } = settings;
  if (challenge === 'none' || asked === 'never') return;
  if (answer !== undefined) return spend(db, await checkAnswer('session.signIn', answer, needs), randomUUID());
  if (asked !== 'always') {
    const { number, address, waits } = await wrongTries(db, clock, tries);
    if (waits || (number < asked && address < asked * ADDRESS_TIMES)) return;
  }
  throw new Refusal('challenge.required');
}
