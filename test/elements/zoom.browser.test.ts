import type { StoryContext, StoryObj } from '@storybook/web-components-vite';
import { render } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { outOfView, tooSmall } from './out-of-view.js';

/** Elements that the journey `zoom` has not, in the states that have most in them. The other nine are looked at there, on a page of a host. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  'sign-in': ['WithPasskeys', 'Checked', 'InUseElsewhere', 'CodeSent'],
  activate: ['CommonPassword', 'Refused', 'CodeSent'],
  'one-time-code': ['Wrong'],
  'change-password': ['Passwords', 'Faults', 'Code'],
  'forgot-password': ['Code', 'Failed'],
  consent: ['Choose', 'Withdraw'],
  profile: ['Child', 'Codes', 'Failed'],
  'access-log': ['Looks', 'Failed'],
  'my-devices': ['Several', 'Passkeys'],
  'benefit-history': ['ShortTerm', 'Monthly'],
  'visit-history': ['Opened'],
  'review-queue': ['HandedIn', 'Filters', 'Chosen', 'Waiting', 'Asking'],
  'review-case': ['Duplicates', 'Child', 'PaperDiffers', 'RejectionWritten'],
};

const files = import.meta.glob<Readonly<Record<string, StoryObj>>>('../../stories/*.stories.ts');

/** A story as Storybook shows it, at the end of the page. */
async function show(of: string, name: string): Promise<void> {
  const { default: meta, [name]: story } = await files[`../../stories/${of}.stories.ts`]!();
  const loaded: Record<string, unknown> = {};
  for (const load of [story!.loaders ?? []].flat()) Object.assign(loaded, await load({} as StoryContext));
  const canvasElement = document.body.appendChild(document.createElement('div'));
  const context = { canvasElement, loaded, args: {} } as unknown as StoryContext;
  render((story!.render ?? meta!.render!)({}, context), canvasElement);
  await story!.play?.(context);
}

const settled = (name: string) => vi.waitFor(() => expect([...outOfView(), ...tooSmall()], name).toEqual([]), { timeout: 5000 });

afterEach(async () => {
  document.body.replaceChildren();
  document.documentElement.lang = 'vi';
  document.documentElement.style.fontSize = '';
  await page.viewport(1280, 1024);
});

describe('E6 · enlarged', () => {
  it('at 400 % and with text twice as large nothing of any element scrolls sideways or is cut off', async () => {
    document.documentElement.lang = 'vi';
    await page.viewport(320, 256);
    for (const [of, names] of Object.entries(STATES)) {
      for (const name of names) await show(of, name);
      await settled(`${of} at 400 %`);
    }
    document.documentElement.lang = 'en';
    await settled('in English at 400 %');
    document.documentElement.lang = 'vi';
    for (const width of [1280, 640]) {
      await page.viewport(width, 1024);
      document.documentElement.style.fontSize = '200%';
      await settled(`with text twice as large, ${width} px wide`);
    }
  });
});
