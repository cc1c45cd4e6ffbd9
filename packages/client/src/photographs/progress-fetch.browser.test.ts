import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWithProgress } from './progress-fetch.js';

/** Any address of the server these tests come from: what it says of a POST is not looked at, only that it came. */
const HERE = '/khong-co-gi';
const body = new Uint8Array(300_000);

describe('R5 · a photograph goes up by XMLHttpRequest', () => {
  const told: number[] = [];
  afterEach(() => {
    told.length = 0;
    vi.restoreAllMocks();
  });
  const send = (url: string, init: RequestInit = {}) => fetchWithProgress(undefined, (bytes) => told.push(bytes))(url, { method: 'POST', body, ...init });

  it('tells how much has left, up to the last byte, sends the headers, and answers as fetch does', async () => {
    const headers = vi.spyOn(XMLHttpRequest.prototype, 'setRequestHeader');
    const [answer, byFetch] = await Promise.all([send(HERE, { headers: { 'X-Thu': 'mot' } }), fetch(HERE, { method: 'POST', body })]);
    expect(headers.mock.calls).toEqual([['X-Thu', 'mot']]);
    expect(told.at(-1)).toBe(body.length);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect([answer.status, await answer.text()]).toEqual([byFetch.status, await byFetch.text()]);
    expect(answer.headers.get('content-type')).toBe(byFetch.headers.get('content-type'));
  });

  it('stops when it is told to, before and on the way', async () => {
    await expect(send(HERE, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const controller = new AbortController();
    const sending = send(HERE, { signal: controller.signal });
    controller.abort();
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails as fetch does where no answer comes', async () => {
    await expect(send('http://127.0.0.1:1/')).rejects.toBeInstanceOf(TypeError);
  });

  it('is the caller’s own fetch where there is one', () => {
    const own: typeof fetch = () => Promise.reject(new Error('not asked'));
    expect(fetchWithProgress(own, () => undefined)).toBe(own);
  });
});
