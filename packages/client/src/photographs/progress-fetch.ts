/**
 * A `fetch` that tells how much of the body has left, by XMLHttpRequest: fetch has no upload progress in any browser without HTTP/2 and half-duplex streams.
 * Without XMLHttpRequest (Node), or with a `fetch` of the caller's own, it is that fetch, and progress comes chunk by chunk.
 */
export function fetchWithProgress(own: typeof fetch | undefined, onSent: (bytes: number) => void): typeof fetch {
  if (own || typeof XMLHttpRequest === 'undefined') return own ?? globalThis.fetch;
  return (url, init = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const stop = () => request.abort();
      request.open(init.method ?? 'GET', url instanceof Request ? url.url : url);
      request.responseType = 'arraybuffer';
      for (const [name, value] of Object.entries((init.headers ?? {}) as Record<string, string>)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded }) => onSent(loaded);
      request.onload = () => resolve(responseOf(request));
      request.onerror = () => reject(new TypeError('no answer came'));
      request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
      request.onloadend = () => init.signal?.removeEventListener('abort', stop);
      if (init.signal?.aborted) return reject(new DOMException('stopped', 'AbortError'));
      init.signal?.addEventListener('abort', stop);
      request.send(init.body as XMLHttpRequestBodyInit);
    });
}

function responseOf(request: XMLHttpRequest): Response {
  const lines = request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/);
  const headers = new Headers(lines.filter(Boolean).map((line) => line.split(/:\s*(.*)/).slice(0, 2) as [string, string]));
  // These statuses may not carry a body, not even an empty one.
  const body = [101, 204, 205, 304].includes(request.status) ? null : (request.response as ArrayBuffer);
  return new Response(body, { status: request.status, headers });
}
