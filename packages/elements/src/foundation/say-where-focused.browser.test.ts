import { expect, it, vi } from 'vitest';
import type { Announcer } from './announcer.js';
import { sayWhereFocused } from './say-where-focused.js';

/** A field, a button beside it, and what is said of the field. */
function form() {
  const root = document.createElement('form');
  root.innerHTML = '<input id="number"><button type="button">Tiếp</button>';
  document.body.append(root);
  const [say, hush] = [vi.fn(), vi.fn()];
  const tell = (why?: string) => sayWhereFocused(root, '#number', why, { say, hush } as unknown as Announcer);
  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)!.focus();
  return { say, hush, tell, focus };
}

it('E6 · why a field is wrong is said to whoever is in it already', () => {
  const { say, hush, tell, focus } = form();
  focus('#number');
  tell('Hãy nhập mã số.');
  expect([say.mock.calls, hush.mock.calls]).toEqual([[['Hãy nhập mã số.']], []]);
});

it('E6 · whoever comes to it from the button hears it of the field alone, not once more', () => {
  const { say, hush, tell, focus } = form();
  focus('button');
  tell('Hãy nhập mã số.');
  expect([say.mock.calls.length, hush.mock.calls.length]).toEqual([0, 1]);
});

it('E6 · what was said of a field that was wrong is taken back where the next focus has no fault to tell', () => {
  const { say, hush, tell, focus } = form();
  focus('#number');
  tell();
  expect([say.mock.calls.length, hush.mock.calls.length]).toEqual([0, 1]);
});
