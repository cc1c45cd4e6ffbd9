/**
 * The line that tells Chromium from 136 on, at the very beginning of a module or script, to compile all of it beside its download, in place of each function at its first
 * call, on the main thread, while somebody waits. Other engines read a comment. Bundlers and minifiers take comments away, so it is put there after them.
 */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** What is called from one end to the other when it is loaded: the kit's own modules and Lit's. Of its writer of PDFs, as of most libraries, a page calls a corner. */
const CALLED_WHOLE = /[\\/]@bhxh-kit[\\/](?!.*[\\/]pdf-writer[\\/])|(?:^|[\\/])node_modules[\\/](?:@lit|lit|lit-html|lit-element)[\\/]/;

/**
 * Whether at least half of a chunk is called when it is loaded: elsewhere the hint costs memory for what nobody calls.
 * @param lengths path and length of each module in it
 * @param also paths of further modules that are called whole
 */
export function isCalledWhole(lengths: Iterable<readonly [path: string, length: number]>, also?: RegExp): boolean {
  let balance = 0;
  for (const [path, length] of lengths) balance += CALLED_WHOLE.test(path) || also?.test(path) ? length : -length;
  return balance >= 0;
}

/** What a bundler of Rollup's kind hands to its plugins at the end. */
export type Bundled = Readonly<
  Record<
    string,
    | { readonly type: 'chunk'; code: string; readonly modules: Readonly<Record<string, { readonly renderedLength: number }>> }
    | { readonly type: 'asset'; source: string | Uint8Array }
  >
>;

/** A plugin of Vite, Rolldown and Rollup. */
export interface CompileHintPlugin {
  readonly name: string;
  readonly enforce: 'post';
  readonly generateBundle: { readonly order: 'post'; handler(options: unknown, bundle: Bundled): void };
}

/**
 * A plugin that puts the hint before every chunk that is mostly the kit: the elements are on the page with up to a quarter less work of its main thread. Source maps of their
 * own file stay right; inline ones are a line off. esbuild and webpack have an option for it: docs/getting-the-kit.md.
 * @param also paths of the page's own modules that are called when it is loaded, e.g. `/[\\/]src[\\/]/`
 */
export function compileHint({ also }: { readonly also?: RegExp | undefined } = {}): CompileHintPlugin {
  return {
    name: 'bhxh-kit:compile-hint',
    enforce: 'post',
    generateBundle: {
      order: 'post', // Vite writes before the chunk what it loads beside it
      handler(_, bundle) {
        for (const [name, chunk] of Object.entries(bundle)) {
          if (chunk.type !== 'chunk' || !isCalledWhole(lengthsOf(chunk.modules), also)) continue;
          chunk.code = `${COMPILE_HINT}${chunk.code}`;
          const map = bundle[`${name}.map`];
          if (map?.type === 'asset' && typeof map.source === 'string') map.source = aLineLater(map.source);
        }
      },
    },
  };
}

const lengthsOf = (modules: Readonly<Record<string, { readonly renderedLength: number }>>) =>
  Object.entries(modules).map(([path, { renderedLength }]) => [path, renderedLength] as const);

/** The source map of a file that has another line before it. */
function aLineLater(source: string): string {
  const map = JSON.parse(source) as { mappings: string };
  return JSON.stringify({ ...map, mappings: `;${map.mappings}` });
}
