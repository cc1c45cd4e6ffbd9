import type { ReviewRow } from '@bhxh-kit/contract';
import { LIST_MAX } from '@bhxh-kit/domain';

/** Whether a declaration can be approved in a list (O5): its paper is here and it is in review. */
export const isApprovable = ({ status }: Pick<ReviewRow, 'status'>): boolean => status === 'in-review';

/** The rows an officer has chosen, each in the version that was in view (O5). */
export class RowChoice {
  readonly #chosen = new Map<string, number>();
  /** Where a range begins: the row touched last. */
  #anchor = '';

  get size(): number {
    return this.#chosen.size;
  }

  has(id: string): boolean {
    return this.#chosen.has(id);
  }

  /** Chooses a row or lets it go; answers whether there was room for it. */
  toggle(row: ReviewRow): boolean {
    this.#anchor = row.id;
    return this.#chosen.delete(row.id) || this.#add(row);
  }

  /** Makes everything from the row touched last up to this one like that one; answers whether there was room for all. */
  extend(to: ReviewRow, rows: readonly ReviewRow[]): boolean {
    const ends = [this.#anchor, to.id].map((id) => rows.findIndex((row) => row.id === id));
    const on = this.#anchor === '' || this.has(this.#anchor);
    if (ends.includes(-1)) return this.toggle(to);
    const range = rows.slice(Math.min(...ends), Math.max(...ends) + 1);
    if (on) return this.all(range);
    for (const { id } of range) this.#chosen.delete(id);
    return true;
  }

  /** Chooses every row that can be approved; answers whether there was room for all. */
  all(rows: readonly ReviewRow[]): boolean {
    return rows.filter(isApprovable).every((row) => this.#add(row));
  }

  clear(): void {
    this.#chosen.clear();
    this.#anchor = '';
  }

  /** Lets go of what is no longer in view as it was chosen. */
  keep(rows: readonly ReviewRow[]): void {
    const versions = new Map(rows.filter(isApprovable).map(({ id, version }) => [id, version]));
    for (const [id, version] of this.#chosen) if (versions.get(id) !== version) this.#chosen.delete(id);
  }

  /** The chosen ones of some rows, in the order of the queue. */
  of(rows: readonly ReviewRow[]): readonly ReviewRow[] {
    return rows.filter(({ id }) => this.has(id));
  }

  #add({ id, version }: ReviewRow): boolean {
    if (this.#chosen.size >= LIST_MAX && !this.#chosen.has(id)) return false;
    this.#chosen.set(id, version);
    return true;
  }
}
