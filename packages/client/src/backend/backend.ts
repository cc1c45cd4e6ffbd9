import { randomKey } from '../call/random-key.js';
import { checkedBaseUrl } from '../call/settings.js';
import { ask, type GatewayPlace, type PageCall, passed, readCall } from './gateway-calls.js';
import { comesFromOwnPage, HELD_PATH } from './page-call.js';
import { problemOf, Refused } from './refused.js';
import { jsonOf, Renewals, tokensIn } from './renewals.js';
import { routeOf } from './routes.js';
import { type HeldSession, type Opened, Sealing } from './sealing.js';
import { SessionCookie } from './session-cookie.js';

/** How a backend for pages is made. */
export interface BackendOptions {
  /** Where the gateway is: `https://…`; plain http only on this machine. */
  readonly gateway: string;
  /** The one origin whose pages are served, as browsers write it: `https://truong.example.vn`. Also what the gateway is told the session belongs to. */
  readonly origin: string;
  /** The path the backend answers under; the client's `baseUrl`. Default `/bhxh`. */
  readonly path?: string;
  /** What sessions are sealed with, each of 32 characters or more. The first seals, all open: put a new one in front, and leave the old one out half a day later. */
  readonly secrets: readonly string[];
  /**
   * The host's key (khóa tích hợp), as the gateway's operator gave it: the gateway then counts tries by the address of each caller (`forward`), and asks them no challenge (`vouch`).
   * It stays on the server: no answer, error or page ever holds it.
   */
  readonly integratorKey?: string | undefined;
  /** A session that nobody used for so long is over. Default 30. */
  readonly idleMinutes?: number;
  /** In place of the platform's `fetch`, for the calls to the gateway. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970; the machine's clock unless given. */
  readonly now?: () => number;
}

/** Who calls, as the host's server knows: the gateway counts tries by address. */
export interface PageCaller {
  readonly address?: string | undefined;
}

/** Answers a call of a page. Never rejects for what a caller sends. */
export type Backend = (request: Request, caller?: PageCaller) => Promise<Response>;

/** What an answer of the backend lets nobody make of it: no page, no script, no frame, nothing of another origin. */
const SECURE = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * A backend for the pages of one origin (backend-for-frontend): pages call it under their own origin, it calls the gateway. The tokens of a session are in a sealed cookie that no script can
 * read, so that a reload keeps a person signed in and a script that got into the page can take nothing away. It knows the contract's operations and passes nothing else on, keeps nothing, and
 * logs nothing. Throws `TypeError` for options that are not safe, and in a page.
 *
 * @example
 * const bhxh = createBackend({ gateway: 'https://gateway.example.vn', origin: 'https://truong.example.vn', secrets: [process.env.BHXH_PAGE_SECRET] });
 * app.all('/bhxh/*', (context) => bhxh(context.req.raw, { address: getConnInfo(context).remote.address }));
 */
export function createBackend({ gateway, origin, path = '/bhxh', secrets, idleMinutes = 30, integratorKey, ...platform }: BackendOptions): Backend {
  if ('document' in globalThis) throw new TypeError('a backend holds secrets: it runs on a server, never in a page');
  if (!/^https?:\/\/[^/]+$/.test(origin) || new URL(safeAddress('origin', origin)).origin !== origin)
    throw new TypeError('origin must be an origin as browsers write it, such as https://truong.example.vn');
  if (!/^(\/[\w.-]+)+$/.test(path)) throw new TypeError('path must begin with a slash and end without one, such as /bhxh');
  // Told here and not by the platform, whose words would repeat it.
  if (integratorKey !== undefined && !/^[\w-]{20,200}$/.test(integratorKey))
    throw new TypeError('integratorKey must be the text `bhxh-gateway keys add` printed');
  const place = { gateway: safeAddress('gateway', gateway), origin, integratorKey, fetch: platform.fetch ?? globalThis.fetch.bind(globalThis) };
  const pages = new Pages(place, path, new Sealing(secrets, origin), idleMinutes * 60_000, platform.now ?? Date.now);
  return async (request, caller = {}) => {
    const response = await pages.answer(request, caller).catch((failure: unknown) => {
      if (failure instanceof Refused) return problemOf(failure, request);
      throw failure;
    });
    for (const [name, value] of Object.entries(SECURE)) response.headers.set(name, value);
    return response;
  };
}

/** An address as a client takes it, without its last slash. What is wrong is said of the option it came as: a client speaks of `baseUrl`, and of the paths of a page, which a server has not. */
function safeAddress(option: 'gateway' | 'origin', address: string): string {
  try {
    return checkedBaseUrl(address);
  } catch {
    throw new TypeError(`${option} must be an https:// address without credentials, query or fragment (http:// only on this machine)`);
  }
}

/** Milliseconds: tabs whose calls were rejected together refresh within it. */
const JUST_NOW = 10_000;

class Pages {
  readonly #cookie: SessionCookie;
  readonly #renewals: Renewals;

  constructor(
    private readonly place: GatewayPlace,
    private readonly path: string,
    private readonly sealing: Sealing,
    private readonly idle: number,
    private readonly now: () => number,
  ) {
    this.#cookie = new SessionCookie(place.origin);
    this.#renewals = new Renewals(place, now);
  }

  /** Whom it answers, in a problem's `detail`: an `origin` that is not the pages' own refuses every call with a sentence about signing in. */
  get #callers(): string {
    return `This backend answers calls that openHostedClient makes in pages of ${this.place.origin}, its option \`origin\`, and no others.`;
  }

  async answer(request: Request, { address }: PageCaller): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    if (!pathname.startsWith(`${this.path}/`)) throw new Refused('route.unknown');
    if (!comesFromOwnPage(request, this.place.origin)) throw new Refused('session.other-origin', undefined, this.#callers);
    const path = pathname.slice(this.path.length);
    if (request.method === 'GET' && path === HELD_PATH) return this.#tellHeld(request);
    const route = routeOf(request.method, path);
    if (!route) throw new Refused('route.unknown');
    if (search && !route.row.query) throw new Refused('request.malformed');
    const call = await readCall(request, route, `${path}${search}`, address);
    const held = await this.#heldFor(call, request);
    if (route.row.name === 'session.refresh') return this.#refresh(call, held as Opened);
    if (route.row.name === 'session.signOut') return this.#signOut(call, held as Opened);
    const answer = await ask(call, this.place, held?.accessToken);
    if (route.answersTokens && answer.ok) return this.#begun(answer);
    if (route.row.name === 'vneid.begin' && answer.ok) return this.#away(answer);
    return passed(answer, answer.ok && route.row.name === 'devices.signOutEverywhere' ? { cookie: this.#cookie.gone } : {});
  }

  /** Tells a page that was loaded anew whether somebody is signed in, by what it would have been given at sign-in. */
  async #tellHeld({ headers }: Request): Promise<Response> {
    const text = this.#cookie.read(headers);
    const opened = text ? await this.#open(text) : undefined;
    const answer = new Response(JSON.stringify(opened ? { held: pageToken(opened) } : {}), {
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    });
    if (text && !opened) answer.headers.set('Set-Cookie', this.#cookie.gone);
    return answer;
  }

  /**
   * The session a call asks for. A page names it: one that was left open while somebody else signed in, in another tab, is refused instead of being shown another person's data.
   */
  async #heldFor(call: PageCall, { headers }: Request): Promise<Opened | undefined> {
    const { auth, name } = call.route.row;
    const needed = auth === 'session' || auth === 'any-session' || name === 'session.refresh';
    if (!needed && auth !== 'session-if-any') return undefined;
    const text = this.#cookie.read(headers);
    const opened = text ? await this.#open(text) : undefined;
    const believed = pageTokenIn(call, headers);
    if (opened && opened.name === believed?.split('.')[0]) return opened;
    if (!needed) return undefined;
    if (!text && believed === undefined) throw new Refused('session.missing');
    throw new Refused('session.expired', text && !opened ? this.#cookie.gone : undefined);
  }

  async #open(text: string): Promise<Opened | undefined> {
    const opened = await this.sealing.open(text);
    return opened && opened.sealedAt + this.idle > this.now() ? opened : undefined;
  }

  /** Signing in, in whatever way: the tokens stay here. */
  async #begun(answer: Response): Promise<Response> {
    const fields = await jsonOf(answer);
    const tokens = tokensIn(fields);
    return tokens ? this.#holding(answer, { ...tokens, name: randomKey(), turn: randomKey() }, fields) : passed(answer, { body: JSON.stringify(fields) });
  }

  /** The way to VNeID: of a sandbox it is relative to the gateway, whose address the page does not know. */
  async #away(answer: Response): Promise<Response> {
    const fields = await jsonOf(answer);
    const authorizeUrl = new URL(String(fields['authorizeUrl']), this.place.gateway).href;
    return passed(answer, { body: JSON.stringify({ ...fields, authorizeUrl }) });
  }

  /** New tokens; none for a page that lags behind a refresh of just now, by another tab or of its own whose answer got lost. */
  async #refresh(call: PageCall, opened: Opened): Promise<Response> {
    const own = pageToken(opened);
    if (pageTokenIn(call) !== own && opened.sealedAt > this.now() - JUST_NOW) {
      const tokens = { accessToken: own, expiresIn: 0, refreshToken: own };
      return new Response(JSON.stringify(tokens), { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } });
    }
    const { tokens, answer } = await this.#renewals.renew(opened.refreshToken, call);
    if (tokens) return this.#holding(answer, { ...tokens, name: opened.name, turn: randomKey() }, tokens);
    return passed(answer, answer.status === 401 ? { cookie: this.#cookie.gone } : {});
  }

  /** The answer with the page's token in place of the session's. */
  async #holding(answer: Response, session: HeldSession, fields: object): Promise<Response> {
    const cookie = this.#cookie.holding(await this.sealing.seal(session, this.now()));
    return passed(answer, { body: JSON.stringify({ ...fields, accessToken: pageToken(session), refreshToken: pageToken(session) }), cookie });
  }

  /**
   * Ends the session at the gateway, also where its access token was over already, so that a copy of the cookie opens nothing any more. However the gateway answers, the browser's is gone.
   */
  async #signOut(call: PageCall, { accessToken, refreshToken }: Opened): Promise<Response> {
    try {
      let answer = await ask(call, this.place, accessToken);
      if (answer.status === 401) {
        await answer.body?.cancel();
        const renewed = await this.#renewals.renew(refreshToken, call);
        answer = renewed.tokens ? await ask(call, this.place, renewed.tokens.accessToken) : renewed.answer;
        this.#renewals.forget(refreshToken);
      }
      // Over already is signed out too.
      return answer.status === 401
        ? new Response(null, { status: 204, headers: { 'Set-Cookie': this.#cookie.gone } })
        : passed(answer, { cookie: this.#cookie.gone });
    } catch (failure) {
      throw failure instanceof Refused ? new Refused(failure.code, this.#cookie.gone) : failure;
    }
  }
}

/** What a page holds in place of tokens: which session it believes to be in, and which turn of it. Of no use without the cookie. */
const pageToken = ({ name, turn }: Pick<HeldSession, 'name' | 'turn'>): string => `${name}.${turn}`;

/** The page's token of a call: in place of the access token or, of a refresh, of the refresh token. */
function pageTokenIn({ route, body }: PageCall, headers?: Headers): string | undefined {
  if (route.row.name !== 'session.refresh') return /^Bearer ([\w.-]+)$/.exec(headers?.get('Authorization') ?? '')?.[1];
  try {
    return (JSON.parse(new TextDecoder().decode(body)) as { refreshToken?: string } | null)?.refreshToken;
  } catch {
    throw new Refused('request.malformed');
  }
}
