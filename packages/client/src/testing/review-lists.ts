import { LIST_WAITS_HOURS, needsSecondPerson, undoUntil } from '@bhxh-kit/domain';
import type { GatewayMemory } from './gateway-memory.js';
import type { TestOfficer } from './officers.js';
import { Refusal } from './refusal.js';

interface Item {
  readonly id: string;
  readonly version: number;
}

interface Result {
  readonly id: string;
  readonly outcome: string;
  readonly [fact: string]: unknown;
}

interface List {
  readonly listId: string;
  readonly officer: TestOfficer;
  readonly items: readonly Item[];
  readonly at: string;
  state: 'waiting' | 'done' | 'declined' | 'undone';
  results: readonly Result[];
  /** Who approved it in the end, and when. */
  done?: { readonly officer: TestOfficer; readonly at: string };
}

/** Lists approved in one act (O5). */
export class ReviewLists {
  readonly #memory: GatewayMemory;
  readonly #lists = new Map<string, List>();

  constructor(memory: GatewayMemory) {
    this.#memory = memory;
  }

  approve(items: readonly Item[], officer: TestOfficer): unknown {
    if (new Set(items.map(({ id }) => id)).size < items.length) throw new Refusal('review.list-twice');
    const { now, beginning } = this.#memory;
    const listId = `00000000-0000-4000-9000-${String(this.#memory.next()).padStart(12, '0')}`;
    const list: List = { listId, officer, items, at: now, state: 'waiting', results: items.map(({ id }) => ({ id, outcome: 'waiting' })) };
    this.#lists.set(listId, list);
    if (!needsSecondPerson(items.length, beginning.secondPersonFrom)) this.#run(list, officer);
    return this.#outcome(list);
  }

  waiting(officer: TestOfficer): readonly unknown[] {
    return [...this.#lists.values()].filter((list) => this.#waits(list) && this.#sees(list, officer)).map((list) => this.#heading(list, officer));
  }

  read(listId: string, officer: TestOfficer): unknown {
    const list = this.#find(listId, officer);
    return { ...this.#heading(list, officer), items: list.items.map(({ id }) => this.#memory.desk.row(this.#memory.desk.find(id, officer), officer)) };
  }

  confirm(listId: string, officer: TestOfficer): unknown {
    const list = this.#find(listId, officer);
    if (list.officer.id === officer.id) throw new Refusal('review.second-person');
    this.#run(list, officer);
    return this.#outcome(list);
  }

  decline(listId: string, officer: TestOfficer): unknown {
    const list = this.#find(listId, officer);
    list.state = 'declined';
    return this.#outcome(list);
  }

  undo(listId: string, officer: TestOfficer): unknown {
    const list = this.#lists.get(listId);
    if (!list || !this.#sees(list, officer)) throw new Refusal('review.list-not-found');
    if (list.state !== 'done' || !list.done || undoUntil(list.done.at) <= this.#memory.now) throw new Refusal('review.undo-over');
    if (list.done.officer.id !== officer.id) throw new Refusal('review.undo-not-yours');
    list.results = list.results.map((result) =>
      result.outcome === 'approved' ? this.#tried(result.id, 'undone', () => this.#memory.desk.undo(result.id, Number(result['version']), officer)) : result,
    );
    list.state = 'undone';
    return this.#outcome(list);
  }

  #run(list: List, officer: TestOfficer): void {
    list.results = list.items.map(({ id, version }) => this.#tried(id, 'approved', () => this.#memory.desk.act('approve', id, version, officer)));
    list.state = 'done';
    list.done = { officer, at: this.#memory.now };
  }

  #tried(id: string, outcome: string, act: () => unknown): Result {
    try {
      const { reference, status, version } = act() as Record<string, unknown>;
      return { id, outcome, reference, status, version };
    } catch (failure) {
      if (failure instanceof Refusal) return { id, outcome: 'refused', code: failure.code };
      throw failure;
    }
  }

  #waits(list: List): boolean {
    return list.state === 'waiting' && this.#until(list) > this.#memory.now;
  }

  #until({ at }: List): string {
    return new Date(Date.parse(at) + LIST_WAITS_HOURS * 3_600_000).toISOString();
  }

  /** A list is seen by its maker, and by whoever acts for every case of it. */
  #sees({ items, officer: maker }: List, officer: TestOfficer): boolean {
    return maker.id === officer.id || items.every(({ id }) => this.#mine(id, officer));
  }

  #mine(id: string, officer: TestOfficer): boolean {
    try {
      return this.#memory.desk.find(id, officer) !== undefined;
    } catch {
      return false;
    }
  }

  #find(listId: string, officer: TestOfficer): List {
    const list = this.#lists.get(listId);
    if (!list || !this.#waits(list) || !this.#sees(list, officer)) throw new Refusal('review.list-not-found');
    return list;
  }

  #heading(list: List, officer: TestOfficer): Record<string, unknown> {
    const { listId, items, at, officer: maker } = list;
    return {
      listId,
      count: items.length,
      officerName: maker.fullName,
      agencyName: this.#memory.desk.agencyName(maker),
      at,
      until: this.#until(list),
      mayConfirm: maker.id !== officer.id,
    };
  }

  #outcome({ listId, state, results, done }: List): unknown {
    return { listId, state, results, ...(state === 'done' && done && { undoUntil: undoUntil(done.at) }), now: this.#memory.now };
  }
}
