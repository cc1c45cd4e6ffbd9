import { ERROR_STATUS, type ErrorCode, type FieldError, isBytes, type Operation, operationList, successStatus } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';
import type { Agency, RulePackId, Unit } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { pointerOf } from '../call/request.js';
import { type BeginningDeclaration, putIn } from './beginning.js';
import { accountHandlers } from './account-handlers.js';
import { type Fault, withFault } from './faults.js';
import { firstUseHandlers } from './first-use-handlers.js';
import { GatewayMemory } from './gateway-memory.js';
import { handlers } from './handlers.js';
import { historyHandlers } from './history-handlers.js';
import { officerHandlers } from './officer-handlers.js';
import { officers, type TestOfficer } from './officers.js';
import { passwordHandlers } from './password-handlers.js';
import { type Persona, personas } from './personas.js';
import { testAgencies, testUnits } from './places.js';
import { Refusal } from './refusal.js';
import { reviewHandlers } from './review-handlers.js';
import type { TestMessage } from './test-accounts.js';
import { deviceHandlers } from './test-devices.js';
import { passkeyHandlers } from './test-passkeys.js';
import type { TestPopulation } from './test-identities.js';
import type { TestVneidPerson } from './test-vneid.js';

/** What a test gateway is made of; everything has a default. */
export interface TestGatewayOptions {
  /** The rule pack in force. Default `2025`. */
  readonly rulePack?: RulePackId;
  /** The moment its clock begins at. Default 2026-01-05T02:00:00Z. */
  readonly now?: string;
  readonly personas?: readonly Persona[];
  readonly units?: readonly Unit[];
  readonly agencies?: readonly Agency[];
  readonly officers?: readonly TestOfficer[];
  /** A list of so many rows waits for a second person (O5). Default 0: never. */
  readonly secondPersonFrom?: number;
  /** The challenge a declaration is asked (R9). Default `none`. */
  readonly challenge?: 'none' | 'proof-of-work' | 'typed';
  /** Whether it is asked of whoever follows a declaration, too. Default no. */
  readonly challengeFollow?: boolean;
  /** After how many wrong passwords for one number it is asked at sign-in (A1); 0 always. Default never. */
  readonly challengeSignIn?: number;
  /** Whom its population database knows (R15). Default: it asks none. */
  readonly population?: TestPopulation;
  /** Who can sign in at its VNeID (A10). Default: there is none. */
  readonly vneid?: readonly TestVneidPerson[] | undefined;
  /** One device at a time (A5): another one that signs in is asked a code. Default yes. */
  readonly oneDevice?: boolean;
  /** Whether people can add passkeys and sign in by them, on `localhost` (A7). Signatures are not looked at. Default no. */
  readonly passkeys?: boolean;
  /** What was handed in before the test begins, unchecked; see `sampleQueue`. */
  readonly declarations?: readonly BeginningDeclaration[];
}

/** A request as the gateway saw it, for a test to look at. */
export interface SeenRequest {
  readonly operation: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A gateway in memory: the contract, the domain's rules, and faults on demand. It keeps nothing outside itself. */
export interface TestGateway {
  /** To hand to `createClient({ fetch })`. */
  readonly fetch: typeof globalThis.fetch;
  /** Every request it saw, oldest first, those a fault swallowed included. */
  readonly requests: readonly SeenRequest[];
  /** Every SMS and e-mail it sent so far, oldest first; what waits for its minute is not among them. */
  readonly messages: readonly TestMessage[];
  /** Scripts what the next calls of an operation meet, one fault a call; `undefined` lets one pass. */
  script(operation: string, ...faults: readonly (Fault | undefined)[]): void;
  /** Moves its clock; a declaration whose paper is overdue by then is cancelled and its data deleted. */
  move(milliseconds: number): void;
  /** Ends every access token, as time would. */
  expireTokens(): void;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/**
 * Makes a gateway in memory. Real client, real contract, real rules; only the network and the database are missing.
 *
 * @example
 * const gateway = createTestGateway();
 * const bhxh = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
 */
export function createTestGateway(options: TestGatewayOptions = {}): TestGateway {
  const memory = new GatewayMemory({
    rulePack: options.rulePack ?? '2025',
    now: Date.parse(options.now ?? '2026-01-05T02:00:00Z'),
    personas: options.personas ?? Object.values(personas),
    units: options.units ?? testUnits,
    agencies: options.agencies ?? testAgencies,
    officers: options.officers ?? Object.values(officers),
    secondPersonFrom: options.secondPersonFrom ?? 0,
    challenge: options.challenge ?? 'none',
    challengeFollow: options.challengeFollow ?? false,
    challengeSignIn: options.challengeSignIn ?? Infinity,
    population: options.population,
    vneid: options.vneid,
    oneDevice: options.oneDevice ?? true,
    passkeys: options.passkeys ?? false,
  });
  for (const declaration of options.declarations ?? []) putIn(memory, declaration);
  const requests: SeenRequest[] = [];
  const script = new Map<string, (Fault | undefined)[]>();

  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const body = new Uint8Array(await request.clone().arrayBuffer());
    const matched = match(request);
    requests.push({ operation: matched?.row.name ?? 'unknown', url: request.url, headers: request.headers, body: new TextDecoder().decode(body) });
    if (!matched) return problem('route.unknown');
    const fault = script.get(matched.row.name)?.shift();
    const handle = () => handled(matched, request, body, memory);
    return fault ? withFault(fault, request, handle) : handle();
  };
  return {
    fetch: answer,
    requests,
    get messages() {
      return memory.accounts.sentBy(memory.now);
    },
    script: (operation, ...faults) => void script.set(operation, [...(script.get(operation) ?? []), ...faults]),
    move: (milliseconds) => memory.move(milliseconds),
    expireTokens: () => memory.expireTokens(),
  };
}

interface Match {
  readonly row: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** The row of a request; a path without placeholders wins over one with. */
function match(request: Request): Match | undefined {
  const { pathname } = new URL(request.url);
  const rows = operationList.filter((row) => row.method === request.method).sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  for (const row of rows) {
    const pattern = new RegExp(`${row.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const found = pattern.exec(decodeURIComponent(pathname));
    if (found) return { row, params: { ...found.groups } };
  }
  return undefined;
}

async function handled({ row, params }: Match, request: Request, bytes: Uint8Array, memory: GatewayMemory): Promise<Response> {
  try {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const body: unknown = row.body && !isBytes(row.body) ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
    for (const [schema, value] of [
      [row.params, params],
      [row.query, query],
      [isBytes(row.body) ? undefined : row.body, body],
    ] as const)
      requireShape(schema, value);
    const call = { input: { ...params, ...query, ...(body as object | undefined) }, bytes, headers: request.headers, memory };
    const value = await (row.retry === 'with-key'
      ? memory.once(request.headers.get('Idempotency-Key'), row.name, bytes, () => run(row, call))
      : run(row, call));
    if (isBytes(row.response)) return new Response(value as BodyInit, { headers: { 'Content-Type': row.response.bytes } });
    return new Response(value === undefined ? null : JSON.stringify(value), { status: successStatus(row), headers: value === undefined ? {} : JSON_TYPE });
  } catch (failure) {
    if (failure instanceof Refusal) return problem(failure.code, failure.fieldErrors);
    if (failure instanceof SyntaxError) return problem('request.malformed');
    throw failure;
  }
}

function run(row: Operation, call: Parameters<(typeof handlers)[string]>[0]): unknown {
  const answered = row.challenged ? call.memory.challenges.require(row.name, call.headers, call.input) : undefined;
  if (row.auth === 'session' && !row.ofChild && call.headers.has('Guardian-Link')) throw new Refusal('guardian.own-only');
  const handler =
    handlers[row.name] ??
    deviceHandlers[row.name] ??
    accountHandlers[row.name] ??
    firstUseHandlers[row.name] ??
    historyHandlers[row.name] ??
    officerHandlers[row.name] ??
    passkeyHandlers[row.name] ??
    passwordHandlers[row.name] ??
    reviewHandlers[row.name];
  if (!handler) throw new Error(`the test gateway has no handler for ${row.name}`);
  const value = handler(call);
  call.memory.challenges.spend(answered, row.name, call.input);
  return value;
}

function requireShape(schema: z.ZodMiniType | undefined, value: unknown): void {
  if (!schema) return;
  const result = z.safeParse(schema, value);
  if (!result.success)
    throw new Refusal(
      'request.malformed',
      result.error.issues.map(({ path, code }) => ({ pointer: pointerOf(path), code: `shape.${code}` })),
    );
}

function problem(code: ErrorCode, fieldErrors: readonly FieldError[] = []): Response {
  const status = ERROR_STATUS[code];
  const body = { type: 'about:blank', title: errorWords[code].en, status, code, requestId: 'test', ...(fieldErrors.length > 0 ? { fieldErrors } : {}) };
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });
}
