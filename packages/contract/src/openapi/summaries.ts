/** A sentence for each operation by its name. */
export type Summaries = Readonly<Record<string, string>>;

/** Reads the comments above the verbs in the text of the operation lists: they are what an editor shows, so the document says the same. */
export function summariesOf(source: string): Summaries {
  const summaries: Record<string, string> = {};
  let noun = '';
  for (const [, opened, summary, verb] of source.matchAll(/^ {2}(\w+): \{$|^ {4}\/\*\* (.+) \*\/\n {4}(\w+)/gm)) {
    if (opened) noun = opened;
    else if (summary && verb) summaries[`${noun}.${verb}`] = summary;
  }
  return summaries;
}
