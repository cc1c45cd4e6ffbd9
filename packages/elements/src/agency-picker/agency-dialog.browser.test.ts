import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AgencyChangeEvent } from './agency-picker.js';
import { activeLabel, opened, press, rows, settled, shadow, type } from './testing/picker.js';

describe('<bhxh-agency-picker>, its dialog', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
    // The moment before the focus goes on is then as long as a test needs it, on a busy machine too.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('opens with the focus in the filter; “Đóng” chooses nothing', async () => {
    const element = await opened();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#filter')));
    shadow(element, '.acts button').click();
    await settled(element);
    expect(element.value).toBe('');
  });

  it('E6 · opens with the focus on the dialog first, which Orca hears of; whoever goes on at once stays there', async () => {
    const element = await opened();
    const focused: (string | undefined)[] = [];
    shadow(element, 'dialog').addEventListener('focusin', () =>
      focused.push(element.shadowRoot!.activeElement?.className || element.shadowRoot!.activeElement?.id),
    );
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, 'dialog'));
    // Firefox goes by it, Chromium does not: put into the filter by the opening, the caret would stay there, and the focus that comes back to it is not heard.
    expect(shadow(element, 'dialog').autofocus).toBe(true);
    shadow(element, '.tree').focus();
    vi.runAllTimers();
    expect(focused).toEqual(['tree']);
  });

  it('E6 · what is typed as soon as it opens is looked for, and the first Tab leads to the filter', async () => {
    const element = await opened();
    await userEvent.keyboard('dong');
    expect((shadow(element, '#filter') as HTMLInputElement).value).toBe('dong');
    element.close();
    await settled(element);
    element.open();
    await settled(element);
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, 'dialog'));
    await userEvent.keyboard('{Tab}');
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#filter'));
    element.close();
    await settled(element);
    element.open();
    await settled(element);
    await userEvent.keyboard('{ArrowDown}{End}');
    expect(activeLabel(element)).toBe('[089]');
  });

  it('E6 · opened by a key that is held down, it chooses nothing until the key is pressed again', async () => {
    const element = await opened();
    const held = async (target: string) => {
      const key = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true, composed: true });
      shadow(element, target).dispatchEvent(key);
      await settled(element);
      return [target, element.value, (shadow(element, 'dialog') as HTMLDialogElement).open];
    };
    for (const target of ['dialog', '#filter', '.tree']) expect(await held(target)).toEqual([target, '', true]);
    await press(element, 'Enter');
    expect(element.value).toBe('001');
  });

  it('E6 · once the focus is on its way, Enter beside the tree chooses nothing', async () => {
    const element = await opened();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#filter')));
    shadow(element, 'dialog').focus();
    await userEvent.keyboard('{Enter}');
    await settled(element);
    expect([element.value, (shadow(element, 'dialog') as HTMLDialogElement).open]).toEqual(['', true]);
  });

  it('R6 · chooses a province itself with the button “Chọn”, tells it and closes', async () => {
    const element = await opened();
    const told = vi.fn();
    element.addEventListener('change', (event: AgencyChangeEvent) => told(event.agency.name, element.value, event.bubbles));
    (rows(element)[1] as HTMLElement).click();
    await settled(element);
    expect(told).not.toHaveBeenCalled();
    shadow(element, '.primary').click();
    await settled(element);
    expect(told.mock.calls).toEqual([['BHXH Tỉnh An Giang', '089', false]]);
    expect((shadow(element, 'dialog') as HTMLDialogElement).open).toBe(false);
  });

  it('filters “dong da” with its province, marks it, says how many, and Enter chooses it', async () => {
    const element = await opened();
    await type(element, 'dong da');
    expect(rows(element).map((row) => row.getAttribute('aria-level'))).toEqual(['1', '2']);
    expect(shadow(element, 'mark').textContent).toBe('Đống Đa');
    await vi.waitFor(() => expect(shadow(element, '[role=status]').textContent).toBe('Tìm thấy 1 cơ quan.'));
    await press(element, 'Enter', '#filter');
    expect(element.value).toBe('00104');
  });

  it('R6 · its field is described by one hint all the while, and how many are found is said beside it, and once', async () => {
    const element = await opened();
    const described = () => element.shadowRoot!.getElementById(shadow(element, '#filter').getAttribute('aria-describedby')!)!;
    const hint = described().textContent;
    const shown = () =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('.browse p')].filter((one) => one.checkVisibility()).map((one) => one.textContent);
    expect(shown()).toEqual([hint]);
    const top = shadow(element, '.tree').getBoundingClientRect().top;
    await type(element, 'dong da');
    expect([described().textContent, shown()]).toEqual([hint, ['Tìm thấy 1 cơ quan.']]);
    expect(shadow(element, '.tree').getBoundingClientRect().top).toBe(top);
    await vi.waitFor(() => expect(shadow(element, '[role=status]').textContent).toBe('Tìm thấy 1 cơ quan.'));
    await type(element, '');
    expect([shown(), shadow(element, '[role=status]').textContent]).toEqual([[hint], '']);
    await type(element, 'an giang');
    await vi.waitFor(() => expect(shadow(element, '[role=status]').textContent).not.toBe(''));
    element.close();
    await settled(element);
    element.open();
    await settled(element);
    expect([shown(), shadow(element, '[role=status]').textContent]).toEqual([[hint], '']);
  });

  it('opens again at once after it was closed, and stays open when it is told of the closing', async () => {
    const element = await opened();
    const told = vi.fn();
    shadow(element, 'dialog').addEventListener('close', told);
    await type(element, 'dong da');
    element.close();
    element.open();
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    await settled(element);
    const filter = shadow(element, '#filter') as HTMLInputElement;
    expect([(shadow(element, 'dialog') as HTMLDialogElement).open, rows(element).length, filter.value]).toEqual([true, 4, '']);
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement).toBe(filter));
    element.close();
    await settled(element);
    expect([(shadow(element, 'dialog') as HTMLDialogElement).open, rows(element).length]).toEqual([false, 0]);
  });

  it('can be moved in the page with its dialog open and opened again', async () => {
    const element = await opened();
    document.body.append(element);
    await settled(element);
    shadow(element, '#control').click();
    await settled(element);
    expect((shadow(element, 'dialog') as HTMLDialogElement).open).toBe(true);
    expect(rows(element).length).toBe(2);
    element.remove();
  });
});
