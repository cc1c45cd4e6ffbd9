import { beforeEach, expect, it, vi } from 'vitest';
import './define.js';
import { choose, commit, filled, opened, press, receivedWith, shadow, violations } from './testing/filling.js';

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

it('E6 · while it is being recorded the focus stays on the button, which says so; taken away from a button that was closed, it fell to the page’s top', async () => {
  const { gateway, form } = await opened();
  await filled(form);
  gateway.script('declarations.submit', { kind: 'slow', milliseconds: 400 });
  const button = () => shadow(form, '.actions .primary') as HTMLButtonElement;
  button().focus();
  await commit(form);
  await vi.waitFor(() => expect(button().textContent).toBe('Đang ghi nhận…'));
  expect([form.shadowRoot!.activeElement, button().disabled, button().getAttribute('aria-disabled')]).toEqual([button(), false, 'true']);
  button().click();
  await receivedWith(form);
  expect(gateway.requests.filter(({ operation }) => operation === 'declarations.submit')).toHaveLength(1);
});

it('E6 · each answer to be looked through again is one value of its term, with the way to change it inside', async () => {
  const { form } = await opened();
  await filled(form);
  const rows = [...form.shadowRoot!.querySelectorAll('.review .row')];
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows)
    expect([row.querySelectorAll('dt').length, row.querySelectorAll('dd').length, row.querySelectorAll('dd a').length]).toEqual([1, 1, 1]);
});

it('E6 · the advice on the certificate’s four boxes is heard at the first of them', async () => {
  const { form } = await opened();
  await filled(form);
  await press(form, 'Quay lại');
  const box = shadow(form, '#field-certificateSerial');
  const ids = box.getAttribute('aria-describedby')!.split(' ');
  expect(ids.map((id) => shadow(form, `#${id}`)?.textContent).join()).toContain('để trống cả bốn');
});

it('E6 · the caret goes along to the heading of a step and of the receipt, though the field or button that was left is gone: else the first line below is not read', async () => {
  const { form } = await opened();
  const caret = vi.spyOn(Selection.prototype, 'collapse');
  await choose(form, 'subject', 'individual');
  shadow(form, 'input[name=subject][value=individual]').focus();
  await press(form, 'Tiếp');
  expect(form.shadowRoot!.activeElement).toBe(shadow(form, 'h2'));
  await vi.waitFor(() => expect(caret.mock.lastCall).toEqual([shadow(form, 'h2')]));
  await press(form, 'Quay lại');
  await filled(form);
  shadow(form, '.actions .primary').focus();
  caret.mockClear();
  await commit(form);
  await receivedWith(form);
  await vi.waitFor(() => expect(caret.mock.lastCall).toEqual([shadow(form, 'h2')]));
  caret.mockRestore();
});

it('E6 · a step whose address, photographs or agency are still to be given is no invalid form: Firefox tells it, and Orca said it before the first line of an untouched step', async () => {
  const { form } = await opened();
  const invalid = () => shadow(form, 'form').matches(':invalid');
  await choose(form, 'subject', 'individual');
  await press(form, 'Tiếp');
  expect([shadow(form, '#address').matches(':invalid'), invalid()]).toEqual([true, false]);
  await press(form, 'Quay lại');
  await filled(form);
  await press(form, 'Quay lại');
  (shadow(form, '#field-agency') as HTMLElement & { value: string }).value = '';
  await form.updateComplete;
  expect([shadow(form, '#field-agency').matches(':invalid'), invalid()]).toEqual([true, false]);
  await press(form, 'Quay lại');
  const photograph = shadow(form, '[part=photo]') as HTMLElement & { value: Blob | undefined; upload: unknown };
  [photograph.value, photograph.upload] = [undefined, undefined];
  await form.updateComplete;
  expect([photograph.matches(':invalid'), invalid()]).toEqual([true, false]);
});

it('E6 · what is wrong with a choice is heard with the name of its group: Orca says nothing of what a group is described by', async () => {
  const { form } = await opened();
  const named = () => {
    const group = shadow(form, 'input[name=subject]').closest('[role=radiogroup]')!;
    const text = (attribute: string) => (group.hasAttribute(attribute) ? shadow(form, `#${group.getAttribute(attribute)}`).textContent.trim() : '');
    return [text('aria-labelledby') || group.ariaLabel, text('aria-describedby')];
  };
  expect(named()).toEqual(['Loại đối tượng *', expect.stringContaining('Chọn “Trẻ em”')]);
  await press(form, 'Tiếp');
  expect(named()).toEqual(['Loại đối tượng. Hãy điền “Loại đối tượng”. Đây là thông tin bắt buộc.', expect.stringContaining('Chọn “Trẻ em”')]);
  expect(await violations(form)).toEqual([]);
  await choose(form, 'subject', 'individual');
  expect(named()[0]).toBe('Loại đối tượng *');
});
