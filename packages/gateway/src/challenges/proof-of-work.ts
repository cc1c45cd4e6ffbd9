import { randomInt } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** A challenge of ALTCHA, version 2: find the counter whose derived key begins like this. */
export type Work = Awaited<ReturnType<typeof createChallenge>>;

/** Iterations of one derivation, and how many derivations are needed: about half a second on an office computer and a few on a cheap phone, in the browser's own cryptography. */
const COST = 1_000;
const [LEAST, MOST] = [400, 1_000];

/** What signs the work. Its end is kept by the sealed token around it, by the gateway's clock; the library knows only the machine's. */
export interface WorkKeys {
  readonly challenge: string;
  readonly derived: string;
}

export async function newWork({ challenge, derived }: WorkKeys): Promise<Work> {
  const counter = randomInt(LEAST, MOST);
  return createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: COST, counter, deriveKey, hmacSignatureSecret: challenge, hmacKeySignatureSecret: derived });
}

/** Whether an answer, `{ counter, derivedKey }` as JSON, solves it. One signature is compared: checking costs a fraction of the work. */
export async function isWorkDone(work: Work, answer: string, { challenge, derived }: WorkKeys): Promise<boolean> {
  const solution = solutionOf(answer);
  if (!solution) return false;
  const { verified } = await verifySolution({ challenge: work, solution, deriveKey, hmacSignatureSecret: challenge, hmacKeySignatureSecret: derived });
  return verified;
}

function solutionOf(answer: string): { counter: number; derivedKey: string } | undefined {
  try {
    const { counter, derivedKey } = JSON.parse(answer) as { counter?: unknown; derivedKey?: unknown };
    const isSolution = Number.isSafeInteger(counter) && typeof derivedKey === 'string' && /^[0-9a-f]{2,128}$/.test(derivedKey);
    return isSolution ? { counter: counter as number, derivedKey } : undefined;
  } catch {
    return undefined;
  }
}
