import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { spend } from '../challenges/spending.js';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { newToken, type Secrets, sameDigest, tokenHash } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Milliseconds somebody has for signing in at VNeID and coming back. */
const LIFE = 10 * 60_000;

/** One way to VNeID and back. */
export interface Trip {
  /** Travels in the address and comes back in it. */
  readonly state: string;
  /** Stays in the browser that began: with a state alone nobody is signed in, neither the one who reads an address nor the one who is sent it. */
  readonly browserKey: string;
  readonly codeVerifier: string;
  readonly codeChallenge: string;
  readonly until: Date;
}

/** Begins one. Nothing is kept of it until it is used: the state proves itself, and the PKCE verifier follows from it under a key of this installation. */
export function newTrip(returnTo: string, { clock, secrets }: Needs): Trip {
  const [id, browserKey, until] = [randomBytes(16).toString('base64url'), newToken(), after(clock.now(), LIFE)];
  const expires = until.getTime().toString(36);
  const codeVerifier = verifierOf(id, secrets);
  return {
    state: `${id}.${expires}.${proofOf({ id, expires, browserKey, returnTo }, secrets)}`,
    browserKey,
    codeVerifier,
    codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    until,
  };
}

/** Uses one up and answers its PKCE verifier. One answer stands for a state that is not ours, of another browser or page, over, or used before. */
export async function useTrip(
  db: Queries,
  { state, browserKey, returnTo }: Pick<Trip, 'state' | 'browserKey'> & { readonly returnTo: string },
  { clock, secrets }: Needs,
): Promise<string> {
  const [id = '', expires = '', proof = ''] = state.split('.');
  const expiresAt = new Date(Number.parseInt(expires, 36));
  const ours = /^[\da-f]{64}$/.test(proof) && sameDigest(proof, proofOf({ id, expires, browserKey, returnTo }, secrets)) && expiresAt > clock.now();
  if (!ours) throw new Refusal('vneid.state-refused');
  await spend(db, { id: `vneid ${id}`, expiresAt }, randomUUID()).catch((failure: unknown) => {
    throw failure instanceof Refusal ? new Refusal('vneid.state-refused') : failure;
  });
  return verifierOf(id, secrets);
}

interface Bound {
  readonly id: string;
  readonly expires: string;
  readonly browserKey: string;
  readonly returnTo: string;
}

const proofOf = ({ id, expires, browserKey, returnTo }: Bound, secrets: Secrets): string =>
  secrets.mac('vneid', 'state', id, expires, tokenHash(browserKey), returnTo);

/** 64 of the characters RFC 7636 allows. */
const verifierOf = (id: string, secrets: Secrets): string => secrets.mac('vneid', 'verifier', id);
