/** The cookie of an origin. Under https its prefix makes browsers refuse one that another host, or a connection in clear, wrote (RFC 6265bis §4.1.3.2). */
export class SessionCookie {
  readonly #name: string;
  readonly #attributes: string;

  constructor(origin: string) {
    const secure = origin.startsWith('https:');
    this.#name = secure ? '__Host-bhxh' : 'bhxh';
    this.#attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  }

  /** What the call carries. Of two nobody knows which one is meant: then none. */
  read(headers: Headers): string | undefined {
    const own = (headers.get('Cookie') ?? '').split(';').flatMap((pair) => {
      const [name = '', value = ''] = pair.trim().split(/=(.*)/s);
      return name === this.#name ? [value] : [];
    });
    return own.length === 1 ? own[0] : undefined;
  }

  /** For `Set-Cookie`. Without an end: it is gone with the browser. */
  holding(sealed: string): string {
    return `${this.#name}=${sealed}; ${this.#attributes}`;
  }

  /** For `Set-Cookie`, to take it away. */
  get gone(): string {
    return `${this.#name}=; ${this.#attributes}; Max-Age=0`;
  }
}
