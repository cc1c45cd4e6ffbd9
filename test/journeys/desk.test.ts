import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { samplesOn } from '../../demo/hospital-desk/samples.js';
import { journey } from './support/journey.js';

const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
const samples = samplesOn(today);
const payload = (what: string): string => samples.find((sample) => sample.what === what)!.text;

/** A wedge scanner: a keyboard that types faster than any person and ends with Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe('hospital desk', () => {
  const shared = journey();

  async function desk(): Promise<{ page: Page; verdict: (word: string) => Promise<string> }> {
    const { page } = shared.visitor;
    await page.goto(shared.demo.pages.hospital);
    await page.getByText('Mời người bệnh đưa thẻ.').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('#samples li').length > 0);
    return {
      page,
      verdict: async (word) => {
        await page.locator('#verdict .word').getByText(word, { exact: true }).waitFor();
        return (await page.locator('#verdict .why').textContent()) ?? '';
      },
    };
  }

  it('P1, C4 · every kind of scan gets its verdict, one after the other, without another key', async () => {
    const { page, verdict } = await desk();
    for (const [what, word, why] of [
      ['còn hiệu lực', 'Còn hiệu lực', /^Đến 31\/12\/\d{4}\. Mức 4: quỹ BHYT trả 80%/],
      ['sắp hết hạn', 'Còn hiệu lực', /Hết hạn sau 12 ngày/],
      ['hết hạn', 'Hết hạn', /Thẻ hết hạn từ 31\/12\/\d{4}/],
      ['chưa đến ngày', 'Chưa hiệu lực', /Thẻ có giá trị từ 01\/01\/\d{4}/],
      ['mã căn cước', 'Mã căn cước', /không phải thẻ BHYT/],
      ['thẻ mẫu mới', 'Còn hiệu lực', /không ghi ngày hết hạn/],
      ['không phải thẻ', 'Không đọc được', /Hãy quét lại/],
    ] as const) {
      await scan(page, payload(what));
      await expect.poll(() => verdict(word), { message: what, timeout: 10_000 }).toMatch(why);
      expect(await page.locator('#scan').inputValue()).toBe('');
    }
  });

  it('P1 · what a Vietnamese typing program damaged is told, with the way out', async () => {
    const { page, verdict } = await desk();
    await scan(page, payload('bộ gõ tiếng Việt đang bật'));
    expect(await verdict('Tắt bộ gõ, quét lại')).toContain('Ctrl + Shift');
  });

  it('P4 · Esc makes ready for the next patient and leaves nothing of the last', async () => {
    const { page, verdict } = await desk();
    await scan(page, payload('còn hiệu lực'));
    await verdict('Còn hiệu lực');
    const card = page.locator('bhxh-card-viewer');
    await card.getByText('Nguyễn Văn A').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await verdict('Sẵn sàng')).toBe('Mời người bệnh đưa thẻ.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('scan');
    const left = () => page.evaluate(() => document.body.innerText + document.querySelector('bhxh-card-viewer')!.shadowRoot!.textContent);
    // The list of samples names the same invented people.
    await expect.poll(left).not.toMatch(/999999901|12 Đường Mẫu|31\/12/);
    await scan(page, payload('hết hạn'));
    await verdict('Hết hạn');
  });

  it('P4 · a scan is read wherever the focus is, and Tab reaches the card', async () => {
    const { visitor } = shared;
    const { page, verdict } = await desk();
    await scan(page, payload('còn hiệu lực'));
    await verdict('Còn hiệu lực');
    await visitor.press(page.locator('bhxh-card-viewer').getByRole('button', { name: 'Lật thẻ' }), 'Enter');
    await scan(page, payload('hết hạn'));
    await verdict('Hết hạn');
    await page.keyboard.press('Alt+Digit4');
    await verdict('Chưa hiệu lực');
  });

  it('P1 · with the network cut the desk reads on', async () => {
    const { page, verdict } = await desk();
    await page.waitForLoadState('networkidle');
    await shared.visitor.context.setOffline(true);
    await scan(page, payload('còn hiệu lực'));
    await verdict('Còn hiệu lực');
    await page.locator('bhxh-card-viewer').getByText('Nguyễn Văn A').first().waitFor();
    await scan(page, payload('hết hạn'));
    await verdict('Hết hạn');
  });
});
