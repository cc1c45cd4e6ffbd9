import type { Unit } from '@bhxh-kit/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AddressScheme } from './address-value.js';
import type { UnitSource } from './unit-source.js';

/** Units below one unit, as far as they are here. */
export interface UnitList {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly units: readonly Unit[];
}

/** Where an old unit is: its own path on the old map, and the paths of its successors. */
export interface Succession {
  readonly old: readonly Unit[];
  readonly paths: readonly (readonly Unit[])[];
}

/** Loads what lies below a unit, once, and the path an old unit leads to. Everything kept is public data. */
export class UnitLoader implements ReactiveController {
  #source: UnitSource | undefined;
  readonly #lists = new Map<string, UnitList>();
  /** Paths an old unit leads to, by its code. */
  readonly #successions = new Map<string, Succession>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.retry);
  }
  hostDisconnected(): void {
    window.removeEventListener('online', this.retry);
  }

  /** Another source begins afresh. */
  use(source: UnitSource | undefined): void {
    this.#source = source;
    this.#lists.clear();
    this.#successions.clear();
  }

  /** The units below a unit, or the provinces; asked for at the first look. */
  below(scheme: AddressScheme, parentCode?: string): UnitList | undefined {
    const key = `${scheme} ${parentCode ?? ''}`;
    const known = this.#lists.get(key);
    if (known || !this.#source) return known;
    const units = parentCode === undefined ? this.#source.provinces(scheme) : this.#source.children(scheme, parentCode);
    const here: UnitList = units instanceof Promise ? { state: 'loading', units: [] } : { state: 'ready', units };
    this.#lists.set(key, here);
    if (!(units instanceof Promise)) return here;
    void (async () => {
      let list: UnitList;
      try {
        list = { state: 'ready', units: await units };
      } catch {
        list = { state: 'failed', units: [] };
      }
      if (this.#lists.get(key) !== here) return;
      this.#lists.set(key, list);
      this.host.requestUpdate();
    })();
    return here;
  }

  /** Forgets a failure, so that the next look asks again. */
  readonly retry = (): void => {
    for (const [key, { state }] of this.#lists) if (state === 'failed') this.#lists.delete(key);
    this.host.requestUpdate();
  };

  /** Where an old unit is now: its own path and the paths of its successors. A failure proposes nothing; the person chooses as on an empty form. */
  succession(code: string): Succession | undefined {
    const known = this.#successions.get(code);
    if (known || !this.#source) return known;
    const source = this.#source;
    const empty = { old: [], paths: [] };
    this.#successions.set(code, empty);
    void (async () => {
      try {
        const [old, units] = await Promise.all([source.path('2021', code), source.successors(code)]);
        const paths = await Promise.all(units.map((unit) => source.path(unit.scheme, unit.code)));
        if (this.#successions.get(code) !== empty) return;
        this.#successions.set(code, { old, paths: paths.filter((path) => path.length > 0) });
        this.host.requestUpdate();
      } catch {
        // The note then says only that the address is of the old map.
      }
    })();
    return empty;
  }
}
