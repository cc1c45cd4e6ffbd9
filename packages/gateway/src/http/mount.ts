import { createHash, randomUUID } from 'node:crypto';
import {
  CHALLENGE_HEADER,
  GUARDIAN_LINK_HEADER,
  type InputOf,
  isBytes,
  type Operation,
  type OutputOf,
  PHOTOGRAPH_BYTES_MAX,
  successStatus,
} from '@bhxh-kit/contract';
import type { SQLWrapper } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import { type Answered, challengedAs, checkAnswer, isChallenged } from '../challenges/challenge.js';
import { spend } from '../challenges/spending.js';
import type { Clock } from '../clock/clock.js';
import { checkedLink } from '../guardians/guardian-links.js';
import { once } from '../idempotency/idempotency.js';
import { countedBy, type FindIntegrator, type Integrator } from '../integrators/integrators.js';
import { type CountCall, rateOfKey, ratesOf } from '../rates/rates.js';
import type { SealKeys } from '../seals/seal-keys.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import type { GatewayLog } from '../system/log.js';
import type { Metrics } from '../system/metrics.js';
import { malformed, readBytes, readJson } from './body.js';
import type { Connection } from './caller.js';
import { codeOf, problem } from './problem.js';
import { Refusal } from './refusal.js';
import { inShape } from './shapes.js';

/** The person who holds the session of a call. */
export interface Holder {
  readonly sessionId: string;
  readonly accountId: string;
  /** The guardian's link of a call about a child, found to be theirs. What is read is read by `belongsTo`. */
  readonly link?: string;
}

/** The officer who holds the session of a call, with the agency they act for. */
export interface ActingOfficer {
  readonly sessionId: string;
  readonly officerId: string;
  readonly agencyCode: string;
}

/** What a handler is given besides its input. */
export interface Call {
  /** The transaction of a write with an `Idempotency-Key`, the database otherwise. */
  readonly db: Queries;
  /** Writes to run as one statement with the storing of the answer, of a write with an `Idempotency-Key`: nobody else waits for longer than that for what they lock. */
  readonly last: SQLWrapper[];
  /** Set on every call that needs a person's session, and on others that take one when the caller sent a valid token. */
  readonly holder: Holder | undefined;
  /** Set on every call that needs an officer. */
  readonly officer: ActingOfficer | undefined;
  /** The header `Photograph-Key`. */
  readonly photographKey: string;
  /** The page that calls, as its browser says; absent outside a browser, and of most reads from the gateway's own origin. */
  readonly origin: string | undefined;
  /** The fingerprint of the caller's address. */
  readonly address: string;
  /** The host whose backend calls, by its key. It opens nothing. */
  readonly integrator: Integrator | undefined;
  /** The answer of a challenge (R9), unchecked. */
  readonly challengeAnswer: string | undefined;
}

export type Handler<O> = (input: InputOf<O>, call: Call) => Promise<OutputOf<O>>;

/** What the mounting of operations needs. */
export interface Mounting {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly seals: SealKeys;
  readonly settings: Settings;
  readonly log: GatewayLog;
  readonly metrics: Metrics;
  readonly countCall: CountCall;
  /** The holder of an access token; refuses one that is over, and one of a session that another page began. */
  readonly holderOf: (token: string, origin: string | undefined) => Promise<Holder | ActingOfficer>;
  readonly integratorOf: FindIntegrator;
}

export interface Environment {
  Bindings: { incoming?: { socket: Connection } };
  Variables: { requestId: string };
}

/** Turns one row of the contract and its handler into a route: rate, session, shapes, key, handler, answer, in this order. */
export function mount<O extends Operation>(app: Hono<Environment>, row: O, handler: Handler<O>, mounting: Mounting): void {
  const rate = ratesOf(mounting.settings)[row.bucket];
  const handle = handler as (input: unknown, call: Call) => Promise<unknown>;
  app.on(row.method, row.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    const begun = performance.now();
    const requestId = context.get('requestId');
    const response = await answer().catch((failure: unknown) => {
      mounting.log.failed(requestId, row.name, codeOf(failure), failure);
      return problem(failure, requestId, context.req.header('accept-language'));
    });
    mounting.log.answered(requestId, row.name, response.status, performance.now() - begun);
    mounting.metrics.answered(row.name, response.status, (performance.now() - begun) / 1000);
    return response;

    async function answer(): Promise<Response> {
      const request = context.req.raw;
      const found = await mounting.integratorOf(request);
      const integrator = found === 'refused' ? undefined : found;
      const address = countedBy(request, context.env?.incoming?.socket ?? {}, integrator, mounting);
      // Asked at the same time, because each waits for the database; a call beyond the rate is refused whoever makes it.
      const [counted, ofKey, held] = await Promise.allSettled([
        mounting.countCall(row.bucket, rate, address),
        integrator && mounting.countCall(row.bucket, rateOfKey(rate, mounting.settings), mounting.secrets.mac('address', 'key', integrator.id)),
        holderOf(row, request, mounting),
      ]);
      if (counted.status === 'rejected') throw counted.reason;
      if (found === 'refused') throw new Refusal('integrator.refused');
      if (ofKey.status === 'rejected') throw ofKey.reason;
      if (held.status === 'rejected') throw held.reason;
      const input = await inputOf(row, context);
      const challengeAnswer = request.headers.get(CHALLENGE_HEADER) ?? undefined;
      const photographKey = request.headers.get('photograph-key') ?? '';
      const call = { ...held.value, photographKey, origin: originOf(request), address, integrator, challengeAnswer };
      const challenged = row.challenged && isChallenged(row.name, integrator, mounting.settings);
      const answered = challenged ? await checkAnswer(row.name, challengeAnswer, mounting) : undefined;
      if (row.retry !== 'with-key') {
        await spent(mounting.db, answered, JSON.stringify(input));
        return respond(row, request, await handle(input, { ...call, db: mounting.db, last: [] }));
      }
      // A person's and an officer's keys are their own, and a guardian's are of one child: another one who sends the same gets no answer that was not meant for them.
      // Where a session only adds to what is known, it may be over when the write is repeated.
      const person = row.auth === 'session' ? call.holder?.accountId : undefined;
      const key = [call.officer?.officerId, person, call.holder?.link, keyOf(request)].filter(Boolean).join(' ');
      const write = { operation: row.name, key, body: input };
      // An answer is spent with the write and given back with it; a write that is only repeated spends none.
      const { answer, replayed } = await once(mounting, write, async (db, last) => {
        await spent(db, answered, key);
        return handle(input, { ...call, db, last });
      });
      const response = respond(row, request, answer);
      if (replayed) response.headers.set('Idempotency-Replayed', 'true');
      return response;
    }

    async function spent(db: Queries, answered: Answered | undefined, call: string): Promise<void> {
      if (answered) await spend(db, answered, mounting.secrets.mac('fingerprint', challengedAs(row.name), call));
    }
  });
}

export const newRequestId = (): string => randomUUID();

/** Who calls. A person's token opens no operation of officers and an officer's none of people; an operation of neither looks at no token. */
async function holderOf(row: Operation, request: Request, { holderOf, db, clock, secrets }: Mounting): Promise<Pick<Call, 'holder' | 'officer'>> {
  const nobody = { holder: undefined, officer: undefined };
  const [, token] = /^Bearer ([\w-]{20,200})$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (row.auth === 'none' || row.auth === 'photograph-key') return nobody;
  if (row.auth === 'session-if-any') {
    // Here a session only adds to what is known of the caller (R16), so one that is over, or an officer's, is as good as none.
    const held = token ? await holderOf(token, originOf(request)).catch(unlessRefused) : undefined;
    return held && 'accountId' in held ? { ...nobody, holder: held } : nobody;
  }
  if (!token) throw new Refusal('session.missing');
  const held = await holderOf(token, originOf(request));
  if ('officerId' in held && row.auth !== 'session') return { ...nobody, officer: held };
  if ('accountId' in held && row.auth !== 'officer') {
    // What is about a session alone looks at no link: it answers of the caller's own, and nobody is kept from signing out by a header.
    const link = row.auth === 'session' ? request.headers.get(GUARDIAN_LINK_HEADER) : null;
    if (link === null) return { ...nobody, holder: held };
    if (!row.ofChild) throw new Refusal('guardian.own-only');
    return { ...nobody, holder: { ...held, link: await checkedLink(db, held, link, { clock, secrets }) } };
  }
  throw new Refusal('session.not-allowed');
}

const originOf = (request: Request): string | undefined => request.headers.get('origin') ?? undefined;

function unlessRefused(failure: unknown): undefined {
  if (!(failure instanceof Refusal)) throw failure;
}

/** Path parameters, query and body as one object, as the client method takes them. */
async function inputOf(row: Operation, context: Context<Environment>): Promise<object> {
  const request = context.req.raw;
  const params = row.params ? inShape(row.params, context.req.param()) : {};
  const query = queryOf(row, new URL(request.url).searchParams);
  if (!row.body) return { ...params, ...query };
  if (!isBytes(row.body)) return { ...params, ...query, ...inShape(row.body, await readJson(request)) };
  if (request.headers.get('content-type') !== row.body.bytes) throw malformed('content-type');
  return { ...params, ...query, bytes: new Uint8Array(await readBytes(request, PHOTOGRAPH_BYTES_MAX)) };
}

function queryOf(row: Operation, search: URLSearchParams): object {
  const names = [...search.keys()];
  if (new Set(names).size < names.length) throw malformed('query-repeated');
  const query = Object.fromEntries(search);
  if (row.query) return inShape(row.query, query);
  if (names.length > 0) throw malformed('query-unknown');
  return {};
}

function keyOf(request: Request): string {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[A-Za-z0-9_-]{16,64}$/.test(key)) throw new Refusal('request.key-missing');
  return key;
}

function respond(row: Operation, request: Request, output: unknown): Response {
  const headers = new Headers({ 'Cache-Control': row.etag ? 'public, max-age=300' : 'no-store' });
  if (row.response === undefined) return new Response(null, { status: successStatus(row), headers });
  if (isBytes(row.response)) {
    headers.set('Content-Type', row.response.bytes);
    return new Response(output as Uint8Array<ArrayBuffer>, { status: successStatus(row), headers });
  }
  const body = JSON.stringify(output);
  headers.set('Content-Type', 'application/json');
  if (row.etag) {
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    headers.set('ETag', tag);
    const known = request.headers
      .get('if-none-match')
      ?.split(',')
      .map((each) => each.trim().replace(/^W\//, ''));
    if (known?.includes(tag) || known?.includes('*')) return new Response(null, { status: 304, headers });
  }
  return new Response(body, { status: successStatus(row), headers });
}
