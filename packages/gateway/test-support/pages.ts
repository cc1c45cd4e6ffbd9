import type { Backend } from '@bhxh-kit/client/backend';

/** A browser whose pages are of one origin: it keeps the cookie no script reads, and writes the headers no script writes. */
export class TestBrowser {
  /** As `name=value`; empty without one. */
  cookie = '';
  /** Every `Set-Cookie` it was given. */
  readonly given: string[] = [];
  /** What its scripts could read of the answers. */
  readonly read: string[] = [];

  constructor(
    private readonly origin: string,
    private readonly backend: Backend,
  ) {}

  /** For `openHostedClient({ fetch })`. */
  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => this.send(String(input), { ...init, method: init.method ?? 'GET' });

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Sec-Fetch-Site', 'same-origin');
    if (init.method !== 'GET') headers.set('Origin', this.origin);
    if (this.cookie) headers.set('Cookie', `khac=1; ${this.cookie}`);
    const response = await this.backend(new Request(url, { ...init, headers }), { address: '203.0.113.7' });
    const cookie = response.headers.get('Set-Cookie');
    if (cookie) {
      this.given.push(cookie);
      this.cookie = cookie.includes('Max-Age=0') ? '' : (cookie.split(';')[0] ?? '');
      response.headers.delete('Set-Cookie');
    }
    this.read.push(await response.clone().text());
    return response;
  }
}
