import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { outOfView, tooSmall } from '../elements/out-of-view.js';
import { openHostPage, SCRIPT_TAG } from './support/host-page.js';
import { journey } from './support/journey.js';

const PICTURES = fileURLToPath(new URL('../../.cache/zoom/', import.meta.url));

/** 1280 × 1024 at 400 %: what is left is 320 × 256. */
const AT_400 = { width: 320, height: 256 };

const ELEMENTS = `<bhxh-provider base-url="{{gateway}}" assets-base="/kit/">
  <bhxh-declaration-form></bhxh-declaration-form>
  <bhxh-declaration-status></bhxh-declaration-status>
  <bhxh-agency-picker label="Cơ quan BHXH tiếp nhận hồ sơ"></bhxh-agency-picker>
  <bhxh-agency-picker label="Cây cơ quan" inline></bhxh-agency-picker>
  <bhxh-address-field scheme="2021" required></bhxh-address-field>
  <bhxh-photo-field kind="portrait" required></bhxh-photo-field>
  <bhxh-card-viewer></bhxh-card-viewer>
  <bhxh-history-table></bhxh-history-table>
</bhxh-provider>`;

describe('E6 · enlarged', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  /** Every element with something in it, one below the other. */
  async function filled(width: { readonly width: number; readonly height: number }, style = ''): Promise<Page> {
    const { demo, visitor } = shared;
    visitor.expectComplaint(/401/);
    await visitor.page.setViewportSize(width);
    const page = await openHostPage(shared, `${SCRIPT_TAG}${ELEMENTS}`);
    await page.waitForFunction(() => customElements.get('bhxh-history-table'));
    const { cards, participation } = demo.personas[0]!;
    const rows = participation.map((period, at) => ({ ...period, id: String(at) }));
    await page.evaluate(
      ({ cards, rows, style }) => {
        const long = {
          code: '00101',
          name: 'BHXH thành phố trực thuộc có tên thật dài để xem chữ xuống dòng ra sao',
          parentCode: '001',
          address: 'Số 1, đường Mẫu, phường Thử',
          phone: '0900000009',
        };
        const agencies = [{ code: '001', name: 'BHXH Tp. Hà Nội' }, long];
        for (const picker of document.querySelectorAll('bhxh-agency-picker')) Object.assign(picker, { agencies, value: '00101' });
        Object.assign(document.querySelector('bhxh-card-viewer')!, { cards });
        Object.assign(document.querySelector('bhxh-history-table')!, { rows });
        document.documentElement.style.fontSize = style;
      },
      { cards, rows, style },
    );
    await page
      .locator('bhxh-declaration-form')
      .getByRole('heading', { name: /^Bước 1\// })
      .waitFor();
    await page.locator('bhxh-history-table').getByText('Tổng thời gian tham gia:').waitFor();
    await page.locator('bhxh-card-viewer').getByRole('button', { name: 'Lật thẻ' }).waitFor();
    await page.locator('bhxh-agency-picker[inline]').getByRole('treeitem').first().waitFor();
    return page;
  }

  async function look(page: Page, name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
    expect(await page.evaluate(outOfView), name).toEqual([]);
  }

  it.each([
    ['at 400 %, 320 px wide', AT_400, ''],
    ['with text twice as large', { width: 1280, height: 1024 }, '200%'],
    ['with text twice as large in a column of 640 px', { width: 640, height: 1024 }, '200%'],
  ])('%s nothing scrolls sideways and nothing is cut off', async (name, size, fontSize) => {
    const { visitor } = shared;
    const page = await filled(size, fontSize);
    await look(page, name);
    expect(await page.evaluate(tooSmall)).toEqual([]);

    // What was left out is told, the number is shown, a row opened, the tree over the page.
    const form = page.locator('bhxh-declaration-form');
    await form.getByRole('radio', { name: 'Trẻ em' }).focus();
    await page.keyboard.press('Space');
    await visitor.press(form.getByRole('button', { name: 'Tiếp', exact: true }), 'Enter');
    await form.getByRole('heading', { name: /^Bước 2\// }).waitFor();
    await visitor.press(form.getByRole('button', { name: 'Tiếp', exact: true }), 'Enter');
    await form.getByRole('group', { name: /^Hãy sửa/ }).waitFor();
    const status = page.locator('bhxh-declaration-status');
    await visitor.press(status.getByRole('button', { name: 'Xem tình trạng' }), 'Enter');
    const card = page.locator('bhxh-card-viewer');
    await visitor.press(card.getByRole('button', { name: 'Hiện số' }), 'Enter');
    await visitor.press(
      page
        .locator('bhxh-history-table')
        .getByRole('button', { name: /^Chi tiết: / })
        .first(),
      'Enter',
    );
    await look(page, `${name}, in use`);
    await page.locator('bhxh-agency-picker').first().getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('treeitem').first().waitFor();
    await look(page, `${name}, the tree`);
    await page.keyboard.press('Escape');
  });

  it('who asked for less motion sees none', async () => {
    await shared.visitor.page.emulateMedia({ reducedMotion: 'reduce' });
    const page = await filled({ width: 1280, height: 1024 });
    const moving = await page.evaluate(() => {
      const found: string[] = [];
      const visit = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) visit(element.shadowRoot);
          const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const lasts = (time: string) => time.split(', ').some((part) => parseFloat(part) > 0.01);
          if (lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration)) || scrollBehavior === 'smooth')
            found.push(`<${element.localName} class="${element.getAttribute('class') ?? ''}">`);
        }
      };
      visit(document);
      return found;
    });
    expect(moving).toEqual([]);
  });
});
