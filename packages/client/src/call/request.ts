import type { Operation } from '@bhxh-kit/contract';
import { isBytes } from '@bhxh-kit/contract/first';
import * as z from 'zod/mini';
import { BadRequestError } from '../errors/errors.js';

/** What one call sends, ready to be sent several times. */
export interface OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of one place (path, query, body) out of the one input; which place a field belongs to is the contract's to say. */
function pick(schema: z.ZodMiniType | undefined, input: Fields): Fields {
  const shape = (schema as { shape?: object } | undefined)?.shape ?? {};
  return Object.fromEntries(Object.keys(shape).flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
}

/** Faults of an input, each by pointer and code, without its values. */
function check(row: Operation, place: 'params' | 'query' | 'body', fields: Fields): void {
  const schema = row[place];
  if (!schema || isBytes(schema)) return;
  const result = z.safeParse(schema, fields);
  if (result.success) return;
  const fieldErrors = result.error.issues.map(({ path, code }) => ({ pointer: pointerOf(path), code: `shape.${code}` }));
  throw new BadRequestError(`the ${place} do not fit the contract at ${fieldErrors.map(({ pointer }) => pointer || '/').join(', ')}`, {
    code: 'request.malformed',
    operation: row.name,
    status: 400,
    fieldErrors,
  });
}

export const pointerOf = (path: readonly PropertyKey[]): string => path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** Builds the request of a call. Throws `BadRequestError` when the input does not fit, before anything is sent. */
export function outgoing(row: Operation, baseUrl: string, input: Fields): OutgoingRequest {
  const params = pick(row.params, input);
  const query = pick(row.query, input);
  const raw = isBytes(row.body);
  const body = raw ? {} : bodyFields(row, input, params, query);
  check(row, 'params', params);
  check(row, 'query', query);
  if (!raw) check(row, 'body', body);
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(query as Record<string, string>).toString();
  return {
    url: `${baseUrl}${path}${search && `?${search}`}`,
    method: row.method,
    headers: row.body ? { 'Content-Type': isBytes(row.body) ? row.body.bytes : 'application/json' } : {},
    body: raw ? (input['bytes'] as Uint8Array<ArrayBuffer>) : row.body ? JSON.stringify(body) : undefined,
  };
}

/** Everything that is not of the path or query belongs to the body, so that a misspelt field is named instead of dropped. */
function bodyFields(row: Operation, input: Fields, params: Fields, query: Fields): Fields {
  if (!row.body) return {};
  return Object.fromEntries(Object.entries(input).filter(([name, value]) => value !== undefined && !(name in params) && !(name in query)));
}
