import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Journey } from './journey.js';
import type { Picture, Pictures } from './pictures.js';
import type { SavedFile } from './saved-file.js';
import { type } from './typing.js';
import type { Visitor } from './visitor.js';

/** Where and how somebody is reached. */
export interface Contact {
  readonly contactName: string;
  /** As typed in the boxes of the address, from the top down; with or without diacritics. */
  readonly places: readonly (readonly [box: string, typed: string, option: string])[];
  readonly street: string;
  readonly mobilePhone: string;
  readonly email: string;
}

/** What an invented person writes on the form, by its labels. */
export interface Person extends Omit<Contact, 'contactName'> {
  readonly fullName: string;
  readonly bhxhNumber: string;
  readonly identityNumber: string;
}

/** What is written for an invented child. */
export interface Child extends Contact {
  readonly fullName: string;
  readonly bhxhNumber: string;
  /** As typed, 01/02/2020. */
  readonly birthDate: string;
  readonly guardian: { readonly bhxhNumber: string; readonly identityNumber: string };
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

/** Fills Mẫu 01 as a person does who has only a keyboard, or only a finger. */
export class Declarant {
  readonly visitor: Visitor;
  readonly page: Page;
  readonly form: Locator;
  readonly #pictures: Pictures;

  constructor({ visitor, pictures }: Pick<Journey, 'visitor' | 'pictures'>) {
    this.visitor = visitor;
    this.#pictures = pictures;
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
    await this.pick('Loại đối tượng', name);
    await this.next();
    await this.atStep(/^Bước 2\//);
  }

  /** One of a few radio buttons. */
  async pick(group: string, name: string | RegExp): Promise<void> {
    const box = this.form.getByRole('radiogroup', { name: group });
    const wanted = box.getByRole('radio', { name });
    await this.visitor.hands.pick(box, wanted);
    expect(await wanted.isChecked(), String(name)).toBe(true);
  }

  /** Step 2 up to, not including, "Tiếp". */
  async writePerson(person: Person): Promise<void> {
    await this.visitor.write(this.box('Họ và tên'), person.fullName);
    await this.visitor.write(this.box('Mã số BHXH'), person.bhxhNumber);
    await this.visitor.write(this.box('Số CMND/HC/CC'), person.identityNumber);
    await this.writeAddressAndContact({ ...person, contactName: person.fullName });
  }

  /** Step 2 for a child (R16). */
  async writeChild(child: Child): Promise<void> {
    await this.visitor.write(this.box('Họ và tên'), child.fullName);
    await this.visitor.write(this.box('Mã số BHXH'), child.bhxhNumber);
    await this.visitor.write(this.box('Ngày sinh'), child.birthDate);
    await this.visitor.write(this.box('Mã số BHXH người giám hộ'), child.guardian.bhxhNumber);
    await this.visitor.write(this.box('Số CMND/HC/CC của người giám hộ'), child.guardian.identityNumber);
    await this.writeAddressAndContact(child);
  }

  private async writeAddressAndContact(contact: Contact): Promise<void> {
    await this.writeAddress(contact);
    await this.visitor.write(this.box('Người liên hệ'), contact.contactName);
    await this.visitor.write(this.box('Điện thoại di động'), contact.mobilePhone);
    await this.visitor.write(this.box('Địa chỉ thư điện tử'), contact.email);
  }

  async writeAddress({ places, street }: Pick<Contact, 'places' | 'street'>): Promise<void> {
    for (const [box, typed, option] of places) {
      await this.visitor.write(this.form.getByRole('combobox', { name: box }), typed);
      await this.visitor.hands.take(this.form.getByRole('option', { name: option, exact: true }));
    }
    await this.visitor.write(this.form.getByRole('textbox', { name: /^Số nhà, ngõ/ }), street);
  }

  /** One photograph, drawn or by its path, up to the sentence that says it was sent. */
  async photograph(label: string, picture: Picture | string): Promise<void> {
    const group = this.form.getByRole('group', { name: label, exact: true });
    await this.visitor.choose(group.getByRole('button', { name: /Chọn ảnh từ máy/ }), picture);
    await this.visitor.press(group.getByRole('button', { name: 'Dùng ảnh này' }), 'Enter');
    await group.getByText('Đã gửi ảnh.').waitFor();
  }

  async photographsOfAdult(): Promise<void> {
    await this.photograph('Ảnh cá nhân 4×6', this.#pictures.portrait);
    await this.photograph('Ảnh giấy tờ, mặt trước', this.#pictures.front);
    await this.photograph('Ảnh giấy tờ, mặt sau', this.#pictures.back);
  }

  async photographsOfChild(): Promise<void> {
    await this.photograph('Ảnh cá nhân 4×6', this.#pictures.portrait);
    await this.photograph('Ảnh giấy khai sinh', this.#pictures.birthCertificate);
  }

  /** Opens the dialog; the focus is then in its filter. */
  async openTree(): Promise<Locator> {
    await this.visitor.press(this.form.getByRole('button', { name: /^Cơ quan BHXH tiếp nhận, / }), 'Enter');
    await this.form.getByRole('tree').waitFor();
    return this.form.getByRole('tree');
  }

  /** In the tree: by keys from the filter to the last of these rows and Enter, or by a finger from row to row. */
  async chooseAgencyInTree(keys: readonly string[], rows: readonly RegExp[]): Promise<void> {
    const tree = await this.openTree();
    const row = (name: RegExp): Locator => tree.getByRole('treeitem', { name }).first();
    if (this.visitor.by === 'touch') {
      for (const name of rows) await this.visitor.hands.press(row(name));
      await this.#takeAgency();
    } else {
      for (const key of ['ArrowDown', 'Home', ...keys]) await this.page.keyboard.press(key);
      await tree.getByRole('treeitem', { selected: true, name: rows.at(-1)! }).waitFor();
      await this.page.keyboard.press('Enter');
    }
    // While it closes, what was chosen stands in it too.
    await tree.waitFor({ state: 'hidden' });
  }

  async chooseAgencyByFilter(typed: string): Promise<void> {
    await this.openTree();
    // The filter has the focus already.
    if (this.visitor.by === 'touch') await this.page.keyboard.insertText(typed);
    else await type(this.page, typed);
    await this.form
      .getByText(/Tìm thấy \d+ cơ quan/)
      .first()
      .waitFor();
    await this.#takeAgency();
  }

  #takeAgency(): Promise<void> {
    return this.visitor.hands.send(this.form.getByRole('button', { name: 'Chọn', exact: true }));
  }

  chooseHandIn(name: RegExp): Promise<void> {
    return this.pick('Hình thức nộp hồ sơ', name);
  }

  async commit(): Promise<void> {
    await this.visitor.hands.tick(this.form.getByRole('checkbox', { name: /^Tôi cam kết/ }));
  }

  record(): Promise<void> {
    return this.visitor.press(this.form.getByRole('button', { name: 'Ghi nhận', exact: true }), 'Enter');
  }

  /** Under a pack that has addresses confirmed, the code that was sent goes where the form asks it (R14). */
  async confirmAddress(codeSent: () => Promise<string>): Promise<void> {
    const box = this.box('Mã xác thực trong thư.*');
    await box.waitFor();
    await this.visitor.write(box, await codeSent());
    await this.visitor.press(this.form.getByRole('button', { name: 'Xác nhận và ghi nhận' }), 'Enter');
  }

  /** The reference on the receipt. */
  async reference(): Promise<string> {
    await this.form.getByRole('heading', { name: 'Đã ghi nhận tờ khai' }).waitFor();
    return (await this.form.locator('.reference').textContent())!.trim();
  }

  savePdf(): Promise<SavedFile> {
    return this.visitor.saved(() => this.visitor.press(this.form.getByRole('button', { name: 'Tải tờ khai (PDF)' }), 'Enter'));
  }

  /** From the end of step 2, with photographs, to the step of the agency. */
  async toAgency(subject: 'adult' | 'child' = 'adult'): Promise<void> {
    await this.next();
    await this.atStep(/^Bước 3\/5: Giấy tờ, ảnh/);
    await (subject === 'child' ? this.photographsOfChild() : this.photographsOfAdult());
    await this.next();
    await this.atStep(/^Bước 4\//);
  }

  /** From the end of step 2 to what an adult looks over before committing. */
  async toReview(): Promise<void> {
    await this.toAgency();
    await this.chooseAgencyByFilter('dong da');
    await this.chooseHandIn(/^Tại nơi tiếp nhận/);
    await this.next();
    await this.atStep(/^Bước 5\//);
  }

  /** Everything up to, not including, "Ghi nhận". */
  async fillAdult(address: string, person: Person): Promise<void> {
    await this.open(address);
    await this.chooseSubject('Cá nhân');
    await this.writePerson(person);
    await this.toReview();
    await this.commit();
  }
}
