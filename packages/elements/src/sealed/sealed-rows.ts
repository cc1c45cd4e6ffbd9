import { makeKey, type Sealed } from './seal.js';

/** What the browser holds of one thing that is kept: a row for its head, one for each of its pictures. Nothing of it can be read but how long it is kept. */
export interface SealedRow extends Sealed {
  readonly item: string;
  readonly part: string;
  /** Milliseconds since 1970; from then on the row is swept away by whoever opens the database next. */
  readonly expiresAt: number;
}

/** The key of everything in one database. `made` tells one key from the next: a wipe of the last thing takes the key along. */
export interface SealedKey {
  readonly key: CryptoKey;
  readonly made: string;
}

/** The part that every kept thing has: without it the others are swept away. */
export const HEAD = 'head';
/** 2: a row is found by its item, which was called a draft while there were drafts alone. */
const VERSION = 2;
const KEYS = 'keys';
const ROWS = 'rows';
const SEAL = 'seal';

/** 128 random bits. Not `randomUUID`: a page without encryption has none. */
export const randomId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A database of sealed rows, with its key. Every function rejects where the browser keeps nothing: a private window, a full disk, a policy. */
export class SealedRows {
  #opening: Promise<IDBDatabase> | undefined;

  /** @param name of the database, of this origin */
  constructor(private readonly name: string) {}

  /** Rows that are not too old; the others are deleted, and the pictures of what is gone. */
  async sweep(now: number): Promise<readonly SealedRow[]> {
    const { rows, end } = await this.#begin('readwrite');
    const all = await answered(rows.getAll() as IDBRequest<SealedRow[]>);
    const alive = new Set(all.filter(({ part, expiresAt }) => part === HEAD && expiresAt > now).map(({ item }) => item));
    for (const { item, part } of all) if (!alive.has(item)) rows.delete([item, part]);
    await end();
    return all.filter(({ item }) => alive.has(item));
  }

  async ofItem(item: string): Promise<readonly SealedRow[]> {
    const { rows } = await this.#begin('readonly');
    return answered(rows.getAll(every(item)) as IDBRequest<SealedRow[]>);
  }

  /** The key, made where there is none. */
  async key(): Promise<SealedKey> {
    const found = await this.knownKey();
    if (found) return found;
    const fresh: SealedKey = { key: await makeKey(), made: randomId() };
    const { keys, committed } = await this.#begin('readwrite');
    // Another tab may have been first: its key stays.
    const first = await answered(keyIn(keys));
    if (first) return first;
    keys.put(fresh, SEAL);
    await committed();
    return fresh;
  }

  async knownKey(): Promise<SealedKey | undefined> {
    const { keys } = await this.#begin('readonly');
    return answered(keyIn(keys));
  }

  /** Writes rows sealed under that key and deletes others of their item, all or none; `false` where a wipe in another tab took the key meanwhile. */
  async write(written: readonly SealedRow[], gone: readonly [item: string, part: string][], { made }: SealedKey): Promise<boolean> {
    const { keys, rows, committed } = await this.#begin('readwrite');
    if ((await answered(keyIn(keys)))?.made !== made) return false;
    for (const row of written) rows.put(row);
    for (const part of gone) rows.delete(part);
    await committed();
    return true;
  }

  async delete(item: string): Promise<void> {
    const { rows, end } = await this.#begin('readwrite');
    rows.delete(every(item));
    await end();
  }

  close(): void {
    this.#opening?.then((database) => database.close()).catch(() => undefined);
    this.#opening = undefined;
  }

  async #begin(mode: IDBTransactionMode) {
    const database = await (this.#opening ??= this.#open());
    const transaction = database.transaction([KEYS, ROWS], mode);
    const [keys, rows] = [transaction.objectStore(KEYS), transaction.objectStore(ROWS)];
    const committed = () =>
      new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('nothing was written'));
      });
    /** Ends with no row left or with the key still needed: a key without rows opens nothing, and is deleted. */
    const end = async () => {
      if ((await answered(rows.count())) === 0) keys.clear();
      await committed();
    };
    return { keys, rows, committed, end };
  }

  async #open(): Promise<IDBDatabase> {
    try {
      const request = indexedDB.open(this.name, VERSION);
      request.onupgradeneeded = () => {
        const { result } = request;
        for (const old of [...result.objectStoreNames]) result.deleteObjectStore(old);
        result.createObjectStore(KEYS);
        result.createObjectStore(ROWS, { keyPath: ['item', 'part'] });
      };
      const database = await answered(request);
      // A host that deletes its page's databases is not kept waiting.
      database.onversionchange = database.onclose = () => this.close();
      return database;
    } catch (failure) {
      this.#opening = undefined;
      throw failure;
    }
  }
}

const keyIn = (keys: IDBObjectStore) => keys.get(SEAL) as IDBRequest<SealedKey | undefined>;

/** All rows of an item: an array sorts after every text. */
const every = (item: string): IDBKeyRange => IDBKeyRange.bound([item], [item, []]);

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}
