/** What was wrong with a text, as data: a stable code and the facts a sentence needs. Facts never hold the text itself, so a fault is safe to log. */
export interface Fault<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a parser answers: the value, or a coded reason. A parser never throws; what is no string it answers as an empty one. */
export type Parsed<Value, Code extends string = string> = { readonly ok: true; readonly value: Value } | Fault<Code>;

/** The answer of a parser that understood. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** The answer of a parser that did not: `code` is stable, words come from the catalogue at the edge. */
export function fault<Code extends string>(code: Code, facts: Readonly<Record<string, string | number>> = {}): Fault<Code> {
  return { ok: false, code, facts };
}
