import type { SessionTokens } from '@bhxh-kit/contract';
import { ask, type GatewayPlace, type PageCall } from './gateway-calls.js';
import { Refused } from './refused.js';
import { routeOf, type Route } from './routes.js';

/** What became of an exchange: new tokens, unless the gateway refused, and its answer. */
interface Renewed {
  readonly tokens: SessionTokens | undefined;
  readonly answer: Response;
}

const REFRESH = { method: 'POST', path: '/v1/session/refresh' } as const;
/** Milliseconds for which a call that still came with the older cookie is given the newer tokens. */
const KEPT = 60_000;

/**
 * Exchanges refresh tokens. One works once, and a second use ends the session at the gateway: calls of several tabs that come with the same cookie at about the same time are therefore
 * one exchange, and so is one whose answer the browser never got.
 */
export class Renewals {
  readonly #recent = new Map<string, { readonly until: number; readonly renewed: Promise<Renewed> }>();

  constructor(
    private readonly place: GatewayPlace,
    private readonly now: () => number,
  ) {}

  /** `call` lends the words of its caller: language, address. */
  async renew(refreshToken: string, call: PageCall): Promise<Renewed> {
    for (const [token, { until }] of this.#recent) if (until <= this.now()) this.#recent.delete(token);
    const known = this.#recent.get(refreshToken)?.renewed;
    const renewed = known ?? this.#exchange(refreshToken, call);
    if (!known) this.#recent.set(refreshToken, { until: this.now() + KEPT, renewed });
    try {
      const { tokens, answer } = await renewed;
      if (!tokens) this.#recent.delete(refreshToken);
      return { tokens, answer: answer.clone() };
    } catch (failure) {
      this.#recent.delete(refreshToken);
      throw failure;
    }
  }

  /** The session is over: nobody is given its tokens any more. */
  forget(refreshToken: string): void {
    this.#recent.delete(refreshToken);
  }

  async #exchange(refreshToken: string, { headers, signal }: PageCall): Promise<Renewed> {
    const own = new Headers({ Accept: 'application/json, application/problem+json', 'Content-Type': 'application/json' });
    for (const name of ['Accept-Language', 'X-Forwarded-For']) if (headers.has(name)) own.set(name, headers.get(name) ?? '');
    const route = routeOf(REFRESH.method, REFRESH.path) as Route;
    const body = new TextEncoder().encode(JSON.stringify({ refreshToken }));
    const answer = await ask({ route, target: REFRESH.path, headers: own, body, signal }, this.place);
    if (!answer.ok) return { tokens: undefined, answer };
    return { tokens: await tokensOf(answer.clone()), answer };
  }
}

/** The tokens an answer carries. Throws for an answer of somebody else, e.g. a proxy's page. */
async function tokensOf(answer: Response): Promise<SessionTokens> {
  const tokens = tokensIn(await jsonOf(answer));
  if (!tokens) throw new Refused('server.unavailable');
  return tokens;
}

/** An answer of success as JSON. */
export async function jsonOf(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  } catch {
    // The parser's own message quotes the text.
    throw new Refused('server.unavailable');
  }
}

/** The tokens among the fields of an answer; undefined where there are none, e.g. where signing in takes another step. */
export function tokensIn(fields: Readonly<Record<string, unknown>>): SessionTokens | undefined {
  const { accessToken, refreshToken } = fields;
  if (accessToken === undefined && refreshToken === undefined) return undefined;
  // Half of them would be passed on as something else.
  if (typeof accessToken !== 'string' || typeof refreshToken !== 'string') throw new Refused('server.unavailable');
  return fields as SessionTokens;
}
