import type { SessionTokens } from '@bhxh-kit/contract';
import type { ClientOptions } from '../call/settings.js';
import { type ApiError, UnauthenticatedError } from '../errors/errors.js';
import { fetchWords } from '../errors/words.js';

/** After a refresh that failed, the next ones fail at once for this long: a dead session must not hammer the gateway. */
const COOL_DOWN = 5_000;

type SessionListener = (signedIn: boolean, why?: UnauthenticatedError) => void;

type Refresh = (refreshToken: string) => Promise<SessionTokens>;

/**
 * Keeps the tokens of one session in memory and nowhere else. One refresh flies at a time however many calls were rejected; a call rejected late takes the newer
 * token; a sign-out during a refresh wins.
 */
export class SessionKeeper {
  #tokens: SessionTokens | undefined;
  #flight: Promise<string> | undefined;
  #coolsUntil = 0;
  /** Why the last refresh failed: said again while it cools down, because "sign in again" would be wrong advice for a lost network. */
  #lastFailure: unknown;
  /** Changes with every sign-in and sign-out, so that the answer of an older refresh finds nobody. */
  #generation = 0;
  readonly #listeners = new Set<SessionListener>();
  readonly #getToken: ClientOptions['getToken'];
  readonly #refresh: Refresh;

  constructor(getToken: ClientOptions['getToken'], refresh: Refresh) {
    this.#getToken = getToken;
    this.#refresh = refresh;
  }

  /** Whether this client holds a session; a host's own `getToken` counts as one. */
  get signedIn(): boolean {
    return this.#getToken !== undefined || this.#tokens !== undefined;
  }

  /** Tells whenever a session begins or ends. Gives the way to stop. */
  onChange(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  begin(tokens: SessionTokens): void {
    this.#generation++;
    this.#coolsUntil = 0;
    this.#flight = undefined;
    this.#tokens = tokens;
    this.#tell();
  }

  end(why?: UnauthenticatedError): void {
    this.#generation++;
    this.#flight = undefined;
    const was = this.#tokens;
    this.#tokens = undefined;
    if (was) this.#tell(why);
  }

  /** The token to send. Throws `UnauthenticatedError` without asking the gateway when there is none. */
  async token(operation: string): Promise<string> {
    const token = this.#getToken ? await this.#getToken() : this.#tokens?.accessToken;
    if (!token) {
      // No answer of the gateway fetched them: this refusal is the client's own.
      await fetchWords();
      throw new UnauthenticatedError('nobody is signed in', { code: 'session.missing', operation, status: 401 });
    }
    return token;
  }

  /** A token newer than the rejected one, or the rejection itself when there is none to be had. */
  async renewed(rejected: string, rejection: ApiError): Promise<string> {
    if (this.#getToken) {
      const token = await this.#getToken(rejected);
      if (!token || token === rejected) throw rejection;
      return token;
    }
    if (!this.#tokens) throw rejection;
    if (this.#tokens.accessToken !== rejected) return this.#tokens.accessToken;
    if (performance.now() < this.#coolsUntil) throw this.#lastFailure;
    this.#flight ??= this.#fly(this.#tokens.refreshToken, this.#generation, rejection);
    return this.#flight;
  }

  async #fly(refreshToken: string, generation: number, rejection: ApiError): Promise<string> {
    try {
      const tokens = await this.#refresh(refreshToken);
      if (generation !== this.#generation) throw rejection;
      this.#tokens = tokens;
      return tokens.accessToken;
    } catch (failure) {
      if (generation === this.#generation) this.#afterFailure(failure);
      throw failure;
    } finally {
      if (generation === this.#generation) this.#flight = undefined;
    }
  }

  /** A refused refresh ends the session; one that only got lost may work after the cool-down. */
  #afterFailure(failure: unknown): void {
    if (failure instanceof UnauthenticatedError) this.end(failure);
    else {
      this.#coolsUntil = performance.now() + COOL_DOWN;
      this.#lastFailure = failure;
    }
  }

  #tell(why?: UnauthenticatedError): void {
    for (const listener of [...this.#listeners]) listener(this.signedIn, why);
  }
}
