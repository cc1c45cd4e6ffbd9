import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
  readonly user?: { readonly id?: string };
}

/** What a credential is changed to before it is signed, to be refused. */
export interface Lie {
  readonly origin?: string;
  readonly rpId?: string;
  readonly counter?: number;
  readonly userVerified?: boolean;
  readonly challenge?: string;
  readonly type?: string;
  readonly key?: KeyObject;
  /** `null`: it names no user at all. */
  readonly userHandle?: string | null;
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** A passkey in software: ES256, no attestation, its user verified (WebAuthn §6). It does what it is told, right or wrong. */
export class Authenticator {
  readonly id = base64url(randomBytes(32));
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter: number;
  /** Whose the passkey is, as it was told when it was made. */
  #userHandle: string | undefined;

  constructor(
    readonly origin = 'http://localhost:5173',
    { counts = true }: { readonly counts?: boolean } = {},
  ) {
    this.#counter = counts ? 0 : -1;
  }

  /** Answers `navigator.credentials.create`. */
  create(options: Options, lie: Lie = {}): Record<string, unknown> {
    this.#userHandle = options.user?.id;
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const made = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, isoCBOR.encode(key as never)]);
    const authData = Buffer.concat([this.#head(options, 0x40, lie), made]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    const clientData = this.#clientData('webauthn.create', options, lie);
    return this.#credential({ clientDataJSON: base64url(clientData), attestationObject: base64url(isoCBOR.encode(attestation as never)), transports: ['internal'] });
  }

  /** Answers `navigator.credentials.get`. */
  get(options: Options, lie: Lie = {}): Record<string, unknown> {
    const authData = this.#head(options, 0, lie);
    const clientData = this.#clientData('webauthn.get', options, lie);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), lie.key ?? createPrivateKey(this.#keys.privateKey.export({ format: 'pem', type: 'pkcs8' })));
    return this.#credential({ clientDataJSON: base64url(clientData), authenticatorData: base64url(authData), signature: base64url(signature), userHandle: lie.userHandle === undefined ? this.#userHandle : (lie.userHandle ?? undefined) });
  }

  #head({ rp, rpId }: Options, more: number, lie: Lie): Buffer {
    if (this.#counter >= 0) this.#counter++;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lie.counter ?? Math.max(0, this.#counter));
    const flags = 0x01 | (lie.userVerified === false ? 0 : 0x04) | more;
    return Buffer.concat([sha256(lie.rpId ?? rp?.id ?? rpId ?? ''), Buffer.from([flags]), count]);
  }

  #clientData(type: string, { challenge }: Options, lie: Lie): Buffer {
    return Buffer.from(JSON.stringify({ type: lie.type ?? type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? this.origin, crossOrigin: false }));
  }

  #credential(response: object): Record<string, unknown> {
    return { id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} };
  }
}
