const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** `09:05 ngày 15/01/2026`, or in English `09:05 on 15/01/2026`, by the clock of Vietnam wherever the reader is. Of an RFC 3339 instant. */
export function formatMoment(instant: string, locale: 'vi' | 'en' = 'vi'): string {
  const [day = '', time = ''] = new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().split('T');
  return `${time.slice(0, 5)} ${locale === 'en' ? 'on' : 'ngày'} ${day.split('-').reverse().join('/')}`;
}
