import { CHALLENGE_HEADER, operations } from '@bhxh-kit/contract';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { TestGateway } from './gateway.js';

/** The header of a call whose proof of work was done (R9). */
export async function worked(gateway: TestGateway, operation: string): Promise<Record<string, string>> {
  const { challengeToken, work } = (await gateway.call(operations.challenges.make, { operation, locale: 'vi' })).body;
  const solution = await solveChallenge({ challenge: work, deriveKey });
  const answer = JSON.stringify({ counter: solution?.counter, derivedKey: solution?.derivedKey });
  return { [CHALLENGE_HEADER]: `${challengeToken}.${Buffer.from(answer).toString('base64url')}` };
}
