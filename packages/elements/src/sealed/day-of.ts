/** Vietnam keeps UTC+7 all year. */
const VIETNAM_OFFSET = 7 * 3_600_000;

/** "28/11/2026" by the calendar of Vietnam, of milliseconds since 1970. */
export function dayOf(moment: number): string {
  const [year, month, day] = new Date(moment + VIETNAM_OFFSET).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
