/** A part of a submission without what is not given. */
export function pruned<Whole extends object>(whole: Whole): Whole {
  return Object.fromEntries(Object.entries(whole).filter(([, part]) => part !== undefined)) as Whole;
}
