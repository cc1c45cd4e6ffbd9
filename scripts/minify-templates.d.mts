/** The module with small templates; with `keepLines` every later line stays where it is. */
export function minified(path: string, source: string, how?: { readonly keepLines?: boolean }): string;
