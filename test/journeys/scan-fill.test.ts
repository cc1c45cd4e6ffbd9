import { describe, expect, it } from 'vitest';
import { Declarant, PLACES } from './support/declarant.js';
import { journey } from './support/journey.js';
import type { Picture } from './support/pictures.js';
import { type Code, printedCode, scan } from './support/scanning.js';

const hex = (text: string) => Buffer.from(text).toString('hex');
const HEALTH_CARD = `DN4799999999041|${hex('Kanari Thử Nghiệm')}|01/02/2099|1|${hex('12 Đường Mẫu')}|79 - 000|01/01/2026|31/12/2099|05/12/2025|79009999999041|-|4| 01/01/2025|fedcba9876543210-7102|$`;
const ID_CARD = '079299000041||Kanari Thử Nghiệm|01022099|Nam|12 Đường Mẫu, Phường Thử, TP. Mẫu|01012022';
const CONTACT = { places: PLACES['2021'], street: 'Số 12, ngõ 3 Đường Mẫu', mobilePhone: '0900000041', email: 'kanari41@example.vn' };
/** Of the cards; in whatever way it was coded. */
const READ = new RegExp(['kanari thử', '99999990?41', '079299000041', hex('Kanari')].join('|'), 'i');

describe('filling Mẫu 01 by scanning', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  /** A photograph of an ID card with its code, askew and a little out of focus. */
  async function photographOfCard(text: string): Promise<Picture> {
    const page = await shared.browser.newPage();
    const base64 = await page.evaluate(({ dark, size }: Code) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1600 });
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = '#6d7a68';
      pen.fillRect(0, 0, 2400, 1600);
      pen.translate(1500, 700);
      pen.rotate(0.14);
      pen.fillStyle = '#e6e6dc';
      pen.fillRect(-1200, -500, 1700, 1070);
      pen.filter = 'blur(1.5px)';
      pen.fillStyle = '#222';
      pen.beginPath();
      dark.forEach((set, at) => set && pen.rect(((at % size) - size / 2) * 6, (Math.floor(at / size) - size / 2) * 6, 6, 6));
      pen.fill();
      return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!;
    }, printedCode(text));
    await page.close();
    return { name: 'can-cuoc.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
  }

  it('R19 · a wedge scanner and a photograph fill the form on the portal’s strict page; what is recorded is what the cards say, and nothing of it went elsewhere', async () => {
    const { visitor, demo } = shared;
    const { page, context } = visitor;
    const travelled: string[] = [];
    context.on('request', (request) => void travelled.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    context.on('console', (message) => void travelled.push(message.text()));
    const declarant = new Declarant(shared);
    const { form } = declarant;
    await declarant.open(demo.pages.province);
    await declarant.chooseSubject('Cá nhân');

    // The cursor is in another field, as it happens.
    const name = declarant.box('Họ và tên');
    const phone = declarant.box('Điện thoại di động');
    await visitor.tabTo(phone);
    await scan(page, HEALTH_CARD);
    await form.getByText('Đã đọc thẻ BHYT và điền:').waitFor();
    await declarant.atStep(/^Bước 2\//);
    expect([await name.inputValue(), await declarant.box('Mã số BHXH').inputValue(), await phone.inputValue()]).toEqual([
      'Kanari Thử Nghiệm',
      '9999999041',
      '',
    ]);

    const card = await photographOfCard(ID_CARD);
    const choose = form.getByRole('button', { name: 'Chọn ảnh chụp thẻ' });
    await visitor.tabTo(choose, { back: true });
    await visitor.choose(choose, card);
    await form.getByText(/^Đã đọc căn cước/).waitFor();
    expect(await declarant.box('Số CMND/HC/CC').inputValue()).toBe('079299000041');
    await expect.poll(() => form.locator('.scanned').count()).toBe(4);
    expect(travelled.join('\n')).not.toMatch(READ);

    await declarant.writeAddress(CONTACT);
    await visitor.write(phone, CONTACT.mobilePhone);
    await visitor.write(declarant.box('Địa chỉ thư điện tử'), CONTACT.email);
    await declarant.toReview();
    await declarant.commit();
    await declarant.record();
    const { declaration } = await demo.kept(await declarant.reference());
    expect(declaration).toMatchObject({
      fullName: 'Kanari Thử Nghiệm',
      bhxhNumber: '9999999041',
      identityNumber: '079299000041',
      contactName: 'Kanari Thử Nghiệm',
      mobilePhone: CONTACT.mobilePhone,
    });
    const besides = travelled.filter((line) => !/^POST \S+\/v1\/declarations\b/.test(line)).join('\n');
    expect(besides).not.toMatch(READ);
    expect(demo.logLines.join('')).not.toMatch(READ);
  });
});
