import { type Sealed, seal, unseal, utf8 } from './seal.js';
import { HEAD, type SealedKey, type SealedRow, SealedRows } from './sealed-rows.js';

/** Something as it was kept: its content is JSON, its pictures come when asked for. */
export interface Kept {
  readonly id: string;
  readonly content: unknown;
}

/** What is to be kept. `pictures` are those that changed since the last time; `undefined` is one that was taken away. */
export interface ToKeep {
  readonly id: string;
  readonly content: object;
  readonly pictures?: ReadonlyMap<string, Blob | undefined>;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How often a wipe in another tab may come between sealing and writing. */
const TRIES = 3;

/**
 * What an element keeps sealed in this browser: drafts (R20), a card to be seen without a network (C6). `belongsTo` says whose and which page's it is: whoever asks with
 * another one finds nothing. It is stored nowhere. Every function rejects where the browser keeps nothing.
 */
export class SealedStore {
  readonly #rows: SealedRows;

  /** @param database its name; each has a key of its own */
  constructor(
    database: string,
    private readonly belongsTo: string,
  ) {
    this.#rows = new SealedRows(database);
  }

  /** What can be opened, after everything too old is gone. */
  async list(now: number): Promise<readonly Kept[]> {
    const rows = await this.#rows.sweep(now);
    const heads = rows.filter(({ part }) => part === HEAD);
    const known = heads.length > 0 ? await this.#rows.knownKey() : undefined;
    if (!known) return [];
    const opened = await Promise.all(heads.map(async (row) => ({ id: row.item, bytes: await this.#unseal(known, row) })));
    return opened.flatMap(({ id, bytes }) => (bytes ? [{ id, content: JSON.parse(new TextDecoder().decode(bytes)) as unknown }] : []));
  }

  async pictures(id: string): Promise<ReadonlyMap<string, Blob>> {
    const [rows, known] = await Promise.all([this.#rows.ofItem(id), this.#rows.knownKey()]);
    const pictures = new Map<string, Blob>();
    for (const row of rows) {
      const bytes = known && row.part !== HEAD ? await this.#unseal(known, row) : undefined;
      if (bytes) pictures.set(row.part, new Blob([bytes], { type: 'image/jpeg' }));
    }
    return pictures;
  }

  async keep({ id, content, pictures = new Map(), expiresAt }: ToKeep): Promise<void> {
    const row = async (key: CryptoKey, part: string, bytes: BufferSource): Promise<SealedRow> => ({
      item: id,
      part,
      expiresAt,
      ...(await seal(key, bytes, this.#name(id, part))),
    });
    for (let left = TRIES; left > 0; left--) {
      const known = await this.#rows.key();
      const rows = await Promise.all([
        row(known.key, HEAD, utf8(JSON.stringify(content))),
        ...[...pictures].flatMap(([kind, picture]) => (picture ? [picture.arrayBuffer().then((bytes) => row(known.key, kind, bytes))] : [])),
      ]);
      const gone = [...pictures].flatMap(([kind, picture]): [string, string][] => (picture ? [] : [[id, kind]]));
      if (await this.#rows.write(rows, gone, known)) return;
    }
    throw new Error('everything is being wiped in another tab');
  }

  /** Leaves no row of it, and no key once it was the last. */
  wipe(id: string): Promise<void> {
    return this.#rows.delete(id);
  }

  close(): void {
    this.#rows.close();
  }

  async #unseal({ key }: SealedKey, row: SealedRow & Sealed): Promise<ArrayBuffer | undefined> {
    return unseal(key, row, this.#name(row.item, row.part)).catch(() => undefined);
  }

  #name(id: string, part: string): string {
    return JSON.stringify([this.belongsTo, id, part]);
  }
}
