import { describe, expect, it } from 'vitest';
import { ChunkStore, DirectoryLoadError } from './chunk-store.js';

describe('chunk store', () => {
  it('E8 · questions asked at the same time share one load, later ones need none', async () => {
    let loads = 0;
    const store = new ChunkStore(async () => ++loads);
    const decode = (chunk: number) => ({ chunk });
    const [one, other] = await Promise.all([store.get('start', decode), store.get('start', decode)]);
    expect(one).toBe(other);
    expect(await store.get('start', decode)).toBe(one);
    expect(loads).toBe(1);
  });

  it('E8 · a load that failed is tried again at the next question', async () => {
    let loads = 0;
    const store = new ChunkStore(async () => {
      loads += 1;
      if (loads === 1) throw new TypeError('network');
      return 'here';
    });
    const failure = await store.get('start', String).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DirectoryLoadError);
    expect(failure).toMatchObject({ code: 'directory.unreachable', chunk: 'start' });
    expect(await store.get('start', String)).toBe('here');
  });

  it('E8 · what cannot be read is a failed load, not an empty chunk', async () => {
    const store = new ChunkStore(async () => '<html>');
    await expect(
      store.get('start', () => {
        throw new TypeError('not the chunk');
      }),
    ).rejects.toBeInstanceOf(DirectoryLoadError);
    expect(store.has('start')).toBe(false);
  });
});
