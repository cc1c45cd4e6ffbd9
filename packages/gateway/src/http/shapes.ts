import type { FieldError } from '@bhxh-kit/contract';
import type * as z from 'zod/mini';
import { Refusal } from './refusal.js';

/** Parts of one request whose faults are told: an answer is not many times as long as what it refuses. */
const NAMED_MOST = 50;

/** The value in the contract's shape, or `request.malformed` with the pointer of each part that is not. Names nothing of what was sent but where it stood. */
export function inShape(schema: z.ZodMiniType, value: unknown): object {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    const fieldErrors = unstorable(parsed.data);
    if (fieldErrors.length === 0) return parsed.data as object;
    throw new Refusal('request.malformed', { fieldErrors: fieldErrors.slice(0, NAMED_MOST) });
  }
  throw new Refusal('request.malformed', { fieldErrors: parsed.error.issues.slice(0, NAMED_MOST).map(fieldError) });
}

function fieldError({ path, code, ...issue }: z.core.$ZodIssue): FieldError {
  const pointer = path.map(pointerPart).join('');
  if (code === 'too_big' && 'maximum' in issue) return { pointer, code: 'too-big', facts: { maximum: Number(issue.maximum) } };
  if (code === 'too_small' && 'minimum' in issue) return { pointer, code: 'too-small', facts: { minimum: Number(issue.minimum) } };
  return { pointer, code: code === 'unrecognized_keys' ? 'unknown-field' : code === 'invalid_type' ? 'type' : 'shape' };
}

/** Values in values that are taken, where a schema leaves open what is in them: a credential has a few, and tens of thousands fit into a body. */
const DEEPEST = 32;

/**
 * Texts with the character U+0000: no JSON schema excludes it, no PostgreSQL text can hold it, and nobody types it. And what is nested deeper than anybody does: whoever walks
 * it, as JSON.stringify does, comes to the end of the stack.
 */
function unstorable(value: unknown, pointer = '', depth = 0): FieldError[] {
  if (typeof value === 'string') return value.includes('\0') ? [{ pointer, code: 'shape' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (depth > DEEPEST) return [{ pointer, code: 'shape' }];
  return Object.entries(value).flatMap(([name, inner]) => unstorable(inner, pointer + pointerPart(name), depth + 1));
}

const pointerPart = (part: PropertyKey): string => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
