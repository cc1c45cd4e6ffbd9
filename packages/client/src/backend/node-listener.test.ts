import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeListener } from './node-listener.js';

let server: Server | undefined;
afterEach(() => server?.close());

async function served(...listener: Parameters<typeof nodeListener>): Promise<string> {
  server = createServer(nodeListener(...listener));
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a backend on a server of Node', () => {
  it('is given method, path, headers, body and address, and answers status, headers and body', async () => {
    const base = await served(async (request, caller) => {
      const headers = new Headers({ 'Content-Type': 'application/json', 'Set-Cookie': 'a=b' });
      const seen = [request.method, new URL(request.url).pathname, request.headers.get('cookie'), await request.text(), caller?.address];
      return new Response(JSON.stringify(seen), { status: 201, headers });
    });
    const response = await fetch(`${base}/bhxh/v1/session`, { method: 'POST', headers: { Cookie: 'c=d' }, body: 'một lời' });
    expect([response.status, response.headers.getSetCookie()]).toEqual([201, ['a=b']]);
    expect(await response.json()).toEqual(['POST', '/bhxh/v1/session', 'c=d', 'một lời', '127.0.0.1']);
  });

  it('sends an answer as it comes, however large, and stops it when the caller leaves', async () => {
    let pulled = 0;
    let stopped: AbortSignal | undefined;
    const base = await served(async (request) => {
      stopped = request.signal;
      const body = new ReadableStream({
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(65_536));
        },
      });
      return new Response(body);
    });
    const leaving = new AbortController();
    const response = await fetch(`${base}/bhxh/v1/health`, { signal: leaving.signal });
    const reader = response.body!.getReader();
    for (let bytes = 0; bytes < 1_000_000; ) bytes += (await reader.read()).value!.byteLength;
    leaving.abort();
    await expect.poll(() => stopped?.aborted).toBe(true);
    expect(pulled).toBeLessThan(1_000);
  });

  it('says it when a parser took the body first', async () => {
    const failures: unknown[] = [];
    const listener = nodeListener(async () => new Response());
    const request = {
      method: 'POST',
      url: '/',
      headers: { 'content-length': '2' },
      socket: {},
      readableEnded: true,
      [Symbol.asyncIterator]: () => [][Symbol.iterator](),
    };
    listener(request as never, {} as never, (failure) => failures.push(failure));
    await expect.poll(() => String(failures[0])).toContain('express.json()');
  });
});
