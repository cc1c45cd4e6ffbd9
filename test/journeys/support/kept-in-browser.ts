import type { Page } from 'playwright-core';

/** What a page's origin keeps in the browser, as a script of the page reads it. */
export interface KeptInBrowser {
  readonly cookie: string;
  readonly local: Readonly<Record<string, string>>;
  readonly session: Readonly<Record<string, string>>;
  /** How many rows there are in all databases. */
  readonly rows: number;
  /** Path and query of every answer in a cache. */
  readonly files: readonly string[];
  /** All of it, names and contents; bytes are read as UTF-8 and as UTF-16, in which browsers keep strings. */
  readonly text: string;
}

export function keptInBrowser(page: Page): Promise<KeptInBrowser> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    const read = (value: unknown): void => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
        for (const encoding of ['utf-8', 'utf-16le']) texts.push(new TextDecoder(encoding).decode(value));
      else if (typeof value === 'object' && value !== null)
        for (const [name, part] of Object.entries(value)) {
          texts.push(name);
          read(part);
        }
      else texts.push(String(value));
    };
    const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });

    const [local, session] = [{ ...localStorage }, { ...sessionStorage }] as Record<string, string>[];
    read([document.cookie, local, session, location.href, history.state]);
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const all = (await answered(database.transaction(store).objectStore(store).getAll())) as unknown[];
        rows += all.length;
        read(all);
      }
      database.close();
    }
    const files: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url);
        files.push(pathname + search);
        read([request.url, await (await cache.match(request))?.arrayBuffer()]);
      }
    }
    return { cookie: document.cookie, local: local!, session: session!, rows, files, text: texts.join('\n') };
  });
}
