/** Vietnam keeps UTC+7 all year. */
const VIETNAM_OFFSET = 7 * 3_600_000;

/** Today in Vietnam, whatever the clock of the reader's country says: ISO date. */
export function todayHere(): string {
  return new Date(Date.now() + VIETNAM_OFFSET).toISOString().slice(0, 10);
}
