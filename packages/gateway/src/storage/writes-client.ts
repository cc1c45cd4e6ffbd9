import pg from 'pg';

/** How a statement of `inOneStatement` begins. */
const WRITES = 'with "write_0" as ';

/** Texts that are prepared, more than there are: what an act writes differs by how many messages and photographs it has. The server keeps each as long as the connection lasts. */
export const PREPARED_MOST = 100;

/**
 * A connection that has the server prepare the statements of `inOneStatement`, each text once: to parse and plan what a declaration writes takes it longer than to write it.
 * Their rows are named by key, so a plan that knows no values is no worse. Everything else is planned by its values, as a search must be.
 */
export class WritesClient extends pg.Client {
  readonly #names = new Map<string, string>();

  override query: pg.Client['query'] = ((query: unknown, ...rest: unknown[]) =>
    (super.query as (...given: unknown[]) => unknown).call(this, this.#named(query), ...rest)) as pg.Client['query'];

  #named(query: unknown): unknown {
    const { text, name } = (query ?? {}) as Partial<pg.QueryConfig>;
    if (name !== undefined || !text?.startsWith(WRITES)) return query;
    const names = this.#names;
    if (!names.has(text) && names.size < PREPARED_MOST) names.set(text, `writes-${names.size + 1}`);
    const own = names.get(text);
    return own === undefined ? query : { ...(query as pg.QueryConfig), name: own };
  }
}
