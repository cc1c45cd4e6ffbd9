import { fixture, html } from '@open-wc/testing';
import { expect, it, vi } from 'vitest';
import { openDialog } from './open-dialog.js';

const dialogOf = async (): Promise<HTMLDialogElement> =>
  fixture(html`<dialog autofocus tabindex="-1" aria-label="Hỏi"><h3 tabindex="-1">Hỏi</h3><button>Có</button></dialog>`);
const focused = (): string | undefined => document.activeElement?.localName;
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

it('a dialog has the focus itself, and its heading a moment later', async () => {
  openDialog(await dialogOf());
  expect(focused()).toBe('dialog');
  await vi.waitFor(() => expect(focused()).toBe('h3'));
});

it('whoever has gone on, or closed it again, stays where they are', async () => {
  const dialog = await dialogOf();
  openDialog(dialog);
  dialog.querySelector('button')?.focus();
  await later();
  expect(focused()).toBe('button');
  dialog.close();
  openDialog(dialog);
  dialog.close();
  await later();
  expect([dialog.open, focused()]).toEqual([false, 'body']);
});
