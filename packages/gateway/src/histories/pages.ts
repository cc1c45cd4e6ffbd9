import type { Clock } from '../clock/clock.js';
import { malformed } from '../http/body.js';
import type { Secrets } from '../secrets/secrets.js';

/** What reading a history needs besides the database. */
export interface Histories {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Rows of a page where the caller does not say. */
export const PAGE = 50;

/** What is asked of a history. */
export interface Asked {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A row as it is stored: its place among the person's rows, and under seal what it says. */
export interface SealedRow {
  readonly id: string;
  readonly ordinal: number;
  readonly sealed: Uint8Array;
}

/** A row that was opened. */
export interface OpenedRow<Item> {
  readonly ordinal: number;
  readonly item: Item;
}

/** The place a cursor stands for, the ordinal of a page's last row; one of anybody else's making is refused. */
export function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^[1-9]\d{0,8}$/.test(text)) throw malformed('cursor');
  return Number(text);
}

/** A page of rows, of which one more than `limit` was found where there are more. The cursor is the last row's place, so that newer rows neither repeat nor hide one. */
export function pageOf<Item>(found: readonly OpenedRow<Item>[], limit: number): { readonly items: Item[]; readonly nextCursor?: string } {
  const page = found.slice(0, limit);
  const items = page.map(({ item }) => item);
  const last = page.at(-1);
  return found.length > limit && last ? { items, nextCursor: Buffer.from(String(last.ordinal)).toString('base64url') } : { items };
}

/** What is looked for among opened rows. */
interface Sought<Item> {
  readonly limit: number;
  /** Whether an item is one of them; without it every item is. */
  readonly isOne?: ((item: Item) => boolean) | undefined;
  /** Whether none can come after an item. */
  readonly isPast?: ((item: Item) => boolean) | undefined;
}

/** Rows read at once at most, where many are passed over. */
const READ_MOST = 2_000;

/**
 * Opens rows from a place on, newest first, until one more than `limit` is found: what a row says is under seal, so that what is sought is told only after opening. `read` gives
 * so many rows before an ordinal.
 */
export async function seek<Item>(
  read: (before: number | undefined, most: number) => Promise<readonly SealedRow[]>,
  open: (row: SealedRow) => Item,
  from: number | undefined,
  { limit, isOne, isPast }: Sought<Item>,
): Promise<OpenedRow<Item>[]> {
  const found: OpenedRow<Item>[] = [];
  let before = from;
  for (let most = limit + 1; ; most = Math.min(most * 2, READ_MOST)) {
    const rows = await read(before, most);
    for (const row of rows) {
      const item = open(row);
      if (isPast?.(item)) return found;
      if (isOne && !isOne(item)) continue;
      found.push({ ordinal: row.ordinal, item });
      if (found.length > limit) return found;
    }
    if (rows.length < most) return found;
    before = rows.at(-1)?.ordinal;
  }
}
