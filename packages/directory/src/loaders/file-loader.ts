import { readFile } from 'node:fs/promises';
import type { LoadChunk } from '../chunks/chunk-store.js';

/** The folder of the chunks in this package. src/ and dist/ lie side by side, so one path serves both. */
export const dataFolder = new URL('../../dist/data/', import.meta.url);

/** Loads chunks from files, by default those of this package. */
export function fileLoader(folder: URL = dataFolder): LoadChunk {
  return async (name) => JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8')) as unknown;
}
