/**
 * A date as people type it, as an ISO date: `1/2/2010`, `01.02.2010`, `01-02-2010`, `01022010`, a month `02/2010`, a year `2010`, or ISO already.
 * Anything else comes back as it is: whether the date is a real one is asked later, of the ISO form.
 */
export function isoOfTypedDate(text: string): string {
  const compact = text.replace(/\s/g, '');
  if (/^\d{4}(-\d{2}){0,2}$/.test(compact)) return compact;
  const [, day, month, year] = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(compact) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(compact) ?? [];
  if (month === undefined || year === undefined) return compact;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}

/** An ISO date, month or year as forms print it: `01/02/2010`, `02/2010`, `2010`. Other text comes back as it is. */
export function typedDateOfIso(iso: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(iso) ? iso.split('-').reverse().join('/') : iso;
}
