import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import { moveFocus } from './move-focus.js';

const find = (selector: string) => page.shadowRoot!.querySelector<HTMLElement>(selector)!;
const focused = () => page.shadowRoot!.activeElement;
const rest = async () => new Promise((done) => setTimeout(done, 120));

let page: HTMLElement;
/** Whether the caret followed is heard in Firefox only: Chromium, where this runs, moves it with every focus. */
let collapse: Mock<Selection['collapse']>;

beforeEach(() => {
  page = document.createElement('div');
  page.attachShadow({ mode: 'open' }).innerHTML = '<h2 tabindex="-1">Bước hai</h2><p id="field"><input></p><button>Tiếp</button>';
  document.body.append(page);
  find('input').focus();
  collapse = vi.spyOn(Selection.prototype, 'collapse');
});

afterEach(() => {
  page.remove();
  vi.restoreAllMocks();
});

it('takes the caret to the heading at once while the field that was left is still there', () => {
  moveFocus(find('h2'));
  expect(focused()).toBe(find('h2'));
  expect(collapse.mock.calls).toEqual([[find('h2')]]);
});

it('takes the caret along a moment later where the field is gone, so that the heading is told of first', async () => {
  find('#field').remove();
  moveFocus(find('h2'));
  expect(focused()).toBe(find('h2'));
  expect(collapse).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(collapse.mock.calls).toEqual([[find('h2')]]));
});

it('leaves the caret alone when the focus went on meanwhile', async () => {
  find('#field').remove();
  moveFocus(find('h2'));
  find('button').focus();
  await rest();
  expect(collapse).not.toHaveBeenCalled();
});

it('leaves what somebody selected', async () => {
  find('#field').remove();
  moveFocus(find('h2'));
  const beside = document.createElement('p');
  beside.textContent = 'Ở bên cạnh';
  page.after(beside);
  getSelection()!.selectAllChildren(beside);
  await rest();
  expect([String(getSelection()), collapse.mock.calls]).toEqual(['Ở bên cạnh', []]);
  beside.remove();
});

it.each(['input', 'button'])('leaves the caret to the browser where the focus goes to the %s', async (control) => {
  find('h2').focus();
  moveFocus(find(control));
  await rest();
  expect(focused()).toBe(find(control));
  expect(collapse).not.toHaveBeenCalled();
});

it('focuses nothing where there is nothing', () => {
  moveFocus(null);
  expect(focused()).toBe(find('input'));
});
