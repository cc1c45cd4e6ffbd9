import type { Backend } from './backend.js';

/** What is read of the request of `node:http`, and of Express's. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Of Express: the path with that of the router. */
  readonly originalUrl?: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
  /** Of Express: the caller's address, past the proxies of `trust proxy`. */
  readonly ip?: string | undefined;
  readonly readableEnded: boolean;
}

/** What is written of the answer of `node:http`, and of Express's. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string | readonly string[]): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
  readonly writableEnded: boolean;
}

/**
 * The backend as a listener of `node:http` and a handler of Express, Connect or Fastify's `middie`.
 *
 * @example
 * app.use('/bhxh', nodeListener(createBackend({ … })));   // before express.json(), which would read the body first
 */
export function nodeListener(backend: Backend): (request: NodeRequest, response: NodeResponse, next?: (failure: unknown) => void) => void {
  return (request, response, next) => {
    answer(backend, request, response).catch((failure: unknown) => {
      if (next) next(failure);
      else response.destroy();
    });
  };
}

async function answer(backend: Backend, request: NodeRequest, response: NodeResponse): Promise<void> {
  if (request.readableEnded && Number(request.headers['content-length'] ?? 0) > 0)
    throw new Error('the body was read before nodeListener: mount it before express.json() and other parsers');
  const left = new AbortController();
  const gone = new Promise<void>((resolve) => response.once('close', resolve));
  void gone.then(() => response.writableEnded || left.abort());
  const answered = await backend(requestOf(request, left.signal), { address: request.ip ?? request.socket.remoteAddress });
  response.statusCode = answered.status;
  answered.headers.forEach((value, name) => void response.setHeader(name, value));
  const reader = answered.body?.getReader();
  while (reader && !left.signal.aborted) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!response.write(value)) await Promise.race([gone, new Promise<void>((resolve) => response.once('drain', resolve))]);
  }
  response.end();
}

function requestOf(request: NodeRequest, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', originalUrl = url } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // The pseudo-headers of HTTP/2 are no headers.
    if (value === undefined || name.startsWith(':')) continue;
    headers.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : streamOf(request);
  // Which host the caller named is of no matter: pages are known by their origin.
  const place = new URL(originalUrl.startsWith('/') ? `http://host.invalid${originalUrl}` : 'http://host.invalid/');
  // `duplex` is asked for by Node where a body is a stream; the types of browsers do not know it.
  return new Request(place, { method, headers, signal, ...(body && ({ body, duplex: 'half' } as object)) });
}

function streamOf(request: NodeRequest): ReadableStream<Uint8Array> {
  const chunks = request[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
