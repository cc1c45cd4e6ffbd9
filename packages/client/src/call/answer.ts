import type { Operation } from '@bhxh-kit/contract';
import { isBytes, Problem } from '@bhxh-kit/contract/first';
import * as z from 'zod/mini';
import { type ApiError, apiErrorClass, ContractError } from '../errors/errors.js';
import { pointerOf } from './request.js';

/** A value with what came around it. */
export interface Answer<Value> {
  readonly value: Value;
  readonly status: number;
  readonly headers: Headers;
  /** The gateway's id of the request, to quote to whoever runs it. */
  readonly requestId: string | undefined;
}

const requestIdOf = (response: Response): string | undefined => response.headers.get('Request-Id') ?? undefined;

/** Seconds the server asks to wait: `Retry-After` in seconds or as a date. */
export function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('Retry-After');
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** Reads an answer of success as the contract promises it. Names fields that break the promise, never values. */
export async function read<Value>(row: Operation, response: Response): Promise<Answer<Value>> {
  const around = { status: response.status, headers: response.headers, requestId: requestIdOf(response) };
  if (!row.response) return { value: undefined as Value, ...around };
  if (isBytes(row.response)) {
    requireType(row, response, row.response.bytes);
    return { value: new Uint8Array(await response.arrayBuffer()) as Value, ...around };
  }
  requireType(row, response, 'application/json');
  const parsed = z.safeParse(row.response, json(row, await response.text(), response));
  if (parsed.success) return { value: parsed.data as Value, ...around };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => pointerOf(path) || '/'))];
  throw broken(row, response, `breaks the contract at ${fields.slice(0, 5).join(', ')}`, fields);
}

/** Turns a refusal into the error of its status. What is not a problem document, such as a proxy's HTML page, is told by its status alone. */
export async function refusal(row: Operation, response: Response): Promise<ApiError> {
  const problem = await readProblem(response);
  return new (apiErrorClass(response.status))(`${response.status} ${problem?.code ?? 'without a problem document'}`, {
    code: problem?.code ?? (response.status >= 500 ? 'server.unavailable' : response.status === 429 ? 'rate.limited' : 'client.refused'),
    operation: row.name,
    status: response.status,
    requestId: problem?.requestId ?? requestIdOf(response),
    retryAfter: retryAfterOf(response.headers),
    fieldErrors: problem?.fieldErrors,
  });
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  try {
    const { success, data } = z.safeParse(Problem, JSON.parse(await response.text()));
    // A code is shown in logs, so it must look like one.
    return success && /^[a-z0-9.-]{1,60}$/.test(data.code) ? data : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

function requireType(row: Operation, response: Response, type: string): void {
  const actual = response.headers.get('Content-Type')?.split(';')[0]?.trim() ?? 'no type';
  // A captive portal or a proxy answers 200 with a page of its own.
  if (actual !== type) throw broken(row, response, `answered ${/^[\w.+-]+\/[\w.+-]+$/.test(actual) ? actual : 'something'} instead of ${type}`);
}

function json(row: Operation, text: string, response: Response): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold personal data.
    throw broken(row, response, 'answered JSON that breaks in the middle');
  }
}

const broken = (row: Operation, response: Response, message: string, fields: readonly string[] = []): ContractError =>
  new ContractError(message, {
    code: 'client.contract',
    operation: row.name,
    fields,
    requestId: requestIdOf(response),
  });
