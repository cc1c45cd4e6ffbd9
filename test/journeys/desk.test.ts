import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { samplesOn } from '../../demo/hospital-desk/samples.js';
import { journey } from './support/journey.js';
import { type Code, printedCode, scan } from './support/scanning.js';

const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
const samples = samplesOn(today);
const payload = (what: string): string => samples.find((sample) => sample.what === what)!.text;

/** A camera that sees this code, held before it. */
async function pretendCamera(page: Page, text: string): Promise<void> {
  await page.addInitScript(({ size, dark }: Code) => {
    navigator.mediaDevices.getUserMedia = () => {
      const module = Math.floor(640 / (size + 8));
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
      const pen = canvas.getContext('2d')!;
      const draw = () => {
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, 1280, 720);
        pen.fillStyle = '#000';
        dark.forEach((set, at) => set && pen.fillRect(320 + (at % size) * module, 40 + Math.floor(at / size) * module, module, module));
      };
      const stream = canvas.captureStream(20);
      const drawing = setInterval(draw, 50);
      stream.getTracks()[0]!.stop = () => {
        clearInterval(drawing);
        document.documentElement.dataset['camera'] = 'off';
      };
      return Promise.resolve(stream);
    };
  }, printedCode(text));
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

  it('P1, C4 · every kind of scan gets its verdict, one after the other, without another key; what a Vietnamese typing program damaged is told with the way out', async () => {
    const { page, verdict } = await desk();
    for (const [what, word, why] of [
      ['còn hiệu lực', 'Còn hiệu lực', /^Đến 31\/12\/\d{4}\. Mức 4: quỹ BHYT trả 80%/],
      ['sắp hết hạn', 'Còn hiệu lực', /Hết hạn sau 12 ngày/],
      ['hết hạn', 'Hết hạn', /Thẻ hết hạn từ 31\/12\/\d{4}/],
      ['chưa đến ngày', 'Chưa hiệu lực', /Thẻ có giá trị từ 01\/01\/\d{4}/],
      ['mã căn cước', 'Mã căn cước', /không phải thẻ BHYT/],
      ['thẻ mẫu mới', 'Còn hiệu lực', /không ghi ngày hết hạn/],
      ['không phải thẻ', 'Không đọc được', /Hãy quét lại/],
      ['bộ gõ tiếng Việt đang bật', 'Tắt bộ gõ, quét lại', /Ctrl \+ Shift/],
    ] as const) {
      await scan(page, payload(what));
      await expect.poll(() => verdict(word), { message: what }).toMatch(why);
      expect(await page.locator('#scan').inputValue()).toBe('');
    }
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
    // Nor its last day; that of another year may be today's, which the desk shows.
    await expect.poll(left).not.toMatch(new RegExp(`999999901|12 Đường Mẫu|31/12/${Number(today.slice(0, 4)) + 1}`));
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

  it('P1 · a code held before the camera gets its verdict; the camera is off then, and the scanner goes on', async () => {
    const { visitor } = shared;
    const { page } = visitor;
    await pretendCamera(page, payload('còn hiệu lực'));
    const { verdict } = await desk();
    await visitor.press(page.getByRole('button', { name: 'Máy ảnh' }), 'Enter');
    expect(await verdict('Còn hiệu lực')).toMatch(/Mức 4/);
    expect(
      await page.evaluate(() => [document.documentElement.dataset['camera'], document.activeElement?.id, document.querySelectorAll('dialog').length]),
    ).toEqual(['off', 'scan', 0]);
    await scan(page, payload('hết hạn'));
    await verdict('Hết hạn');
  });

  it('P1 · without a camera the desk says so, with the way out; a scan while the camera looks closes it', async () => {
    const { visitor } = shared;
    const { page, verdict } = await desk();
    await page.evaluate(() => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))));
    const camera = page.getByRole('button', { name: 'Máy ảnh' });
    await visitor.press(camera, 'Enter');
    expect(await verdict('Chưa quét được')).toMatch(/Cho phép trong thanh địa chỉ.*hoặc dùng máy quét/);
    await page.evaluate(() => (navigator.mediaDevices.getUserMedia = () => new Promise(() => undefined)));
    await visitor.press(camera, 'Enter');
    await page.getByRole('dialog').waitFor();
    await scan(page, payload('hết hạn'));
    await verdict('Hết hạn');
    expect(await page.getByRole('dialog').count()).toBe(0);
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
