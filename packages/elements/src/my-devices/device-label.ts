/** What a device may be called until its person says otherwise; nothing where it does not say what it is. By the user agent, because nothing else names an iPhone. */
export function deviceLabel(userAgent: string): string {
  return KINDS.find(([sign]) => sign.test(userAgent))?.[1] ?? '';
}

/** In this order: what is sold as a telephone also says what it is like. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];
