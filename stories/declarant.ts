import type { BhxhDeclarationForm } from '@bhxh-kit/elements/declaration-form.js';
import { waitFor } from 'storybook/test';
import { inside, press, type } from './acts.js';
import { drawnPicture } from './pictures.js';

/** Fills Mẫu 01 up to a step, for an invented person. Each function begins at its step and ends at the next. */
const PERSON = {
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999901',
  identityNumber: '079299000001',
  contactName: 'Nguyễn Văn A',
  mobilePhone: '0900000001',
  email: 'nguyen.van.a@example.vn',
} as const;

const HOMES = {
  '2021': { scheme: '2021', provinceCode: '01', districtCode: '272', communeCode: '09763', street: 'Thôn Mẫu' },
  '2025': { scheme: '2025', provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' },
} as const;

/** Waits for the step of that number. */
export async function atStep(form: BhxhDeclarationForm, number: number): Promise<void> {
  const there = () => {
    const [found] = /\d+/.exec(form.shadowRoot?.querySelector('h2')?.textContent ?? '') ?? [];
    if (found !== String(number)) throw new Error(`the form is not at step ${number}`);
  };
  await waitFor(there, { timeout: 10_000 });
}

export const goOn = (form: BhxhDeclarationForm): Promise<void> => press(form, '.actions button[type=submit]');

export async function choosePerson(form: BhxhDeclarationForm): Promise<void> {
  await press(form, '[value=individual]');
  await goOn(form);
  await atStep(form, 2);
  // Its code comes after the step.
  await inside(form, '[part=scan]');
}

/** Another purpose or subject than a person who registers. */
export const choosing = (purpose: 'register' | 'adjust' | 'stop', subject: 'individual' | 'child' | 'organisation') => async (form: BhxhDeclarationForm) => {
  for (const value of [purpose, subject]) await press(form, `[value=${value}]`);
  await goOn(form);
  await atStep(form, 2);
};

/** Who adjusts or stops is asked no more than this. */
export async function writeIdentity(form: BhxhDeclarationForm): Promise<void> {
  for (const field of ['fullName', 'bhxhNumber', 'identityNumber'] as const) await type(form, `#field-${field}`, PERSON[field]);
  await goOn(form);
  await atStep(form, 3);
}

export async function writeOrganisation(form: BhxhDeclarationForm): Promise<void> {
  const { contactName, mobilePhone, email } = PERSON;
  const written = { fullName: 'Trường THPT Mẫu số 2', bhxhNumber: 'ZZ9999A', taxNumber: '9999999027', contactName, mobilePhone, email };
  for (const [field, text] of Object.entries(written)) await type(form, `#field-${field}`, text);
  await answerWith(form, 'bhxh-address-field', ({ scheme }) => HOMES[scheme]);
  await goOn(form);
  await atStep(form, 3);
}

export async function writePerson(form: BhxhDeclarationForm): Promise<void> {
  for (const [field, text] of Object.entries(PERSON)) await type(form, `#field-${field}`, text);
  await answerWith(form, 'bhxh-address-field', ({ scheme }) => HOMES[scheme]);
  await goOn(form);
  await atStep(form, 3);
}

export async function takePhotographs(form: BhxhDeclarationForm): Promise<void> {
  // The step's fields are loaded on the way to it.
  await inside(form, 'bhxh-photo-field');
  const fields = form.shadowRoot!.querySelectorAll('bhxh-photo-field');
  for (const field of fields) {
    await field.open(await drawnPicture({ width: 1400, height: 1400 }));
    await inside(field, '.editor');
    await press(field, 'button.primary');
    await inside(field, 'p.good');
  }
  await goOn(form);
  await atStep(form, 4);
}

export async function chooseAgency(form: BhxhDeclarationForm): Promise<void> {
  await answerWith(form, 'bhxh-agency-picker', () => '00101');
  for (const choice of ['[value=at-agency]', '[value=portal]']) await press(form, choice);
  await goOn(form);
  await atStep(form, 5);
}

export async function commit(form: BhxhDeclarationForm): Promise<void> {
  await press(form, '#field-commitment');
  await goOn(form);
}

/** Answers with an element of the kit, as a person's choice in it does. */
async function answerWith<Tag extends 'bhxh-address-field' | 'bhxh-agency-picker'>(
  form: BhxhDeclarationForm,
  tag: Tag,
  valueOf: (field: HTMLElementTagNameMap[Tag]) => HTMLElementTagNameMap[Tag]['value'],
): Promise<void> {
  const field = await inside<HTMLElementTagNameMap[Tag]>(form, tag);
  field.value = valueOf(field);
  field.dispatchEvent(new Event('change'));
}
