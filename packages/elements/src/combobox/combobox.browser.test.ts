import { fixture, html as page } from '@open-wc/testing';
import { LitElement, nothing, type TemplateResult } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Combobox, type ComboboxLook } from './combobox.js';
import { comboboxStyles } from './combobox.styles.js';
import { type Option, OptionList } from './option-list.js';

const PLACES: readonly Option[] = [
  { code: '01', name: 'Thành phố Mẫu' },
  { code: '02', name: 'Tỉnh Thử' },
];
const MANY: readonly Option[] = Array.from({ length: 200 }, (_, at) => ({ code: `${at}`, name: `Xã Mẫu ${at}` }));

/** A form around one combobox, which tells all that is done with it. */
class ComboboxPage extends LitElement {
  static override styles = comboboxStyles;
  look: ComboboxLook = { label: 'Nơi ở', code: '', disabled: false, readonly: false, required: false, invalid: false, describedBy: nothing };
  readonly told: (string | readonly unknown[])[] = [];
  readonly box = new Combobox(this, 'place', {
    choose: ({ code }, typed) => this.told.push(['choose', code, typed]),
    clear: () => this.told.push('clear'),
    filtered: (count) => this.told.push(['filtered', count]),
    closed: () => this.told.push('closed'),
  });
  override render(): TemplateResult {
    return this.box.render(this.look);
  }
}
customElements.define('combobox-page', ComboboxPage);

async function open(options: readonly Option[] = PLACES, look: Partial<ComboboxLook> = {}) {
  const host = await fixture<ComboboxPage>(page`<combobox-page></combobox-page>`);
  Object.assign(host.look, look);
  host.box.show(options);
  host.requestUpdate();
  await host.updateComplete;
  const input = host.box.field!;
  /** Whether the key was left to the page around. */
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<boolean> => {
    const left = input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await host.updateComplete;
    return left;
  };
  const type = async (text: string) => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input'));
    await host.updateComplete;
  };
  const leave = async () => {
    input.blur();
    await host.updateComplete;
  };
  return { host, input, press, type, leave, box: host.box, told: host.told };
}
/** Two frames and the tenth of a second of a browser that plans nothing. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 250));

beforeEach(() => vi.restoreAllMocks());
afterEach(() => vi.unstubAllGlobals());

describe('R4 · what a search needs', () => {
  it.each([
    ['by the browser’s plan', true],
    ['in time, where the browser plans nothing', false],
  ])('is made ready %s once a person is in the field, before the first letter', async (_, plans) => {
    if (!plans) vi.stubGlobal('scheduler', undefined);
    const prepare = vi.spyOn(OptionList.prototype, 'prepare');
    const { input } = await open();
    await rest();
    expect(prepare).not.toHaveBeenCalled();
    input.focus();
    expect(prepare).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(prepare).toHaveBeenCalledOnce());
  });

  it('is made ready for a list that comes while a person is in the field, and for none once they left', async () => {
    const { input, box, leave } = await open();
    input.focus();
    await rest();
    const prepare = vi.spyOn(OptionList.prototype, 'prepare');
    box.show(MANY);
    await vi.waitFor(() => expect(prepare.mock.contexts).toEqual([box.list]));
    await leave();
    box.show(PLACES);
    await rest();
    expect(prepare).toHaveBeenCalledOnce();
  });
});

describe('R4 · the list of a combobox', () => {
  it('is drawn once where nobody sees it before it is opened, and the page does not change', async () => {
    const { host, input, press, box } = await open(PLACES, { code: '02' });
    const before = host.renderRoot.querySelectorAll('*').length;
    const made: DocumentFragment[] = [];
    const Fragment = DocumentFragment;
    vi.stubGlobal('DocumentFragment', function () {
      const fragment = new Fragment();
      made.push(fragment);
      return fragment;
    });
    input.focus();
    await vi.waitFor(() => expect(made[0]?.querySelectorAll('.option').length).toBe(PLACES.length));
    expect([host.renderRoot.querySelectorAll('*').length, box.isOpen]).toEqual([before, false]);
    await press('ArrowDown');
    expect(box.list.active).toBe(1);
  });

  it('opens at its field, as wide as it, each time', async () => {
    const { input, press, box } = await open();
    for (const turn of ['first', 'second']) {
      await press('ArrowDown');
      const [field, popup] = [input.getBoundingClientRect(), box.popup!.getBoundingClientRect()];
      expect([turn, popup.left, popup.width, popup.top]).toEqual([turn, field.left, field.width, field.bottom + 4]);
      await press('Escape');
    }
  });

  it('goes with its field when the page moves, and is written to only then', async () => {
    const { host, input, press, box } = await open();
    await press('ArrowDown');
    const written = vi.spyOn(box.popup!.style, 'setProperty');
    window.dispatchEvent(new Event('scroll'));
    expect(written).not.toHaveBeenCalled();
    host.style.cssText = 'position: relative; inset-block-start: 30px';
    window.dispatchEvent(new Event('scroll'));
    expect(box.popup!.getBoundingClientRect().top).toBe(input.getBoundingClientRect().bottom + 4);
  });
});

describe('R4 · the keyboard in a combobox', () => {
  it('leaves Enter and Escape of a closed list to the form and the dialog around, and uses those of an open one', async () => {
    const { press, box } = await open();
    expect([await press('Enter'), await press('Escape'), box.isOpen]).toEqual([true, true, false]);
    await press('ArrowDown', { altKey: true });
    // No row is under the cursor: nothing is chosen, and nothing submitted either.
    expect([box.list.active, await press('Enter'), box.isOpen]).toEqual([-1, false, true]);
    expect([await press('Escape'), box.isOpen]).toEqual([false, false]);
  });

  it('Escape brings back what was chosen before', async () => {
    const { input, press, type, leave, told } = await open(PLACES, { code: '02' });
    await type('mau');
    expect(input.value).toBe('mau');
    await press('Escape');
    expect(input.value).toBe('Tỉnh Thử');
    await leave();
    expect(told).toEqual([['filtered', 1], 'closed']);
  });

  it('is let be while a letter is composed, with Ctrl or Cmd held, and where nothing may be changed', async () => {
    const { host, press, box } = await open();
    for (const held of [{ isComposing: true }, { ctrlKey: true }, { metaKey: true }])
      expect([await press('ArrowDown', held), box.isOpen]).toEqual([true, false]);
    host.look = { ...host.look, readonly: true };
    host.requestUpdate();
    await host.updateComplete;
    expect([await press('ArrowDown'), box.isOpen]).toEqual([true, false]);
    box.field!.click();
    expect(box.isOpen).toBe(false);
  });

  it('a search begins at the top of the list', async () => {
    const { host, press, type, box } = await open(MANY);
    await press('ArrowUp');
    await host.updateComplete;
    expect(box.popup!.querySelector('.options')!.scrollTop).toBeGreaterThan(1000);
    await type('mau 1');
    await host.updateComplete;
    expect(box.popup!.querySelector('.options')!.scrollTop).toBe(0);
  });
});

describe('R4 · leaving a combobox', () => {
  it('keeps what was written and does not choose the row under the cursor', async () => {
    const { input, type, leave, box, told } = await open();
    await type('th');
    expect(box.list.active).toBe(0);
    await leave();
    expect([input.value, box.isOpen, told]).toEqual(['th', false, [['filtered', 2], 'closed']]);
  });

  it('takes a name written in full, and an emptied field as nothing chosen', async () => {
    const { type, leave, told } = await open(PLACES, { code: '02' });
    await type('thanh pho mau');
    await leave();
    await type(' ');
    await leave();
    expect(told.filter((one) => one === 'clear' || one[0] === 'choose')).toEqual([['choose', '01', 'thanh pho mau'], 'clear']);
  });
});

describe('R4 · a press', () => {
  it('in the field opens the list at what is chosen, and marks it to be written over', async () => {
    const { host, input, box } = await open(PLACES, { code: '02' });
    input.focus();
    input.click();
    await host.updateComplete;
    expect([box.list.active, input.selectionStart, input.selectionEnd]).toEqual([1, 0, 'Tỉnh Thử'.length]);
  });

  it('on a row chooses it, and the focus stays in the field', async () => {
    const { host, input, press, box, told } = await open();
    input.focus();
    await press('ArrowDown');
    const row = box.popup!.querySelectorAll<HTMLElement>('[role=option]')[1]!;
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    row.dispatchEvent(down);
    row.click();
    await host.updateComplete;
    expect([down.defaultPrevented, told]).toEqual([true, ['closed', ['choose', '02', '']]]);
  });
});

describe('R4 · what a screen reader is told of a combobox', () => {
  it('is how many rows there are and which this is, also of rows that are not drawn, and that the row under the cursor is the one that Enter takes', async () => {
    const { press, box } = await open(MANY, { code: '199' });
    const rows = () =>
      [...box.popup!.querySelectorAll('[role=option]')].map((row) => ['aria-setsize', 'aria-posinset', 'aria-selected'].map((name) => row.getAttribute(name)));
    await press('ArrowDown');
    expect(rows().at(-1)).toEqual(['200', '200', 'true']);
    await press('ArrowDown');
    expect([box.list.active, rows()[0], rows()[1]]).toEqual([0, ['200', '1', 'true'], ['200', '2', 'false']]);
  });

  it('is that the value is wrong or owed, and nothing of a row while the list is closed', async () => {
    const { input, press } = await open(PLACES, { invalid: true, required: true });
    await press('ArrowDown');
    expect(input.getAttribute('aria-activedescendant')).toBe('place-01');
    await press('Escape');
    expect(['aria-activedescendant', 'aria-invalid', 'aria-required'].map((name) => input.getAttribute(name))).toEqual([null, 'true', 'true']);
  });

  /** The row a screen reader is led to: it reads another one only where another element has another id. */
  const pointed = ({ input, box }: Awaited<ReturnType<typeof open>>): HTMLElement =>
    box.popup!.querySelector<HTMLElement>(`[id="${input.getAttribute('aria-activedescendant')}"]`)!;

  it('is the row that Enter would take each time another one comes first, and nothing anew while it stays', async () => {
    const opened = await open();
    const heard: HTMLElement[] = [];
    for (const text of ['t', 'th', 'thu', 'th', 'mau']) {
      await opened.type(text);
      heard.push(pointed(opened));
    }
    expect(heard.map((row) => row.id)).toEqual(['place-02', 'place-02', 'place-02', 'place-02', 'place-01']);
    expect([new Set(heard.slice(0, 4)).size, heard[4] === heard[3], heard[4]!.textContent]).toEqual([1, false, 'Thành phố Mẫu']);
  });

  it('is another row for every arrow key, also where the list moves on under the cursor', async () => {
    const opened = await open(MANY);
    let before: HTMLElement | undefined;
    for (const key of [...Array(20).fill('ArrowDown'), ...Array(20).fill('ArrowUp')] as string[]) {
      const id = before?.id;
      await opened.press(key);
      const row = pointed(opened);
      expect([key, row.id === id, row === before, row.getAttribute('aria-selected')]).toEqual([key, false, false, 'true']);
      before = row;
    }
  });

  it('makes one row anew where another option comes first, and none for an arrow key: a screen reader whose row goes leaves the field', async () => {
    const opened = await open(MANY);
    const { box, host, press, type } = opened;
    await press('ArrowDown');
    await host.updateComplete;
    const rows = () => [...box.popup!.querySelectorAll('.option')];
    for (const [act, made] of [
      [() => type('mau 1'), 1],
      [() => press('ArrowDown'), 0],
      [() => press('ArrowDown'), 0],
      [() => press('ArrowUp'), 0],
      [() => type('mau 12'), 0],
      [() => type('mau 13'), 1],
      [() => press('ArrowDown'), 0],
      [() => press('ArrowUp'), 0],
    ] as const) {
      const kept = new Set(rows());
      await act();
      expect(rows().filter((row) => !kept.has(row)).length).toBe(made);
    }
  });
});
