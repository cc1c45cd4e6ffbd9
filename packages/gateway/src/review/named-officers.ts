import { inArray } from 'drizzle-orm';
import { nameOf } from '../officers/officers-repository.js';
import type { Queries } from '../storage/database.js';
import { officers } from '../storage/officers-schema.js';
import type { Desk } from './desk.js';

/** An officer as colleagues see them. */
export interface NamedOfficer {
  readonly officerName: string;
  readonly agencyName: string;
}

export async function officersByIds(
  db: Queries,
  ids: readonly string[],
  { secrets, directory }: Pick<Desk, 'secrets' | 'directory'>,
): Promise<ReadonlyMap<string, NamedOfficer>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(officers)
    .where(inArray(officers.id, [...new Set(ids)]));
  const named = await Promise.all(
    rows.map(async (row) => [row.id, { officerName: nameOf(row, secrets), agencyName: await agencyInWords(directory, row.agencyCode) }] as const),
  );
  return new Map(named);
}

/** An agency with everything above it, `BHXH Tp. Hà Nội » BHXH Quận Đống Đa`; its code where the directory does not know it. */
export async function agencyInWords(directory: Desk['directory'], code: string): Promise<string> {
  const path = await directory.agencyPath(code);
  return path.map(({ name }) => name).join(' » ') || code;
}
