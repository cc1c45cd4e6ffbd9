import type { Auth, Operation } from '@bhxh-kit/contract';
import { isBytes } from '@bhxh-kit/contract/first';
import { AbortError, ApiError, type BhxhError, NetworkError, RateLimitedError, TimeoutError } from '../errors/errors.js';
import { fetchWords } from '../errors/words.js';
import type { SessionKeeper } from '../session/session-keeper.js';
import { type Answer, read, refusal } from './answer.js';
import { Deadline } from './deadline.js';
import type { Pauses } from './pauses.js';
import { randomKey } from './random-key.js';
import { type OutgoingRequest, outgoing } from './request.js';
import type { CallOptions, ClientOptions } from './settings.js';

const DEFAULT_TIMEOUT = 20_000;
const DEFAULT_RETRIES = 3;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5_000;

/** Statuses after which the same call may succeed; 409 only for a first attempt that is still running. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

const NEEDS_TOKEN = new Set<Auth>(['session', 'officer', 'any-session']);

/** Sends calls: one deadline, retries by class, bucket pauses, session, contract check. Everything that fails comes out as an error of the kit. */
export class Caller {
  constructor(
    readonly baseUrl: string,
    readonly options: ClientOptions,
    readonly session: SessionKeeper,
    readonly pauses: Pauses,
  ) {}

  /** The same caller, session and pauses with other options. */
  with(changes: Partial<ClientOptions>): Caller {
    return new Caller(this.baseUrl, { ...this.options, ...changes }, this.session, this.pauses);
  }

  /** One logical call. `headers` are those of the operation itself, e.g. a photograph's key. */
  async call<Value>(
    row: Operation,
    input: Readonly<Record<string, unknown>> = {},
    options: CallOptions = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<Value>> {
    const request = outgoing(row, this.baseUrl, input);
    const key: Record<string, string> = row.retry === 'with-key' ? { 'Idempotency-Key': options.idempotencyKey ?? randomKey() } : {};
    if (row.auth === 'session' && this.options.guardianLink) key['Guardian-Link'] = this.options.guardianLink;
    if (options.challengeAnswer) key['Challenge-Answer'] = options.challengeAnswer;
    const deadline = new Deadline(options.timeout ?? this.options.timeout ?? DEFAULT_TIMEOUT, options.signal);
    try {
      return await this.#tries<Value>(row, { ...request, headers: { ...request.headers, ...headers, ...key } }, deadline);
    } catch (failure) {
      throw this.#explained(failure, row, deadline);
    } finally {
      deadline.release();
    }
  }

  async #tries<Value>(row: Operation, request: OutgoingRequest, deadline: Deadline): Promise<Answer<Value>> {
    const most = row.retry === 'never' ? 0 : (this.options.retries ?? DEFAULT_RETRIES);
    for (let tries = 0; ; tries++) {
      await this.#passPause(row, deadline);
      try {
        return await this.#sendWithSession<Value>(row, request, deadline);
      } catch (failure) {
        const wait = this.#waitAfter(failure, tries, row);
        if (deadline.over || tries >= most || wait === undefined || wait >= deadline.left) throw failure;
        await deadline.wait(wait);
      }
    }
  }

  /** A call that could not end its pause before its deadline says so at once instead of using it up. */
  async #passPause(row: Operation, deadline: Deadline): Promise<void> {
    const pause = this.pauses.left(row.bucket);
    if (pause >= deadline.left) {
      throw new RateLimitedError('the rate bucket is paused for too long', {
        code: 'rate.limited',
        operation: row.name,
        status: 429,
        retryAfter: Math.ceil(pause / 1000),
      });
    }
    if (pause > 0) await deadline.wait(pause);
  }

  /** Milliseconds to wait before trying again, or undefined when trying again is of no use. */
  #waitAfter(failure: unknown, tries: number, row: Operation): number | undefined {
    const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries) * (0.5 + Math.random() / 2);
    if (failure instanceof NetworkError) return backoff;
    if (!(failure instanceof ApiError)) return undefined;
    const asked = failure.retryAfter === undefined ? backoff : failure.retryAfter * 1000;
    if (failure.code === 'rate.limited') this.pauses.pause(row.bucket, asked);
    const again = PASSING.has(failure.status) || failure.code === 'request.still-running';
    return again && failure.code !== 'session.locked' ? asked : undefined;
  }

  async #sendWithSession<Value>(row: Operation, request: OutgoingRequest, deadline: Deadline): Promise<Answer<Value>> {
    const sendsToken = NEEDS_TOKEN.has(row.auth) || (row.auth === 'session-if-any' && this.session.signedIn);
    if (!sendsToken) return this.#send<Value>(row, request, deadline, undefined);
    const token = await this.session.token(row.name);
    try {
      return await this.#send<Value>(row, request, deadline, token);
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
      const newer = await this.session.renewed(token, failure);
      return this.#send<Value>(row, request, deadline, newer);
    }
  }

  async #send<Value>(row: Operation, request: OutgoingRequest, deadline: Deadline, token: string | undefined): Promise<Answer<Value>> {
    const response = await this.#fetch(row, request, deadline, token);
    try {
      if (!response.ok) throw await refusal(row, response);
      return await read<Value>(row, response);
    } catch (failure) {
      // A body that stops in the middle is a broken line, not a broken contract.
      if (failure instanceof TypeError || (failure instanceof DOMException && !deadline.over)) throw lost(row);
      await fetchWords();
      throw failure;
    }
  }

  async #fetch(row: Operation, request: OutgoingRequest, deadline: Deadline, token: string | undefined): Promise<Response> {
    const send = this.options.fetch ?? globalThis.fetch;
    if (deadline.over) throw lost(row);
    try {
      return await send(request.url, {
        method: request.method,
        headers: {
          Accept: isBytes(row.response) ? `${row.response.bytes}, application/problem+json` : 'application/json, application/problem+json',
          'Accept-Language': this.options.locale ?? 'vi',
          ...request.headers,
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: deadline.signal,
        cache: row.etag ? 'default' : 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
    } catch (failure) {
      // The platform's message may name the whole URL; only what kind of failure it was is told.
      throw deadline.over ? failure : lost(row);
    }
  }

  #explained(failure: unknown, row: Operation, deadline: Deadline): unknown {
    if (deadline.over === 'abort') return new AbortError('stopped by the caller', { operation: row.name, code: 'client.aborted' });
    if (deadline.over === 'timeout' && !(failure instanceof ApiError))
      return new TimeoutError('the deadline passed', { ...factsOf(row), code: 'client.timeout' });
    // Also where the session's refresh got lost: what is told is this call.
    return failure instanceof NetworkError ? lost(row) : failure;
  }
}

/** A read carries nothing typed: what has no body, or what a session may ask as often as it likes. Without a session somebody typed what is asked with. */
const factsOf = ({ name, body, retry, auth }: Operation) => ({ operation: name, typed: !!body && (retry !== 'safe' || auth === 'none') });

const lost = (row: Operation): BhxhError => new NetworkError('no answer came', { ...factsOf(row), code: 'client.network' });
