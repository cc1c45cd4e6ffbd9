/** `2010-02-01` → `01/02/2010`; partial dates give `02/2010` and `2010`. Written here because `Intl` gives `1/2/2010`. Other text comes back as it is. */
export function formatDate(iso: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(iso) ? iso.split('-').reverse().join('/') : iso;
}

/** `2020-09` or `2020-09-15` → `09/2020`. */
export function formatMonth(iso: string): string {
  return formatDate(iso.slice(0, 7));
}
