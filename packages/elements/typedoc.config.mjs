import { existsSync, readdirSync } from 'node:fs';

const src = new URL('src/', import.meta.url);

/** The reference has a module for each element, as the package has an entry point for each, and for what pages call by themselves. */
export default {
  entryPoints: [
    ...readdirSync(src)
      .filter((name) => existsSync(new URL(`${name}/define.ts`, src)))
      .map((name) => `src/${name}/${name}.ts`),
    'src/foundation/words.ts',
    'src/compile-hint/compile-hint.ts',
    'src/kept-card/kept-card.ts',
    'src/scanning/scanning.ts',
  ],
  intentionallyNotExported: ['src/agency-picker/agency-browser.ts:AgencyBrowserHost'],
};
