/** Everything this origin's browser holds, as bytes: rows of every database, both storages, cookies, answers in caches. */
export async function rawStorage(): Promise<{ readonly bytes: Uint8Array; readonly rows: readonly unknown[]; readonly keys: readonly CryptoKey[] }> {
  const rows: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await answered(indexedDB.open(name!));
    for (const store of database.objectStoreNames) rows.push(...(await answered(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  const chunks: Uint8Array[] = [];
  const keys: CryptoKey[] = [];
  const text = (said: string) => chunks.push(new TextEncoder().encode(`${said}\n`));
  const read = async (value: unknown): Promise<void> => {
    if (value instanceof CryptoKey) keys.push(value);
    else if (value instanceof Blob) chunks.push(new Uint8Array(await value.arrayBuffer()));
    else if (value instanceof ArrayBuffer) chunks.push(new Uint8Array(value));
    else if (ArrayBuffer.isView(value)) chunks.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    else if (value && typeof value === 'object') for (const [name, part] of Object.entries(value)) await read(name).then(() => read(part));
    else text(String(value));
  };
  await read(rows);
  await read({ ...localStorage });
  await read({ ...sessionStorage });
  await read([document.cookie, location.href, JSON.stringify(history.state)]);
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) await read([request.url, await (await caches.match(request))?.arrayBuffer()]);
  return { bytes: new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer()), rows, keys };
}

/** Whether bytes stand in other bytes. */
export function holds(all: Uint8Array, part: Uint8Array): boolean {
  for (let at = all.indexOf(part[0]!); at >= 0; at = all.indexOf(part[0]!, at + 1)) if (part.every((byte, offset) => all[at + offset] === byte)) return true;
  return false;
}

/** A text as a store may hold it: UTF-8 and, as browsers keep strings, UTF-16. */
export function spellings(text: string): readonly Uint8Array[] {
  const utf16 = new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer);
  return [new TextEncoder().encode(text), utf16];
}

/** Forgets what any test has kept: the tests of one browser share all of it. */
export async function forgetStored(): Promise<void> {
  for (const { name } of await indexedDB.databases()) await answered(indexedDB.deleteDatabase(name!));
  for (const name of await caches.keys()) await caches.delete(name);
  localStorage.clear();
  sessionStorage.clear();
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
