import { makeKey, type Sealed } from './seal.js';

/** What the browser holds: one row for a draft's form, one for each of its pictures. Nothing of it can be read but how long it is kept. */
export interface DraftRow extends Sealed {
  readonly draft: string;
  readonly part: string;
  /** Milliseconds since 1970; from then on the row is swept away by whichever form opens next. */
  readonly expiresAt: number;
}

/** The key of all drafts here. `made` tells one key from the next: a wipe of the last draft takes the key along. */
export interface DraftKey {
  readonly key: CryptoKey;
  readonly made: string;
}

export const FORM = 'form';
const NAME = 'bhxh-kit-drafts';
const KEYS = 'keys';
const ROWS = 'rows';
const SEAL = 'seal';

/** 128 random bits. Not `randomUUID`: a page without encryption has none. */
export const randomId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The database of drafts. Every function rejects where the browser keeps nothing: a private window, a full disk, a policy. */
export class DraftRows {
  #opening: Promise<IDBDatabase> | undefined;

  /** Rows that are not too old; the others are deleted, and the pictures of drafts that are gone. */
  async sweep(now: number): Promise<readonly DraftRow[]> {
    const { rows, end } = await this.#begin('readwrite');
    const all = await answered(rows.getAll() as IDBRequest<DraftRow[]>);
    const alive = new Set(all.filter(({ part, expiresAt }) => part === FORM && expiresAt > now).map(({ draft }) => draft));
    for (const { draft, part } of all) if (!alive.has(draft)) rows.delete([draft, part]);
    await end();
    return all.filter(({ draft }) => alive.has(draft));
  }

  async ofDraft(draft: string): Promise<readonly DraftRow[]> {
    const { rows } = await this.#begin('readonly');
    return answered(rows.getAll(every(draft)) as IDBRequest<DraftRow[]>);
  }

  /** The key, made where there is none. */
  async key(): Promise<DraftKey> {
    const found = await this.knownKey();
    if (found) return found;
    const fresh: DraftKey = { key: await makeKey(), made: randomId() };
    const { keys, committed } = await this.#begin('readwrite');
    // Another tab may have been first: its key stays.
    const first = await answered(keyIn(keys));
    if (first) return first;
    keys.put(fresh, SEAL);
    await committed();
    return fresh;
  }

  async knownKey(): Promise<DraftKey | undefined> {
    const { keys } = await this.#begin('readonly');
    return answered(keyIn(keys));
  }

  /** Writes rows sealed under that key and deletes others of their draft, all or none; `false` where a wipe in another tab took the key meanwhile. */
  async write(written: readonly DraftRow[], gone: readonly [draft: string, part: string][], { made }: DraftKey): Promise<boolean> {
    const { keys, rows, committed } = await this.#begin('readwrite');
    if ((await answered(keyIn(keys)))?.made !== made) return false;
    for (const row of written) rows.put(row);
    for (const part of gone) rows.delete(part);
    await committed();
    return true;
  }

  async delete(draft: string): Promise<void> {
    const { rows, end } = await this.#begin('readwrite');
    rows.delete(every(draft));
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
        transaction.onabort = () => reject(transaction.error ?? new Error('the draft was not written'));
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
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(KEYS);
        request.result.createObjectStore(ROWS, { keyPath: ['draft', 'part'] });
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

const keyIn = (keys: IDBObjectStore) => keys.get(SEAL) as IDBRequest<DraftKey | undefined>;

/** All rows of a draft: an array sorts after every text. */
const every = (draft: string): IDBKeyRange => IDBKeyRange.bound([draft], [draft, []]);

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no drafts'));
  });
}
