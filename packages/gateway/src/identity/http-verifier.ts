import { randomUUID } from 'node:crypto';
import type { IdentityFacts } from '@bhxh-kit/domain/identity/identity-facts.js';
import type { Clock } from '../clock/clock.js';
import { signatureOf } from '../secrets/signature.js';
import { Circuit } from './circuit.js';
import type { IdentityVerifier, Verdict } from './identity-verifier.js';

export interface HttpVerifierOptions {
  readonly url: string;
  readonly secret: string;
  readonly name: string;
  /** Signs the requests and times the circuit: the machine's, because the service's clock does not move with a sandbox. */
  readonly clock: Clock;
  /** Milliseconds a try may take. */
  readonly patience?: number;
}

/** Milliseconds: with two tries a person waits eight seconds at most, then photographs are asked. */
const PATIENCE = 4_000;

/**
 * Asks a service of the installation's own, which asks the database: `POST` of `{ "id", "fullName", "identityNumber", "birthDate" }`, signed like a notice. It answers 200 with
 * `{ "id", "result": "verified" | "not-verified" }`, the id of the request. Anything else is no answer. A look-up changes nothing, so a line that broke is tried once more
 * under the same id; one that was too slow is not, because the person waits.
 */
export function httpVerifier({ url, secret, name, clock, patience = PATIENCE }: HttpVerifierOptions): IdentityVerifier {
  const circuit = new Circuit(clock);
  const ask = async (id: string, facts: IdentityFacts): Promise<Verdict | 'broken'> => {
    const body = JSON.stringify({ id, ...facts });
    const signal = AbortSignal.timeout(patience);
    try {
      const headers = { 'Content-Type': 'application/json', ...signatureOf(body, secret, clock) };
      const response = await fetch(url, { method: 'POST', body, headers, redirect: 'error', signal });
      if (response.status === 200) return verdictOf(await response.json(), id);
      await response.body?.cancel();
      return [502, 503, 504].includes(response.status) ? 'broken' : 'unavailable';
    } catch {
      return signal.aborted ? 'unavailable' : 'broken';
    }
  };
  return {
    name,
    async verify(facts) {
      if (!circuit.closed) return 'unavailable';
      const id = randomUUID();
      const first = await ask(id, facts);
      const verdict = first === 'broken' ? await ask(id, facts) : first;
      circuit.note(verdict === 'verified' || verdict === 'not-verified');
      return verdict === 'broken' ? 'unavailable' : verdict;
    },
  };
}

function verdictOf(answer: unknown, id: string): Verdict {
  const { id: of, result } = (answer ?? {}) as { readonly id?: unknown; readonly result?: unknown };
  return of === id && (result === 'verified' || result === 'not-verified') ? result : 'unavailable';
}
