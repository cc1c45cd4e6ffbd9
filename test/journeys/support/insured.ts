import type { Persona } from '@bhxh-kit/gateway';
import type { Locator, Page } from 'playwright-core';
import type { Demonstration } from './demonstration.js';
import { openAccount } from './first-use.js';
import type { Hands } from './hands.js';
import { codeTo, messagesTo } from './sandbox.js';
import type { SavedFile } from './saved-file.js';
import type { Visitor } from './visitor.js';

/** The name a browser gave itself: visits with the same one are visits of one browser. */
const AT_HOME = 'thiet-bi-o-nha'.padEnd(43, '-');

/** Somebody who looks after their insurance on the intranet of their school. */
export class Insured {
  readonly page: Page;
  readonly hands: Hands;

  constructor(
    readonly visitor: Visitor,
    private readonly demo: Demonstration,
  ) {
    this.page = visitor.page;
    this.hands = visitor.hands;
  }

  /** One of the kit's elements on the page. */
  element(name: string): Locator {
    return this.page.locator(`bhxh-${name}`);
  }

  get password(): Locator {
    return this.page.locator('#sign-in').getByLabel('Mật khẩu', { exact: true });
  }

  /** The name the page greets somebody by. */
  get who(): Locator {
    return this.page.locator('#who');
  }

  /** Opens the page and sends the credentials, on this device. */
  async enter(bhxhNumber: string, password: string, device = AT_HOME): Promise<void> {
    await this.page.addInitScript((name) => {
      try {
        localStorage.setItem('bhxh-kit.device', name);
      } catch {
        // In Firefox the page a tab begins with, which has no storage.
      }
    }, device);
    await this.page.goto(this.demo.pages.school);
    await this.hands.write(this.page.locator('#sign-in').getByLabel('Mã số BHXH'), bhxhNumber);
    await this.hands.write(this.password, password);
    await this.hands.send(this.page.locator('#sign-in').getByRole('button', { name: 'Đăng nhập', exact: true }));
  }

  /** Signs in up to their open page; whoever is asked first what they agree to agrees. */
  async signIn({ profile, password }: Persona): Promise<void> {
    await this.enter(profile.bhxhNumber, password);
    await openAccount(this.page, this.hands, profile.fullName);
  }

  press(within: Locator, button: string | RegExp): Promise<void> {
    return this.hands.press(within.getByRole('button', { name: button, ...(typeof button === 'string' && { exact: true }) }));
  }

  /** Opens the first row of a history. */
  openRow(history: Locator): Promise<void> {
    return this.hands.press(history.getByRole('button', { name: /^Chi tiết: / }).first());
  }

  /** The file that a button saves. */
  saved(within: Locator, button: string): Promise<SavedFile> {
    return this.visitor.saved(() => this.press(within, button));
  }

  /** What an element says to anybody who looks, without spaces: a number may be in groups. */
  said(element: Locator): Promise<string> {
    return element.evaluate((host) => (host.shadowRoot?.textContent ?? '').replace(/\s/g, ''));
  }

  /** All that the page holds, seen or not: what stands in boxes and in elements within elements, too. */
  everything(): Promise<string> {
    return this.page.evaluate(() => {
      const textOf = (root: HTMLElement | ShadowRoot): string =>
        [
          root.textContent,
          ...[...root.querySelectorAll('input')].map(({ value }) => value),
          ...[...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? textOf(shadowRoot) : '')),
        ].join(' ');
      return textOf(document.body);
    });
  }

  messagesTo(phone: string): Promise<readonly string[]> {
    return messagesTo(this.demo, phone);
  }

  codeTo(phone: string): Promise<string> {
    return codeTo(this.demo, phone);
  }
}
