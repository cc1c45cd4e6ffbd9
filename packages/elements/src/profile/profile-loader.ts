import type { BhxhClient } from '@bhxh-kit/client';
import type { LinkedChild } from '@bhxh-kit/contract';
import type { Profile } from '@bhxh-kit/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Loads a person's profile, and a guardian's children with it. A profile that is here stays when a reload fails. Kept in memory only. */
export class ProfileLoader implements ReactiveController {
  /** Of the person who is signed in. */
  own: Profile | undefined;
  /** Of whoever is shown. */
  profile: Profile | undefined;
  children: readonly LinkedChild[] = [];
  /** The link of the child that is shown; empty for the person themselves. */
  linkId = '';
  /** The child whose link ended while it was shown, until whoever is shown next is asked for. */
  gone: LinkedChild | undefined;
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  error: unknown;
  #client: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  #abort = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly acts: {
      /** The link of the child that was shown ended: the person's own profile is shown again. */
      ended(): void;
      /** The session ended, or another began. */
      left(ofChild: boolean): void;
    },
  ) {
    host.addController(this);
  }

  /** Asks about whoever is shown. */
  get client(): BhxhClient | undefined {
    return this.linkId ? this.#client?.withOptions({ guardianLink: this.linkId }) : this.#client;
  }

  /** Another client is another person, perhaps: what was there goes at once. */
  use(client: BhxhClient | undefined): void {
    if (client === this.#client) return;
    this.#forget();
    this.#client = client;
    this.#stopHearing = client?.onSessionChange?.(() => this.#leave());
    if (client) void this.load();
  }

  /** What was read goes with its session: whoever signs in next is another person, perhaps. */
  #leave(): void {
    const ofChild = this.linkId !== '';
    this.#clear();
    this.acts.left(ofChild);
    void this.load();
  }

  /** Shows the child of a link, or with an empty one the person themselves. */
  show(linkId: string): Promise<void> {
    this.linkId = linkId;
    this.profile = linkId ? undefined : this.own;
    return this.load();
  }

  async load(): Promise<void> {
    const { client } = this;
    if (!client || !this.#client) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.gone = undefined;
    this.#turn('loading', undefined);
    // Each by itself: a gateway that knows no guardians yet has no children to show, and the profile of a child whose link ended is refused while the list tells so.
    const [children, profile] = await Promise.allSettled([this.#client.children.list({}, { signal }), client.profile.read({}, { signal })]);
    if (signal.aborted) return;
    const shown = this.children.find(({ linkId }) => linkId === this.linkId);
    if (children.status === 'fulfilled') this.children = children.value.items;
    if (shown && !this.children.some(({ linkId }) => linkId === shown.linkId)) this.#backFrom(shown);
    else if (profile.status === 'rejected') this.#turn('failed', profile.reason);
    else {
      this.profile = profile.value;
      if (!this.linkId) this.own = profile.value;
      this.#turn('ready', undefined);
    }
  }

  #backFrom(child: LinkedChild): void {
    this.linkId = '';
    this.profile = this.own;
    this.gone = child;
    this.#turn('ready', undefined);
    this.acts.ended();
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #forget(): void {
    this.#stopHearing?.();
    this.#clear();
    this.#client = this.#stopHearing = undefined;
    this.state = 'idle';
  }

  #clear(): void {
    this.#abort.abort();
    this.own = this.profile = this.gone = undefined;
    this.children = [];
    this.linkId = '';
  }

  #turn(state: ProfileLoader['state'], error: unknown): void {
    this.state = state;
    this.error = error;
    // The first turn comes while the host prepares its update, which shows it.
    queueMicrotask(() => this.host.requestUpdate());
  }
}
