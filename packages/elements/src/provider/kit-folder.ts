/**
 * The folder of the kit's own files (`directory/`, `documents/`), told by where its code came from; ends in `/`.
 * The script tag lies in it; the modules of `esm/` and of the unbundled package lie below it. A host's bundle says nothing: then it is the bundle's folder.
 */
export function kitFolder(script: string): string {
  return new URL('.', script).href.replace(/\/(?:esm(?:\/shared|\/define)?|provider)\/$/, '/');
}
