import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { samplesOn } from '../../demo/hospital-desk/samples.js';
import { Declarant, NGUYEN_VAN_A, PLACES } from './support/declarant.js';
import { modules, openHostPage } from './support/host-page.js';
import { journey } from './support/journey.js';

const AGENCIES = [
  { code: '001', name: 'BHXH Tp. Hà Nội' },
  { code: '00101', name: 'BHXH Quận Ba Đình', parentCode: '001' },
];

/** What every act says whose code could not be fetched. */
const SAID = /mạng/;

// A browser before Chromium 156 remembers a module that failed: the journeys below see it only there.
it('E8 · every import() of the bundles can be tried again', () => {
  const dist = new URL('../../packages/elements/dist/', import.meta.url);
  const files = ['esm', 'bhxh-kit'].flatMap((folder) =>
    readdirSync(new URL(folder, dist), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => `${folder}/${name}`),
  );
  const imports = [...files, 'bhxh-kit.iife.js'].flatMap((file) => readFileSync(new URL(file, dist), 'utf8').match(/\bimport\([^)]*\)/g) ?? []);
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.filter((written) => /["'`]/.test(written))).toEqual([]);
});

describe('E8 · a part whose code the network does not bring is said in words, and comes on “Thử lại”', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  /** Refuses the file of a part from now on; answers the function that lets it through again. A page asks for it ahead, and when somebody uses it; never by itself without end. `most` is how often. */
  async function cut(part: string, most = 10): Promise<() => Promise<void>> {
    const { visitor } = shared;
    visitor.expectComplaint(/ERR_FAILED/);
    const files = new RegExp(`/kit/esm/shared/${part}-\\w+\\.js`);
    let refused = 0;
    await visitor.context.route(files, (route) => {
      refused++;
      return route.abort();
    });
    return async () => {
      expect(refused, `${part} was asked for`).toBeGreaterThan(0);
      expect(refused, `${part} was asked for without end`).toBeLessThanOrEqual(most);
      await visitor.context.unroute(files);
    };
  }

  /** A page with one element, imported as a module. */
  async function open(name: string, attributes = '', properties: object = {}): Promise<{ page: Page; element: Locator }> {
    const page = await openHostPage(shared, `<bhxh-${name} ${attributes}></bhxh-${name}>${modules(name)}`);
    const element = page.locator(`bhxh-${name}`);
    await page.waitForFunction((tag) => customElements.get(tag), `bhxh-${name}`);
    await element.evaluate((host, given) => Object.assign(host, given), properties);
    return { page, element };
  }

  /** The sentence and the button of a part that is missing; then the network is mended and the button pressed. */
  async function tryAgain(element: Locator, mend: () => Promise<void>): Promise<void> {
    const alert = element.getByRole('alert').filter({ hasText: SAID });
    await alert.waitFor();
    await mend();
    await shared.visitor.press(alert.getByRole('button', { name: 'Thử lại' }), 'Enter');
    await alert.waitFor({ state: 'detached' });
  }

  it('the tree of agencies', async () => {
    const mend = await cut('agency-browser');
    const { element } = await open('agency-picker', 'label="Cơ quan"', { agencies: AGENCIES });
    await shared.visitor.press(element.getByRole('button').first(), 'Enter');
    await element.getByRole('dialog').getByRole('button', { name: 'Đóng' }).waitFor();
    await tryAgain(element, mend);
    await element.getByRole('treeitem', { name: /Hà Nội/ }).waitFor();
    // The filter has the focus, as if nothing had happened.
    await shared.visitor.page.keyboard.type('ba dinh');
    await element
      .getByText(/Tìm thấy/)
      .first()
      .waitFor();
  });

  it('the tree of agencies in the page', async () => {
    const mend = await cut('agency-browser');
    const { element } = await open('agency-picker', 'label="Cơ quan" inline', { agencies: AGENCIES });
    await tryAgain(element, mend);
    await element.getByRole('treeitem', { name: /Hà Nội/ }).waitFor();
  });

  it('the photographs of the declaration; what was typed stays', async () => {
    const mend = await cut('photographs-step');
    const names = ['provider', 'declaration-form'];
    await openHostPage(shared, `<bhxh-provider base-url="{{gateway}}"><bhxh-declaration-form></bhxh-declaration-form></bhxh-provider>${modules(...names)}`, {
      path: '/dang-ky',
    });
    const declarant = new Declarant(shared);
    await declarant.atStep(/^Bước 1\//);
    await declarant.chooseSubject('Cá nhân');
    await declarant.writePerson({ ...NGUYEN_VAN_A, places: PLACES['2021'] });
    await declarant.next();
    await declarant.atStep(/^Bước 3\//);
    await tryAgain(declarant.form, mend);
    await declarant.photographsOfAdult();
    await shared.visitor.press(declarant.form.getByRole('button', { name: 'Quay lại' }), 'Enter');
    await declarant.atStep(/^Bước 2\//);
    expect(await declarant.box('Họ và tên').inputValue()).toBe(NGUYEN_VAN_A.fullName);
    expect(await declarant.box('Địa chỉ thư điện tử').inputValue()).toBe(NGUYEN_VAN_A.email);
  });

  it('what sends a photograph; the photograph stays, and the page is named as what may be loaded anew', async () => {
    const mend = await cut('upload-photograph');
    const names = ['provider', 'photo-field'];
    await openHostPage(
      shared,
      `<bhxh-provider base-url="{{gateway}}"><bhxh-photo-field kind="portrait" auto-upload></bhxh-photo-field></bhxh-provider>${modules(...names)}`,
      {
        path: '/dang-ky',
      },
    );
    const { visitor } = shared;
    const element = visitor.page.locator('bhxh-photo-field');
    await visitor.choose(element.getByRole('button', { name: /Chọn ảnh từ máy/ }), shared.pictures.portrait);
    await visitor.press(element.getByRole('button', { name: 'Dùng ảnh này' }), 'Enter');
    const group = element.getByRole('group');
    await group.getByText(/chưa tải được phần gửi ảnh.*tải lại trang/).waitFor();
    await mend();
    await visitor.press(element.getByRole('button', { name: 'Gửi lại' }), 'Enter');
    await group.getByText('Đã gửi ảnh.').waitFor();
  });

  it('R2 · the rules of another purpose; what was chosen stays', async () => {
    const mend = await cut('purposes-part');
    const names = ['provider', 'declaration-form'];
    await openHostPage(shared, `<bhxh-provider base-url="{{gateway}}"><bhxh-declaration-form></bhxh-declaration-form></bhxh-provider>${modules(...names)}`, {
      path: '/dang-ky',
    });
    const declarant = new Declarant(shared);
    await declarant.atStep(/^Bước 1\//);
    await declarant.pick('Mục đích', 'Ngừng sử dụng');
    await declarant.pick('Loại đối tượng', 'Cơ quan/Tổ chức');
    await declarant.next();
    await tryAgain(declarant.form, mend);
    await declarant.next();
    await declarant.atStep(/^Bước 2\/5/);
    await declarant.box('Mã số thuế').waitFor();
  });

  it('what frames a photograph; the file chosen before is opened', async () => {
    const mend = await cut('framing');
    const { element } = await open('photo-field', 'kind="portrait"');
    await shared.visitor.choose(element.getByRole('button', { name: /Chọn ảnh từ máy/ }), shared.pictures.portrait);
    await tryAgain(element, mend);
    await shared.visitor.press(element.getByRole('button', { name: 'Dùng ảnh này' }), 'Enter');
    await element
      .getByText(/^Đã nhận ảnh/)
      .first()
      .waitFor();
  });

  it('the camera; its button is the way to try again', async () => {
    const mend = await cut('camera');
    const { element } = await open('photo-field', 'kind="portrait"');
    const take = element.getByRole('button', { name: 'Chụp ảnh' });
    await shared.visitor.press(take, 'Enter');
    await element.getByRole('alert').filter({ hasText: SAID }).waitFor();
    await mend();
    await shared.visitor.press(take, 'Enter');
    // There is none on this machine, which only the camera's own code can say.
    await element
      .getByText(/^(Không tìm thấy máy ảnh|Trang này chưa được phép dùng máy ảnh|Máy ảnh đang bận)/)
      .first()
      .waitFor();
  });

  it('the card to look at, its QR code, its print and its picture; the facts are there meanwhile', async () => {
    const { visitor, demo } = shared;
    const { cards } = demo.personas[0]!;
    const mend = await cut('face-drawing');
    // Once by each who asks ahead, whatever steps the focus takes, and once when somebody wants it.
    const mendPicture = await cut('card-picture', 2);
    const mendPrint = await cut('printed-card', 2);
    // Before there is a card: what its buttons need is fetched as soon as one of them has the focus, which a Tab on its way may give it.
    const mendActs = await cut('card-acts', 3);
    const { page, element } = await open('card-viewer', '', { cards });
    await element.getByText('Nguyễn Văn A').first().waitFor();
    await tryAgain(element, mend);
    await element.locator('figure svg').first().waitFor();
    const flip = element.getByRole('button', { name: 'Lật thẻ' });
    await visitor.press(flip, 'Enter');
    await tryAgain(element, mendActs);
    await element.getByRole('img', { name: 'Mặt sau' }).waitFor();

    await visitor.press(element.getByRole('button', { name: 'Lưu ảnh' }), 'Enter');
    const [file] = await Promise.all([page.waitForEvent('download'), tryAgain(element, mendPicture)]);
    expect(file.suggestedFilename()).toMatch(/\.png$/);

    await visitor.press(element.getByRole('button', { name: 'In thẻ' }), 'Enter');
    await tryAgain(element, mendPrint);
  });

  it('the QR code of a card, when its numbers are shown', async () => {
    const scan = samplesOn(new Date().toLocaleDateString('sv-SE')).find(({ what }) => what === 'còn hiệu lực')!.text;
    const { page, element } = await open('card-viewer', '', { scan });
    await element.getByRole('button', { name: 'Lật thẻ' }).waitFor();
    const mend = await cut('qr-path');
    await shared.visitor.press(element.getByRole('button', { name: 'Hiện số' }), 'Enter');
    await tryAgain(element, mend);
    await shared.visitor.press(element.getByRole('button', { name: 'Mở mã QR' }), 'Enter');
    await element.getByRole('dialog').getByRole('img', { name: 'Mã để quét' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('what reads a scan', async () => {
    const scan = samplesOn(new Date().toLocaleDateString('sv-SE')).find(({ what }) => what === 'còn hiệu lực')!.text;
    const mend = await cut('scan-reading');
    const { element } = await open('card-viewer', '', { scan });
    await tryAgain(element, mend);
    await element.getByText('Nguyễn Văn A').first().waitFor();
  });

  it('A10 · what takes whoever comes back from VNeID; the answer they bring waits for it', async () => {
    const mend = await cut('vneid-entry');
    const { visitor } = shared;
    visitor.expectComplaint(/vneid.finish/);
    const body = `<bhxh-provider base-url="{{gateway}}"><bhxh-sign-in vneid-return="/thu"></bhxh-sign-in></bhxh-provider>${modules('provider', 'sign-in')}`;
    const page = await openHostPage(shared, body, { path: '/thu?state=abc&code=def' });
    const element = page.locator('bhxh-sign-in');
    await element.getByRole('alert').filter({ hasText: 'quay lại nhưng trang chưa tải được' }).waitFor();
    expect(new URL(page.url()).search).toBe('?state=abc&code=def');
    await tryAgain(element, mend);
    // What this browser did not begin is nobody's: the part took the answer, and says so.
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await visitor.write(element.getByRole('textbox', { name: 'Mã số BHXH' }), '0123456789');
  });

  describe('of the history', () => {
    const rows = (count: number) => {
      const { participation } = shared.demo.personas[0]!;
      return Array.from({ length: count }, (_, at) => ({ ...participation[at % 3]!, id: String(at) }));
    };

    it('its total', async () => {
      const mend = await cut('summary');
      const { element } = await open('history-table', '', { rows: rows(3) });
      await element.getByRole('row', { name: /Trường Đại học Mẫu/ }).waitFor();
      await tryAgain(element, mend);
      await element.getByText('Tổng thời gian tham gia:').waitFor();
    });

    it('its total, with more rows than fit', async () => {
      const mend = await cut('summary');
      const windowed = shared.visitor.page.waitForResponse(/row-viewport/);
      const { element } = await open('history-table', '', { rows: rows(300) });
      await windowed;
      await tryAgain(element, mend);
      await element.getByText('Tổng thời gian tham gia:').waitFor();
    });

    it('its order and its search; what was typed stays', async () => {
      const { visitor } = shared;
      const mend = await cut('table-acts');
      const { element } = await open('history-table', '', { rows: rows(3) });
      const head = element.getByRole('columnheader', { name: 'Đơn vị công tác' });
      await visitor.press(head.getByRole('button'), 'Enter');
      await tryAgain(element, mend);
      await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    });

    it('its search', async () => {
      const mend = await cut('table-acts');
      const { element } = await open('history-table', '', { rows: rows(3) });
      const box = element.getByRole('searchbox');
      await shared.visitor.write(box, 'truong dai hoc');
      await tryAgain(element, mend);
      expect(await box.inputValue()).toBe('truong dai hoc');
      await element.getByText('Tìm thấy 1 dòng').first().waitFor();
    });

    it('its file', async () => {
      const { visitor } = shared;
      const mend = await cut('table-acts');
      const { page, element } = await open('history-table', '', { rows: rows(3) });
      await visitor.press(element.getByRole('button', { name: 'Tải CSV' }), 'Enter');
      const [file] = await Promise.all([page.waitForEvent('download'), tryAgain(element, mend)]);
      expect(file.suggestedFilename()).toMatch(/\.csv$/);
    });

    it('its print', async () => {
      const mend = await cut('table-acts');
      const { element } = await open('history-table', '', { rows: rows(3) });
      await shared.visitor.press(element.getByRole('button', { name: 'In bảng' }), 'Enter');
      await tryAgain(element, mend);
    });

    it('the rows of a long one', async () => {
      const mend = await cut('row-viewport');
      const { element } = await open('history-table', '', { rows: rows(300) });
      const scrollToTheEnd = async () => {
        await element.locator('.scroller').evaluate((box) => (box.scrollTop = box.scrollHeight));
        await element.locator('[aria-rowindex="301"]').waitFor();
      };
      // By the height of one line to a row meanwhile.
      await scrollToTheEnd();
      await tryAgain(element, mend);
      await scrollToTheEnd();
    });
  });

  it('the places, where no gateway is behind them', async () => {
    const mend = await cut('unit-chunks');
    await openHostPage(
      shared,
      `<bhxh-provider assets-base="/kit/"><bhxh-address-field scheme="2021"></bhxh-address-field></bhxh-provider>${modules('provider', 'address-field')}`,
    );
    const element = shared.visitor.page.locator('bhxh-address-field');
    await tryAgain(element, mend);
    await shared.visitor.write(element.getByRole('combobox', { name: 'Tỉnh, thành phố' }), 'ha noi');
    await element.getByRole('option', { name: 'Thành phố Hà Nội' }).waitFor();
  });

  it('E5 · English words: the element says its Vietnamese ones, and stays usable', async () => {
    await cut('words[.]\\w*');
    const page = await openHostPage(shared, `<div lang="en"><bhxh-history-table></bhxh-history-table></div>${modules('history-table')}`);
    await page.waitForFunction(() => customElements.get('bhxh-history-table'));
    const element = page.locator('bhxh-history-table');
    await element.evaluate(
      (host, rows) => Object.assign(host, { rows }),
      shared.demo.personas[0]!.participation.map((period, at) => ({ ...period, id: String(at) })),
    );
    await element.getByRole('tab', { name: 'BHTN', exact: true }).waitFor();
    await shared.visitor.write(element.getByRole('searchbox', { name: 'Tìm trong bảng' }), 'truong dai hoc');
    await expect.poll(() => element.getByRole('row').count()).toBe(2);
  });
});
