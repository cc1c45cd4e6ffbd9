// Lets a part that the network did not bring be asked for again. Until whatwg/html#10327 (Chromium 156 has it) a browser keeps a module that failed for as long
// as the page is open, and answers the next import() of the same address with the same failure. With another fragment it is another module to the browser, and the same file
// to the server and the cache. What the part itself imports is shared with what is there already: only a file of those that failed stays failed until the page is loaded anew.

/** The code of `bhxhKitPart(path)`: imports a module beside this one, and under another fragment where that failed before. `base` is an expression for the URL of this one. */
export const retryCode = (base) =>
  `const bhxhKitFailed={},bhxhKitPart=async p=>{const f=bhxhKitFailed,u=new URL(p,${base});u.hash=f[p]||"";try{return await import(u)}catch(e){f[p]=(f[p]|0)+1;throw e}};`;

/** To stand before a bundle, so that its hash tells this code too; `retried` takes it away where nothing is imported later. */
export const RETRY_BANNER = retryCode('import.meta.url');

/**
 * An ES module made by esbuild with `RETRY_BANNER`, whose every `import()` can be tried again.
 * @param {string} text the module
 * @param {{ path: string, kind: string }[]} imports of the metafile
 * @param {(path: string) => string} specifierOf how the module writes what it imports
 */
export function retried(text, imports, specifierOf) {
  const later = [...new Set(imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => specifierOf(path)))];
  if (later.length === 0) return text.replace(RETRY_BANNER, '');
  for (const specifier of later) {
    const written = `import("${specifier}")`;
    if (!text.includes(written)) throw new Error(`${written} is not in the module that imports it.`);
    text = text.replaceAll(written, `bhxhKitPart("${specifier}")`);
  }
  return text;
}
