import { createClient } from '@bhxh-kit/client';
import { createTestGateway, type TestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import type { BhxhPhotoField } from '../../photo-field/photo-field.js';
import type { BhxhDeclarationForm } from '../declaration-form.js';

export const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
export const heading = (form: BhxhDeclarationForm) => shadow(form, 'h2')?.textContent?.trim() ?? '';
export const settled = async (form: BhxhDeclarationForm) => {
  while (!(await form.updateComplete));
  await new Promise(requestAnimationFrame);
};
export const submissions = ({ requests }: TestGateway) => requests.filter(({ operation }) => operation === 'declarations.submit');
export const keyOf = (request: { readonly headers: Headers } | undefined) => request?.headers.get('Idempotency-Key');
export const errors = (form: BhxhDeclarationForm) => [...form.shadowRoot!.querySelectorAll('.summary li')].map((item) => item.textContent.trim());
export const violations = async (form: HTMLElement) => (await axe.run(form)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: code }) => code)}`);

/** Without drafts: no test finds what the one before it left. */
export async function opened(options: TestGatewayOptions = {}, properties: Partial<BhxhDeclarationForm> = {}) {
  const gateway = createTestGateway(options);
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const form = await fixture<BhxhDeclarationForm>(html`<bhxh-declaration-form draft-days="0" .client=${client}></bhxh-declaration-form>`);
  Object.assign(form, properties);
  await vi.waitFor(() => expect(heading(form)).toContain('Bước 1/'));
  return { gateway, client, form };
}

export async function type(form: BhxhDeclarationForm, field: string, text: string): Promise<void> {
  const input = shadow(form, `#field-${field}`) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.blur();
  await settled(form);
}
export async function press(form: BhxhDeclarationForm, text: string): Promise<void> {
  [...form.shadowRoot!.querySelectorAll<HTMLElement>('button, label.choice')].find((candidate) => candidate.textContent.trim().startsWith(text))!.click();
  await settled(form);
}
export async function choose(form: BhxhDeclarationForm, name: string, value: string): Promise<void> {
  shadow(form, `input[name=${name}][value=${value}]`).click();
  await settled(form);
}
export async function liveAt(form: BhxhDeclarationForm, address: object): Promise<void> {
  const field = shadow(form, '#address') as HTMLElement & { value: object };
  field.value = { ...field.value, ...address };
  field.dispatchEvent(new Event('change'));
  await settled(form);
}
export async function photograph(form: BhxhDeclarationForm, kind: string): Promise<void> {
  const field = shadow(form, `#field-photograph-${kind}`) as BhxhPhotoField;
  const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 1200 });
  const pen = canvas.getContext('2d')!;
  for (let x = 0; x < 900; x += 20) {
    pen.fillStyle = (x / 20) % 2 ? '#777' : '#ddd';
    pen.fillRect(x, 0, 20, 1200);
  }
  await field.open(await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!), 'image/jpeg', 0.9)));
  const use = () => [...field.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Dùng ảnh này');
  await vi.waitFor(() => expect(use(), field.shadowRoot!.textContent).toBeDefined());
  use()!.click();
  await vi.waitFor(() => expect(field.upload?.status).toBe('kept'), { timeout: 5000 });
  await settled(form);
}

/** To the review, with everything in order. */
export async function filled(form: BhxhDeclarationForm, { scheme = '2025', child = false, street = '12 Đường Mẫu' } = {}): Promise<void> {
  await choose(form, 'subject', child ? 'child' : 'individual');
  await press(form, 'Tiếp');
  await type(form, 'fullName', 'nguyễn văn a');
  await type(form, 'bhxhNumber', child ? '9999999903' : 'GD4799999999901');
  if (child) {
    await type(form, 'birthDate', '1/2/2018');
    await type(form, 'guardianIdentityNumber', '079299000001');
  } else await type(form, 'identityNumber', '079299000001');
  await liveAt(
    form,
    scheme === '2021' ? { provinceCode: '01', districtCode: '272', communeCode: '09763', street } : { provinceCode: '01', communeCode: '00004', street },
  );
  await type(form, 'contactName', 'Lê Thị Mẫu');
  await type(form, 'mobilePhone', '+84 900 000 001');
  await type(form, 'email', 'mau@example.vn');
  await press(form, 'Tiếp');
  for (const kind of child ? ['portrait', 'birth-certificate'] : ['portrait', 'identity-front', 'identity-back']) await photograph(form, kind);
  await press(form, 'Tiếp');
  const agency = shadow(form, '#field-agency') as HTMLElement & { value: string };
  agency.value = '00101';
  agency.dispatchEvent(new Event('change'));
  await choose(form, 'handIn', 'at-agency');
  await press(form, 'Tiếp');
  await vi.waitFor(() => expect(heading(form)).toBe('Bước 5/5: Xem lại và cam kết'));
}
export async function commit(form: BhxhDeclarationForm): Promise<void> {
  (shadow(form, '#field-commitment') as HTMLInputElement).click();
  await settled(form);
  await press(form, 'Ghi nhận');
}
export const problem = (form: BhxhDeclarationForm) => shadow(form, '.problem')?.textContent ?? '';
export const receivedWith = async (form: BhxhDeclarationForm) => {
  await vi.waitFor(() => expect(heading(form)).toBe('Đã ghi nhận tờ khai'));
  return shadow(form, '.reference').textContent;
};
