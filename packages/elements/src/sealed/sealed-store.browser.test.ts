import { beforeEach, describe, expect, it } from 'vitest';
import { HeldDraft } from '../drafts/held-draft.js';
import { SealedStore } from './sealed-store.js';
import { forgetStored, holds, rawStorage, spellings } from './testing/raw-storage.js';

const NOW = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const picture = (size = 400) => new Blob([new Uint8Array(size).map((_, at) => (at * 7) % 251)], { type: 'image/jpeg' });
const draft = (id: string, name: string, pictures: readonly (readonly [string, Blob | undefined])[] = [], expiresAt = NOW + DAY) => ({
  id,
  content: { name },
  pictures: new Map(pictures),
  expiresAt,
});

const storeOf = (belongsTo: string) => new SealedStore('bhxh-kit-drafts', belongsTo);

beforeEach(forgetStored);

describe('R20 · the sealed store, of drafts', () => {
  it('R20 · gives back what it was given, pictures byte for byte, to the form it belongs to and to no other', async () => {
    const mine = storeOf('mine');
    await mine.keep(draft('a', 'Nguyễn Văn A', [['portrait', picture()]]));
    expect(await mine.list(NOW)).toEqual([{ id: 'a', content: { name: 'Nguyễn Văn A' } }]);
    const kept = (await mine.pictures('a')).get('portrait')!;
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(new Uint8Array(await picture().arrayBuffer()));
    const other = storeOf('other');
    expect([await other.list(NOW), (await other.pictures('a')).size]).toEqual([[], 0]);
    for (const store of [mine, other]) store.close();
  });

  it('R20 · holds nothing readable: no text, no picture, no name of whom it belongs to, and a key that cannot be taken out', async () => {
    const store = storeOf('person 9999999901');
    await store.keep(draft('a', 'Nguyễn Văn A', [['portrait', picture()]]));
    const { bytes, keys, rows } = await rawStorage();
    store.close();
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const text of ['Nguyễn Văn A', 'Nguy', 'name', '9999999901']) for (const spelling of spellings(text)) expect(holds(bytes, spelling), text).toBe(false);
    expect(holds(bytes, new Uint8Array(await picture(16).arrayBuffer()))).toBe(false);
    expect(keys.map(({ extractable }) => extractable)).toEqual([false]);
    await expect(crypto.subtle.exportKey('raw', keys[0]!)).rejects.toThrow();
    // That the search finds what is there: the name of the row's part is no secret.
    expect(spellings('portrait').some((spelling) => holds(bytes, spelling))).toBe(true);
  });

  it('R20 · seals the same content under another IV every time, and opens nothing that was changed', async () => {
    const store = storeOf('mine');
    const sealed = async () =>
      (await rawStorage()).rows.filter((row): row is { iv: Uint8Array; bytes: ArrayBuffer } => row !== null && typeof row === 'object' && 'iv' in row);
    await store.keep(draft('a', 'một'));
    const [first] = await sealed();
    await store.keep(draft('a', 'một'));
    const [second] = await sealed();
    expect([
      first!.iv.length,
      String(first!.iv) === String(second!.iv),
      String(new Uint8Array(first!.bytes)) === String(new Uint8Array(second!.bytes)),
    ]).toEqual([12, false, false]);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('bhxh-kit-drafts');
      opening.onsuccess = () => resolve(opening.result);
    });
    new Uint8Array(second!.bytes)[0]! ^= 1;
    const changing = database.transaction('rows', 'readwrite');
    changing.objectStore('rows').put(second);
    await new Promise((done) => (changing.oncomplete = done));
    database.close();
    expect(await store.list(NOW)).toEqual([]);
    store.close();
  });

  it('R20 · leaves no row and no key after the last draft is wiped; drafts beside it stay', async () => {
    const store = storeOf('mine');
    await store.keep(draft('a', 'một', [['portrait', picture()]]));
    await store.keep(draft('b', 'hai'));
    await store.wipe('a');
    expect(await store.list(NOW)).toEqual([{ id: 'b', content: { name: 'hai' } }]);
    expect((await rawStorage()).rows).toHaveLength(2);
    await store.wipe('b');
    expect((await rawStorage()).rows).toEqual([]);
    await store.keep(draft('c', 'ba'));
    expect(await store.list(NOW)).toEqual([{ id: 'c', content: { name: 'ba' } }]);
    store.close();
  });

  it('R20 · sweeps what is too old when it is opened, whoever opens it, and pictures that were taken away', async () => {
    const store = storeOf('mine');
    await store.keep(
      draft('a', 'một', [
        ['portrait', picture()],
        ['identity-front', picture()],
      ]),
    );
    await store.keep(draft('a', 'một', [['portrait', undefined]]));
    expect([...(await store.pictures('a')).keys()]).toEqual(['identity-front']);
    expect(await store.list(NOW + DAY - 1)).toHaveLength(1);
    const other = storeOf('other');
    await other.list(NOW + DAY);
    expect((await rawStorage()).rows).toEqual([]);
    for (const one of [store, other]) one.close();
  });

  it('R20 · is held by one page at a time, and free once that page is gone', async () => {
    const [one, two] = [new HeldDraft('a'), new HeldDraft('a')];
    expect([await one.take(), await one.take(), await two.take(), (await HeldDraft.open()).has('a')]).toEqual([true, true, false, true]);
    one.release();
    await expect.poll(() => two.take()).toBe(true);
    two.release();
    await expect.poll(async () => (await HeldDraft.open()).has('a')).toBe(false);
  });
});
