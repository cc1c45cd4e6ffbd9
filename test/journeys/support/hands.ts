import type { ElementHandle, Locator, Page } from 'playwright-core';
import { type } from './typing.js';

/** What somebody does on a page, whatever they do it with. */
export interface Hands {
  /** A button, a link, or what else does something; by keyboard with this key, Enter unless said. */
  press(control: Locator, key?: string): Promise<void>;
  /** Writes into a box that is empty. */
  write(box: Locator, text: string): Promise<void>;
  /** Writes into a box in the place of what it holds. */
  rewrite(box: Locator, text: string): Promise<void>;
  /** Ends the form whose box was written last. */
  send(button: Locator): Promise<void>;
  tick(box: Locator): Promise<void>;
  /** One of a few radio buttons. */
  pick(group: Locator, wanted: Locator): Promise<void>;
  /** One of the options a box offers while it is written into, the first that fits. */
  take(option: Locator): Promise<void>;
  /** One of the options of a `<select>`, by its words. */
  choose(list: Locator, option: string): Promise<void>;
  /** One of the tabs of a list. */
  openTab(tabs: Locator, name: RegExp): Promise<void>;
  /** A day whose day and month are one number, so that no order of them is assumed: 2025-12-12. */
  writeDay(box: Locator, iso: `${number}-12-12`): Promise<void>;
}

/** More presses than any list has entries. */
const ENTRIES = 40;

/** The keyboard and nothing else. */
export function keyboard(page: () => Page, tabTo: (control: Locator) => Promise<void>): Hands {
  const press = async (control: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(control);
    await page().keyboard.press(key);
  };
  return {
    press,
    write: async (box, text) => {
      await tabTo(box);
      await type(page(), text);
    },
    rewrite: async (box, text) => {
      await press(box, 'ControlOrMeta+A');
      await type(page(), text);
    },
    send: () => page().keyboard.press('Enter'),
    tick: (box) => press(box, 'Space'),
    pick: async (group, wanted) => {
      const options = await group.getByRole('radio').all();
      // Tab reaches the chosen one of a group, or the first while none is.
      const chosen = await Promise.all(options.map((option) => option.isChecked()));
      await press(options[Math.max(0, chosen.indexOf(true))]!, 'Space');
      for (let at = 0; at < options.length && !(await wanted.isChecked()); at++) await page().keyboard.press('ArrowDown');
    },
    take: async (option) => {
      await option.waitFor();
      await page().keyboard.press('Enter');
    },
    choose: async (list, option) => {
      await tabTo(list);
      const [at, wanted] = await list.evaluate((select: HTMLSelectElement, words) => {
        return [select.selectedIndex, [...select.options].findIndex(({ text }) => text.trim() === words)] as const;
      }, option);
      if (wanted < 0) throw new Error(`No option “${option}” in ${String(list)}`);
      for (let step = 0; step < Math.abs(wanted - at); step++) await page().keyboard.press(wanted > at ? 'ArrowDown' : 'ArrowUp');
    },
    openTab: async (tabs, name) => {
      await tabTo(tabs.getByRole('tab', { selected: true }));
      const wanted = tabs.getByRole('tab', { name });
      for (let step = 0; step < ENTRIES && (await wanted.getAttribute('aria-selected')) !== 'true'; step++) await page().keyboard.press('ArrowRight');
    },
    writeDay: async (box, iso) => {
      await tabTo(box);
      await type(page(), `1212${iso.slice(0, 4)}`);
    },
  };
}

/** A finger on a screen and nothing else: text comes from the keyboard of the screen, which presses no keys. */
export function finger(page: () => Page): Hands {
  const press = async (control: Locator): Promise<void> => {
    // In the page it may be before its style is: then it has no size yet.
    await control.waitFor();
    await refuseTooSmall(control);
    await control.tap();
  };
  const write = async (box: Locator, text: string): Promise<void> => {
    await press(box);
    await page().keyboard.insertText(text);
  };
  return {
    press,
    write,
    rewrite: async (box, text) => {
      await press(box);
      await box.selectText();
      await page().keyboard.insertText(text);
    },
    send: press,
    tick: tapLabel,
    pick: (_, wanted) => tapLabel(wanted),
    take: press,
    // The list that unfolds and the calendar are the system's own, which no driver reaches.
    choose: async (list, option) => {
      await list.waitFor();
      await refuseTooSmall(list);
      await list.selectOption({ label: option });
    },
    openTab: (tabs, name) => press(tabs.getByRole('tab', { name })),
    writeDay: (box, iso) => box.fill(iso),
  };
}

/** Ticks and radio buttons are small; what a finger means is the words beside them. */
async function tapLabel(box: Locator): Promise<void> {
  await box.waitFor();
  const label = (await box.evaluateHandle((input: HTMLInputElement) => input.labels![0])).asElement()!;
  await refuseTooSmall(label, String(box));
  await label.tap();
}

/** Pixels a finger is promised (E6); a hair less for sizes in fractions. */
const FINGER = 43.5;

/** Links in running text are excepted by WCAG 2.2. */
async function refuseTooSmall(control: Locator | ElementHandle<HTMLElement>, name = String(control)): Promise<void> {
  const size = await (control as Locator).evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.localName === 'a' ? undefined : { width, height };
  });
  if (size && Math.min(size.width, size.height) < FINGER) throw new Error(`Too small for a finger, ${size.width} × ${size.height}: ${name}`);
}
