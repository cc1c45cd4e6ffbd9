import type { ReactiveControllerHost } from 'lit';

/**
 * A part of an element that is loaded when a person is about to use it. The host is told of every change of `state`, so that it can show "loading" and,
 * after a cut network, "try again".
 */
export class LazyPart<Part> {
  /** The part, once it is here. */
  value: Part | undefined;
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  #loading: Promise<void> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly fetchPart: () => Promise<Part>,
  ) {}

  /** Fulfilled when no load is under way; never rejects. */
  get settled(): Promise<void> {
    return this.#loading ?? Promise.resolve();
  }

  /** Begins to load, or to load again after a failure. Safe to call often: on focus, on hover, on use. */
  load(): Promise<void> {
    if (this.state !== 'ready') this.#loading ??= this.#fetch().finally(() => (this.#loading = undefined));
    return this.settled;
  }

  async #fetch(): Promise<void> {
    this.#turn('loading');
    try {
      this.value = await this.fetchPart();
      this.#turn('ready');
    } catch {
      this.#turn('failed');
    }
  }

  #turn(state: LazyPart<Part>['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
