import { mkdtempSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A file somebody saved: the name it was given, and where it is. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
}

/** Waits for the file that an act saves. */
export type Saving = (page: Page, act: () => Promise<void>) => Promise<SavedFile>;

export const byDownload: Saving = async (page, act) => {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), path: await file.path() };
};

/** From the folder a Firefox saves to: of what a page made itself its driver hears nothing. */
export const fromFolder =
  (folder: string): Saving =>
  async (_, act) => {
    await act();
    let name = '';
    await expect
      .poll(
        () => {
          const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? entry.name : []));
          // Its name is there, empty, before what is written beside it takes its place.
          name = files.find((file) => !file.endsWith('.part') && !files.includes(`${file}.part`) && statSync(join(folder, file)).size > 0) ?? '';
          return name;
        },
        { timeout: 15_000 },
      )
      .not.toBe('');
    // Out of the way of the next one of its name.
    const path = join(mkdtempSync(join(folder, 'taken-')), name);
    renameSync(join(folder, name), path);
    return { name, path };
  };
