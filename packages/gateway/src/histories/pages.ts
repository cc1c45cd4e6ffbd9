import type { Clock } from '../clock/clock.js';
import { malformed } from '../http/body.js';
import type { Secrets } from '../secrets/secrets.js';
import { ID } from '../storage/ids.js';

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

/** Where a page ended: by what its rows are ordered, and the id of the last. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

const PLACE = new RegExp(String.raw`^(\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)/(${ID})$`);

/** The place a cursor of `pageOf` stands for; one of anybody else's making is refused. */
export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, at, id] = PLACE.exec(text) ?? [];
  if (!at || !id) throw malformed('cursor');
  return { at, id };
}

/** A page of rows, of which one more than `limit` was asked for. The cursor is the last row's place, so that rows added meanwhile neither repeat nor hide one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => Place,
  open: (row: Row) => Item,
): { readonly items: Item[]; readonly nextCursor?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const items = page.map(open);
  if (rows.length <= limit || !last) return { items };
  const { at, id } = place(last);
  return { items, nextCursor: Buffer.from(`${at}/${id}`).toString('base64url') };
}
