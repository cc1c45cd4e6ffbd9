import { NodePgSession } from 'drizzle-orm/node-postgres';
import { PgliteSession } from 'drizzle-orm/pglite';
import { vi } from 'vitest';

/** A statement as it was put to the database. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Every statement from now on, whichever database is behind it, until `vi.restoreAllMocks()`. */
export function hearStatements(): Statement[] {
  const heard: Statement[] = [];
  for (const { prototype } of [NodePgSession, PgliteSession] as unknown as { prototype: NodePgSession<never, never> }[]) {
    const prepare = prototype.prepareQuery;
    vi.spyOn(prototype, 'prepareQuery').mockImplementation(function (this: NodePgSession<never, never>, ...args) {
      heard.push({ sql: args[0].sql, values: args[0].params });
      return prepare.apply(this, args);
    });
  }
  return heard;
}
