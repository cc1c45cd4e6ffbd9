import type { ReactiveControllerHost } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { LazyPart } from './lazy-part.js';

const host = () => ({ addController: vi.fn(), requestUpdate: vi.fn() }) as unknown as ReactiveControllerHost;

describe('a part that is loaded on use', () => {
  it('is fetched once, however often it is asked for', async () => {
    const fetchPart = vi.fn(() => Promise.resolve('part'));
    const lazy = new LazyPart(host(), fetchPart);
    await Promise.all([lazy.load(), lazy.load()]);
    await lazy.load();
    expect([lazy.value, lazy.state, fetchPart.mock.calls.length]).toEqual(['part', 'ready', 1]);
  });

  it('says when it could not be fetched, and can be asked for again', async () => {
    const around = host();
    const lazy = new LazyPart(around, vi.fn().mockRejectedValueOnce(new TypeError('offline')).mockResolvedValue('part'));
    await lazy.load();
    expect([lazy.value, lazy.state]).toEqual([undefined, 'failed']);
    await lazy.load();
    expect([lazy.value, lazy.state]).toEqual(['part', 'ready']);
    expect(around.requestUpdate).toHaveBeenCalledTimes(4);
  });
});
