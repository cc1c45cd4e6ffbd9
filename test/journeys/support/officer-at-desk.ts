import type { Locator, Page } from 'playwright-core';
import type { Demonstration } from './demonstration.js';
import { officerShown } from './sandbox.js';
import type { Visitor } from './visitor.js';

/** An officer of an agency at the agency's desk, with the keyboard in front of them and nothing else. */
export class OfficerAtDesk {
  readonly page: Page;
  readonly queue: Locator;
  readonly case: Locator;

  constructor(
    readonly visitor: Visitor,
    private readonly demo: Demonstration,
  ) {
    this.page = visitor.page;
    this.queue = this.page.locator('bhxh-review-queue');
    this.case = this.page.locator('bhxh-review-case');
  }

  async signIn(username: string): Promise<void> {
    const { page, visitor } = this;
    await page.goto(this.demo.pages.agency);
    // Each code serves once, and the last sign-in may have been within the same half minute.
    await this.demo.moveClock({ advanceMinutes: 1 });
    const { password, oneTimeCode, fullName } = await officerShown(this.demo, username);
    await visitor.write(page.getByLabel('Tên đăng nhập'), username);
    await visitor.write(page.getByLabel('Mật khẩu', { exact: true }), password);
    await visitor.write(page.getByLabel('Mã một lần'), oneTimeCode);
    await page.keyboard.press('Enter');
    await page.getByText(fullName).waitFor();
  }

  /** Opens the case of a person from the queue; the focus is then on its heading. */
  async open(fullName: string): Promise<void> {
    await this.visitor.press(this.queue.getByRole('button', { name: `Mở hồ sơ ${fullName}` }), 'Enter');
    await this.heading(fullName).waitFor();
  }

  heading(fullName: string): Locator {
    return this.case.getByRole('heading', { level: 2, name: new RegExp(`^${fullName}`) });
  }

  press(name: string | RegExp): Promise<void> {
    return this.visitor.press(this.case.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }), 'Enter');
  }

  /** Waits until the case says so. */
  hears(sentence: string | RegExp): Promise<void> {
    return this.case.getByText(sentence).first().waitFor();
  }
}
