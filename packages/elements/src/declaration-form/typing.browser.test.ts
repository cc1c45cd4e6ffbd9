import { beforeEach, expect, it, vi } from 'vitest';
import './define.js';
import { choose, opened, press, shadow } from './testing/filling.js';

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

it('E6 · while a number is typed again its complaint keeps its words, which a screen reader would say over every digit; right is right at once, and after a rest what is wrong by then is said', async () => {
  const { form } = await opened();
  await choose(form, 'subject', 'individual');
  await press(form, 'Tiếp');
  const box = () => shadow(form, '#field-mobilePhone') as HTMLInputElement;
  const said = () => form.shadowRoot!.querySelector('#fault-mobilePhone')?.textContent?.trim() ?? '';
  const type = async (text: string) => {
    box().focus();
    box().value = text;
    box().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.updateComplete;
  };
  await type('0900');
  expect(said()).toBe('');
  box().blur();
  await vi.waitFor(() => expect(said()).toContain('ở đây có 4.'));
  for (const text of ['09000', '090000', '0900000']) {
    await type(text);
    expect(said()).toContain('ở đây có 4.');
  }
  await type('0900000001');
  expect(said()).toBe('');
  await type('090000000');
  expect(said()).toBe('');
  await vi.waitFor(() => expect(said()).toContain('ở đây có 9.'), { timeout: 5000 });
  await type('09000000');
  expect(said()).toContain('ở đây có 9.');
  box().blur();
  await vi.waitFor(() => expect(said()).toContain('ở đây có 8.'), { timeout: 500 });
});
