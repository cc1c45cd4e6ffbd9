import type { InputOf, Operation, Operations, SessionTokens, SignInAnswer } from '@bhxh-kit/contract';
import { firstOperations } from '@bhxh-kit/contract/first';
import type { Answer } from '../call/answer.js';
import type { Caller } from '../call/caller.js';
import type { CallOptions } from '../call/settings.js';
import { UnauthenticatedError } from '../errors/errors.js';

/** Signs in and keeps the tokens; a step before them begins nothing. */
export async function signInWith(caller: Caller, input: InputOf<Operations['session']['signIn']>, options?: CallOptions): Promise<Answer<SignInAnswer>> {
  const answer = await caller.call<SignInAnswer>(firstOperations.session.signIn, input, options);
  if (!('step' in answer.value)) caller.session.begin(answer.value);
  return answer;
}

/** Asks for new tokens; keeping them is the keeper's business. */
export async function refreshWith(caller: Caller, refreshToken: string): Promise<SessionTokens> {
  return (await caller.call<SessionTokens>(firstOperations.session.refresh, { refreshToken })).value;
}

/** Forgets the tokens first, so that nothing can use them however the gateway answers; a session that was over already is signed out too. */
export async function signOutWith(caller: Caller, options?: CallOptions): Promise<Answer<void>> {
  const row: Operation = firstOperations.session.signOut;
  const token = await caller.session.token(row.name);
  caller.session.end();
  try {
    return await caller.call<void>({ ...row, auth: 'none' }, {}, options, { Authorization: `Bearer ${token}` });
  } catch (failure) {
    if (!(failure instanceof UnauthenticatedError)) throw failure;
    return { value: undefined, status: 204, headers: new Headers(), requestId: failure.requestId };
  }
}
