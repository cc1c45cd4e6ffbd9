import type { KeyObject } from 'node:crypto';
import { parsePersonalId, Sex } from '@bhxh-kit/domain';
import { parseDate } from '@bhxh-kit/domain/text/formats.js';
import * as z from 'zod/mini';
import type { Clock } from '../clock/clock.js';
import { Circuit } from '../identity/circuit.js';
import { openAnswer } from './sealed-answers.js';
import type { VneidAnswer, VneidIdentity, VneidProvider } from './vneid-provider.js';

export interface HttpProviderOptions {
  readonly name: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The installation's private key: both answers are encrypted for it. */
  readonly key: KeyObject;
  /** The machine's: it times the circuit. */
  readonly clock: Clock;
  /** Milliseconds a call may take. */
  readonly patience?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Milliseconds: the person waits for two calls, one after the other. */
const PATIENCE = 5_000;

const TokenAnswer = z.looseObject({ access_token: z.string().check(z.minLength(1), z.maxLength(4096)) });
const PersonAnswer = z.looseObject({
  full_name: z.string().check(z.minLength(1), z.maxLength(200)),
  personal_id: z.string().check(z.maxLength(20)),
  /** As on the paper: `28/02/1985`, `02/1985` or `1985`. */
  date_of_birth: z.string().check(z.maxLength(10)),
  sex: z.optional(z.string()),
  level: z.union([z.literal(1), z.literal(2), z.literal('1'), z.literal('2')]),
});

/** The code was no good: the person begins again. Anything else that is no answer is the provider's failure. */
class CodeRefused extends Error {
  override readonly name = 'CodeRefused';
}

/**
 * VNeID over HTTP (docs/vneid.md): a form-encoded token call and a call for the person, both answered by a body encrypted for the installation. A code works once, so nothing is
 * tried again; where the provider is down nobody waits for it, call after call.
 */
export function httpProvider({ patience = PATIENCE, fetch = globalThis.fetch, ...options }: HttpProviderOptions): VneidProvider {
  const { name, authorizeUrl, tokenUrl, userInfoUrl, clientId, clientSecret, key, clock } = options;
  const circuit = new Circuit(clock);

  const ask = async (url: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) });
    if (response.status === 200) return openAnswer(await response.text(), key);
    await response.body?.cancel();
    throw response.status === 400 || response.status === 401 ? new CodeRefused() : new Error('no answer');
  };

  async function personOf({ code, codeVerifier, returnTo }: Parameters<VneidProvider['personOf']>[0]): Promise<VneidIdentity> {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: returnTo,
      client_id: clientId,
      client_secret: clientSecret,
      code_verifier: codeVerifier,
    });
    // Whatever else the answer has, an id_token too, is not looked at.
    const { access_token: token } = z.parse(TokenAnswer, await ask(tokenUrl, { method: 'POST', body, headers: { Accept: 'application/jose' } }));
    return identityIn(await ask(userInfoUrl, { headers: { Authorization: `Bearer ${token}`, Accept: 'application/jose' } }));
  }

  return {
    name,
    addressFor: ({ state, codeChallenge, returnTo }) => {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: returnTo,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      });
      return `${authorizeUrl}${authorizeUrl.includes('?') ? '&' : '?'}${query.toString()}`;
    },
    async personOf(code): Promise<VneidAnswer> {
      if (!circuit.closed) return { outcome: 'unavailable' };
      try {
        const person = await personOf(code);
        circuit.note(true);
        return { outcome: 'person', person };
      } catch (failure) {
        const refused = failure instanceof CodeRefused;
        circuit.note(refused);
        return { outcome: refused ? 'refused' : 'unavailable' };
      }
    },
  };
}

/** Throws where the answer lacks what identifies a person. */
function identityIn(answer: unknown): VneidIdentity {
  const { full_name: fullName, personal_id: number, date_of_birth: born, sex, level } = z.parse(PersonAnswer, answer);
  const [personalId, birthDate, knownSex] = [parsePersonalId(number), parseDate(born, { partial: true }), z.safeParse(Sex, sex)];
  if (!personalId.ok || personalId.value.kind !== 'personal-id' || !birthDate.ok) throw new TypeError('the answer names no person');
  return {
    fullName,
    personalId: personalId.value.digits,
    birthDate: birthDate.value,
    ...(knownSex.success && { sex: knownSex.data }),
    level: Number(level) as 1 | 2,
  };
}
