import { isBytes, type Operation, operationList, PHOTOGRAPH_BYTES_MAX } from '@bhxh-kit/contract';

/** An operation a page may ask for, and how its call is known. */
export interface Route {
  readonly row: Operation;
  readonly pattern: RegExp;
  /** The most bytes its body may have; 0 without one. */
  readonly bodyMax: number;
  /** Whether its answer can carry the tokens of a session. */
  readonly answersTokens: boolean;
}

/** As the gateway takes it: a declaration with every field at its limit stays far below. */
const JSON_MAX = 64 * 1024;

/** Everything of the contract but the officers' operations: a page of people has no use for them. */
export const ROUTES: readonly Route[] = operationList
  .filter(({ auth, name }) => auth !== 'officer' && !name.startsWith('officers.'))
  .map((row) => ({
    row,
    pattern: new RegExp(`^${row.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[\\w.~%-]{1,200}')}$`),
    bodyMax: !row.body ? 0 : isBytes(row.body) ? PHOTOGRAPH_BYTES_MAX : JSON_MAX,
    answersTokens: holdsTokens(row.response),
  }));

/** The operation of a call, by method and path; undefined for whatever the contract does not name. */
export const routeOf = (method: string, path: string): Route | undefined => ROUTES.find(({ row, pattern }) => row.method === method && pattern.test(path));

/** Whether a schema has a place for an access token, by itself or as one of several answers. */
function holdsTokens(schema: unknown): boolean {
  const { shape, options } = ((schema as { def?: unknown } | undefined)?.def ?? {}) as { shape?: object; options?: readonly unknown[] };
  return options ? options.some(holdsTokens) : shape !== undefined && 'accessToken' in shape;
}
