import type { Face } from '../layout/flow.js';

/** Answers the bytes of one TrueType file by name. */
export type LoadFont = (name: string) => Promise<Uint8Array>;

const FILES: Record<Face, string> = { regular: 'Tinos_400Regular.ttf', bold: 'Tinos_700Bold.ttf', italic: 'Tinos_400Regular_Italic.ttf' };

interface NodeFiles {
  readonly promises: { readFile(url: URL): Promise<Uint8Array> };
}

/**
 * Where the fonts come from when the host says nothing: the package's own folder `fonts`, two levels above this module in src and dist alike.
 * A bundle that moves this module passes `fontBase`.
 */
function packagedFont(base: URL | string): LoadFont {
  return async (name) => {
    const url = new URL(name, base);
    if (url.protocol === 'file:') {
      // Not imported: a bundler for browsers would look for the module and fail.
      const { process } = globalThis as unknown as { process: { getBuiltinModule(name: 'node:fs'): NodeFiles } };
      return new Uint8Array(await process.getBuiltinModule('node:fs').promises.readFile(url));
    }
    const answer = await fetch(url);
    if (!answer.ok)
      throw new Error(`Không tải được phông chữ ${name} (HTTP ${answer.status}). Font not loaded: copy the package's folder fonts and pass fontBase.`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}

/** The three faces of the form. */
export async function loadFaces(loadFont?: LoadFont, fontBase?: URL | string): Promise<Record<Face, Uint8Array>> {
  const load = loadFont ?? packagedFont(fontBase ?? new URL(/* @vite-ignore */ '../../fonts/', import.meta.url));
  const [regular, bold, italic] = await Promise.all([load(FILES.regular), load(FILES.bold), load(FILES.italic)]);
  return { regular, bold, italic };
}
