import { type Directory, SCHEME_PERIODS } from '@bhxh-kit/directory';
import type { ActingOfficer } from '../http/mount.js';

type Officer = Pick<ActingOfficer, 'agencyCode'>;

/** The last day of the map before the present one: offices that were closed with it still have declarations, and those above them answer for these. */
const BEFORE = SCHEME_PERIODS['2021'].validTo;

/**
 * Whether an officer may look at and act on what was handed in to an agency: their own, or one below it (O1). An agency in office counts where it stands today,
 * a closed one where it stood. Whoever is refused answers as for a reference nobody has, so that nothing tells that there is something.
 */
export async function mayReview(directory: Directory, { agencyCode: own }: Officer, agencyCode: string): Promise<boolean> {
  if (own === agencyCode) return true;
  const today = await directory.agencyPath(agencyCode);
  const path = today.length > 0 ? today : await directory.agencyPath(agencyCode, BEFORE);
  return path.some(({ code }) => code === own);
}

/** Every agency an officer acts for, their own first: the codes for which `mayReview` says yes. */
export async function agenciesOf(directory: Directory, officer: Officer): Promise<readonly string[]> {
  const codes = new Set([...(await directory.agencies()), ...(await directory.agencies(BEFORE))].map(({ code }) => code));
  const below = await Promise.all([...codes].map(async (code) => ((await mayReview(directory, officer, code)) ? code : undefined)));
  return [...new Set([officer.agencyCode, ...below.filter((code) => code !== undefined)])];
}
