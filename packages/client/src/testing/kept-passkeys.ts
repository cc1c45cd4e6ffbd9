import type { ErrorCode, Passkey, PasskeyCeremony } from '@bhxh-kit/contract';
import { Refusal } from './refusal.js';

interface Kept<Owner> extends Passkey {
  readonly owner: Owner;
  readonly credentialId: string;
}

type Answer = Readonly<Record<string, unknown>>;

/** Passkeys and challenges of one kind of owner. Signatures are not looked at: a passkey is known by its credential id. */
export class KeptPasskeys<Owner> {
  readonly #challenges = new Map<string, Owner | undefined>();
  #kept: Kept<Owner>[] = [];

  constructor(
    private readonly refusedSignIn: ErrorCode,
    private readonly newId: () => string,
    private readonly next: () => number,
  ) {}

  /** A challenge, for an owner who adds a passkey or for whoever signs in; `more`: what the device is asked besides. */
  challenge(owner?: Owner, more: object = {}): PasskeyCeremony {
    const challengeToken = `challenge-${this.next()}`;
    this.#challenges.set(challengeToken, owner);
    return { challengeToken, options: { challenge: btoa(challengeToken), rpId: 'localhost', ...more } };
  }

  add(owner: Owner, { challengeToken, credential, label }: Answer, now: string): Passkey {
    const { id } = credential as { id: string };
    if (this.#take(challengeToken) !== owner || this.#kept.some(({ credentialId }) => credentialId === id)) throw new Refusal('passkey.refused');
    const passkey = { id: this.newId(), label: String(label), createdAt: now, backedUp: false };
    this.#kept.push({ ...passkey, owner, credentialId: id });
    return passkey;
  }

  signIn({ challengeToken, credential }: Answer): Owner {
    const asked = this.#challenges.has(String(challengeToken)) && this.#take(challengeToken) === undefined;
    const passkey = this.#kept.find(({ credentialId }) => credentialId === (credential as { id: string }).id);
    if (!asked || !passkey) throw new Refusal(this.refusedSignIn);
    return passkey.owner;
  }

  of(owner: Owner): Passkey[] {
    return this.#kept.filter((each) => each.owner === owner).map(({ owner: _, credentialId: __, ...passkey }) => passkey);
  }

  remove(owner: Owner, id: string): void {
    if (!this.of(owner).some((passkey) => passkey.id === id)) throw new Refusal('passkey.not-found');
    this.#kept = this.#kept.filter((passkey) => passkey.id !== id);
  }

  #take(challengeToken: unknown): Owner | undefined {
    const owner = this.#challenges.get(String(challengeToken));
    this.#challenges.delete(String(challengeToken));
    return owner;
  }
}
