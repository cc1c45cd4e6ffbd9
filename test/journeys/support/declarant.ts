import type { Download, Locator, Page } from 'playwright-core';
import type { Picture, Pictures } from './pictures.js';
import type { Visitor } from './visitor.js';

/** What an invented person writes on the form, by its labels. */
export interface Person {
  readonly fullName: string;
  readonly bhxhNumber: string;
  readonly identityNumber: string;
  /** As typed in the boxes of the address, from the top down; with or without diacritics. */
  readonly places: readonly (readonly [box: string, typed: string, option: string])[];
  readonly street: string;
  readonly mobilePhone: string;
  readonly email: string;
}

export const NGUYEN_VAN_A = {
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999001',
  identityNumber: '079299000001',
  street: 'Số 12, ngõ 3 Đường Mẫu, tổ 4',
  mobilePhone: '0900000001',
  email: 'nguyen.van.a@example.vn',
} as const;

/** The same street corner on both maps. */
export const PLACES = {
  '2021': [
    ['Tỉnh, thành phố', 'ha noi', 'Thành phố Hà Nội'],
    ['Quận, huyện, thị xã', 'ba dinh', 'Quận Ba Đình'],
    ['Xã, phường, thị trấn', 'phuc xa', 'Phường Phúc Xá'],
  ],
  '2025': [
    ['Tỉnh, thành phố', 'ha noi', 'Thành phố Hà Nội'],
    ['Xã, phường, đặc khu', 'ba dinh', 'Phường Ba Đình'],
  ],
} as const;

/** Fills Mẫu 01 as a person does who has only a keyboard. */
export class Declarant {
  readonly page: Page;
  readonly form: Locator;

  constructor(
    readonly visitor: Visitor,
    private readonly pictures: Pictures,
  ) {
    this.page = visitor.page;
    this.form = this.page.locator('bhxh-declaration-form');
  }

  /** A text box by its label; some packs do not require what others do. */
  box(label: string): Locator {
    return this.form.getByRole('textbox', { name: new RegExp(`^${label}( \\(không bắt buộc\\))?$`) });
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${address}/dang-ky`);
    await this.atStep(/^Bước 1\//);
  }

  atStep(heading: RegExp): Promise<void> {
    return this.form.getByRole('heading', { level: 2, name: heading }).waitFor();
  }

  next(): Promise<void> {
    return this.visitor.press(this.form.getByRole('button', { name: 'Tiếp', exact: true }), 'Enter');
  }

  async chooseSubject(name: string): Promise<void> {
    const radios = this.form.getByRole('radio');
    await this.visitor.tabTo(radios.first());
    await this.page.keyboard.press('Space');
    const wanted = this.form.getByRole('radio', { name });
    for (let at = 0; at < 3 && !(await wanted.isChecked()); at++) await this.page.keyboard.press('ArrowDown');
    await this.next();
    await this.atStep(/^Bước 2\//);
  }

  /** Step 2 up to, not including, "Tiếp". */
  async writePerson(person: Person): Promise<void> {
    await this.visitor.write(this.box('Họ và tên'), person.fullName);
    await this.visitor.write(this.box('Mã số BHXH'), person.bhxhNumber);
    await this.visitor.write(this.box('Số CMND/HC/CC'), person.identityNumber);
    await this.writeAddressAndContact(person);
  }

  async writeAddressAndContact(person: Person): Promise<void> {
    for (const [box, typed, option] of person.places) {
      await this.visitor.write(this.form.getByRole('combobox', { name: box }), typed);
      await this.form.getByRole('option', { name: option, exact: true }).waitFor();
      await this.page.keyboard.press('Enter');
    }
    await this.visitor.write(this.form.getByRole('textbox', { name: /^Số nhà, ngõ/ }), person.street);
    await this.visitor.write(this.box('Người liên hệ'), person.fullName);
    await this.visitor.write(this.box('Điện thoại di động'), person.mobilePhone);
    await this.visitor.write(this.box('Địa chỉ thư điện tử'), person.email);
  }

  /** One photograph, drawn or by its path, up to the sentence that says it was sent. */
  async photograph(label: string, picture: Picture | string): Promise<void> {
    const group = this.form.getByRole('group', { name: label, exact: true });
    await this.visitor.choose(group.getByRole('button', { name: /Chọn ảnh từ máy/ }), picture);
    await this.visitor.press(group.getByRole('button', { name: 'Dùng ảnh này' }), 'Enter');
    await group.getByText('Đã gửi ảnh.').waitFor();
  }

  async photographsOfAdult(): Promise<void> {
    await this.photograph('Ảnh cá nhân 4×6', this.pictures.portrait);
    await this.photograph('Ảnh giấy tờ, mặt trước', this.pictures.front);
    await this.photograph('Ảnh giấy tờ, mặt sau', this.pictures.back);
  }

  async photographsOfChild(): Promise<void> {
    await this.photograph('Ảnh cá nhân 4×6', this.pictures.portrait);
    await this.photograph('Ảnh giấy khai sinh', this.pictures.birthCertificate);
  }

  /** Opens the dialog; the focus is then in its filter. */
  async openTree(): Promise<Locator> {
    await this.visitor.press(this.form.getByRole('button', { name: /Chọn cơ quan BHXH tiếp nhận$|^Thay đổi cơ quan/ }), 'Enter');
    await this.form.getByRole('tree').waitFor();
    return this.form.getByRole('tree');
  }

  /** From the filter into the tree, there by keys to a row of this name, and Enter. */
  async chooseAgencyByKeys(keys: readonly string[], name: RegExp): Promise<void> {
    const tree = await this.openTree();
    for (const key of ['ArrowDown', 'Home', ...keys]) await this.page.keyboard.press(key);
    await tree.getByRole('treeitem', { selected: true, name }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  async chooseAgencyByFilter(typed: string): Promise<void> {
    await this.openTree();
    await this.page.keyboard.type(typed);
    await this.form
      .getByText(/Tìm thấy \d+ cơ quan/)
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
  }

  async chooseHandIn(name: RegExp): Promise<void> {
    const group = this.form.getByRole('radiogroup', { name: 'Hình thức nộp hồ sơ' });
    await this.visitor.tabTo(group.getByRole('radio').first());
    await this.page.keyboard.press('Space');
    const wanted = group.getByRole('radio', { name });
    if (!(await wanted.isChecked())) await this.page.keyboard.press('ArrowDown');
  }

  async commit(): Promise<void> {
    await this.visitor.press(this.form.getByRole('checkbox', { name: /^Tôi cam kết/ }), 'Space');
  }

  record(): Promise<void> {
    return this.visitor.press(this.form.getByRole('button', { name: 'Ghi nhận', exact: true }), 'Enter');
  }

  /** The reference on the receipt. */
  async reference(): Promise<string> {
    await this.form.getByRole('heading', { name: 'Đã ghi nhận tờ khai' }).waitFor();
    return (await this.form.locator('.reference').textContent())!.trim();
  }

  async savePdf(): Promise<Download> {
    await this.visitor.tabTo(this.form.getByRole('button', { name: 'Tải tờ khai (PDF)' }));
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.page.keyboard.press('Enter')]);
    return file;
  }

  /** Everything up to, not including, "Ghi nhận". */
  async fillAdult(address: string, person: Person): Promise<void> {
    await this.open(address);
    await this.chooseSubject('Cá nhân');
    await this.writePerson(person);
    await this.next();
    await this.atStep(/^Bước 3\//);
    await this.photographsOfAdult();
    await this.next();
    await this.atStep(/^Bước 4\//);
    await this.chooseAgencyByFilter('dong da');
    await this.chooseHandIn(/^Tại nơi tiếp nhận/);
    await this.next();
    await this.atStep(/^Bước 5\//);
    await this.commit();
  }
}
