import axe from 'axe-core';
import { commands } from 'vitest/browser';

/** How a page is looked at: its own theme, and what the system asks for. */
export interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly media: {
    readonly colorScheme: 'light' | 'dark';
    readonly forcedColors: 'none' | 'active';
    /** Without motion a colour has changed at once, and is not measured on its way. */
    readonly reducedMotion: 'no-preference' | 'reduce';
  };
}

const LIGHT: Look = { name: 'light', theme: 'light', media: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } };

// Forced colours first: Chromium keeps those of the dark for a moment after it.
export const OTHER_LOOKS: readonly Look[] = [
  { name: 'forced colours', theme: 'light', media: { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' } },
  { name: 'dark', theme: 'dark', media: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' } },
];

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** What the system asks of pages. */
    emulateMedia(media: Look['media']): Promise<void>;
  }
}

/** Puts a look on the page the story stands in, as `.storybook/preview.ts` does for a new one. */
export async function wear({ theme, media }: Look = LIGHT): Promise<void> {
  await commands.emulateMedia(media);
  document.documentElement.style.colorScheme = theme;
  for (const page of document.querySelectorAll('.host-page')) {
    page.classList.toggle('dark', theme === 'dark');
    page.classList.toggle('light', theme === 'light');
  }
  // What the system asks for reaches a page with its next frame.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

const RULES = ['color-contrast', 'link-in-text-block'];

/** What cannot be told apart, as axe names it. */
export async function contrastFaults(): Promise<readonly string[]> {
  const { violations } = await axe.run('.host-page', { runOnly: RULES });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));
}
