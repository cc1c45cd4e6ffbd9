/** A session that is kept for a page. */
export interface HeldSession {
  /** What the page calls it by: random, and of no use without the cookie. */
  readonly name: string;
  /** Which tokens of it these are: random, another with each refresh. */
  readonly turn: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What was sealed, and when (milliseconds since 1970). */
export type Opened = HeldSession & { readonly sealedAt: number };

interface Key {
  /** Tells by which secret something was sealed, and nothing of the secret. */
  readonly id: string;
  readonly key: CryptoKey;
}

/** Bytes of the initialisation vector of AES-GCM (NIST SP 800-38D §8.2.2: random, 96 bits). */
const IV = 12;
const SECRET_MIN = 32;

/**
 * Seals sessions so that nobody but this host can read them or make one: AES-256-GCM under keys derived (HKDF-SHA-256) from the host's secrets. The first secret seals, every one opens:
 * a new one is put in front, and the old one left out once what it sealed is over.
 */
export class Sealing {
  readonly #keys: Promise<readonly Key[]>;
  readonly #origin: string;

  /**
   * @param origin what is sealed for one origin opens at no other
   * Throws `TypeError` for secrets that are missing or too short, without repeating them.
   */
  constructor(secrets: readonly string[], origin: string) {
    if (secrets.length === 0 || secrets.some((secret) => secret.length < SECRET_MIN))
      throw new TypeError(`secrets must hold at least one secret, each of ${SECRET_MIN} characters or more: openssl rand -base64 48`);
    this.#origin = origin;
    this.#keys = Promise.all(secrets.map(derive));
  }

  async seal(session: HeldSession, now: number): Promise<string> {
    const [{ id, key }] = (await this.#keys) as [Key];
    const iv = crypto.getRandomValues(new Uint8Array(IV));
    const text = new TextEncoder().encode(JSON.stringify([session.name, session.turn, session.accessToken, session.refreshToken, now]));
    const sealed = new Uint8Array(await crypto.subtle.encrypt(this.#algorithm(id, iv), key, text));
    return `${id}.${toBase64Url(Uint8Array.from([...iv, ...sealed]))}`;
  }

  /** What was sealed; undefined for what no secret of this host sealed, or somebody changed. */
  async open(text: string): Promise<Opened | undefined> {
    const [id, coded = ''] = text.split(/\.(.*)/s) as [string, string?];
    const key = (await this.#keys).find((each) => each.id === id)?.key;
    const bytes = fromBase64Url(coded);
    if (!key || !bytes || bytes.length <= IV) return undefined;
    try {
      const opened = await crypto.subtle.decrypt(this.#algorithm(id, bytes.slice(0, IV)), key, bytes.slice(IV));
      const [name, turn, accessToken, refreshToken, sealedAt] = JSON.parse(new TextDecoder().decode(opened)) as [string, string, string, string, number];
      return { name, turn, accessToken, refreshToken, sealedAt };
    } catch (failure) {
      // How WebCrypto says that the seal is not right.
      if (failure instanceof DOMException && failure.name === 'OperationError') return undefined;
      throw failure;
    }
  }

  #algorithm(id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${id} ${this.#origin}`) };
  }
}

async function derive(secret: string): Promise<Key> {
  const from = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const by = (purpose: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(`bhxh-kit backend 1 ${purpose}`) });
  return {
    id: toBase64Url(new Uint8Array(await crypto.subtle.deriveBits(by('key id'), from, 48))),
    key: await crypto.subtle.deriveKey(by('sessions'), from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  };
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The bytes of a text that was written in the one way there is to write them; undefined for any other text. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  return toBase64Url(bytes) === text ? bytes : undefined;
}
