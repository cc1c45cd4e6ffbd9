/** A count of months, 0 or more, in words: `12 năm 2 tháng`, `2 tháng`, `12 years 2 months`. */
export function formatDuration(months: number, locale: 'vi' | 'en' = 'vi'): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const said = (count: number, vi: string, en: string) => (locale === 'vi' ? `${count} ${vi}` : `${count} ${en}${count === 1 ? '' : 's'}`);
  const parts = [...(years > 0 ? [said(years, 'năm', 'year')] : []), ...(rest > 0 || years === 0 ? [said(rest, 'tháng', 'month')] : [])];
  return parts.join(' ');
}
