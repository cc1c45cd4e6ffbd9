import { createClient } from '@bhxh-kit/client';
import { createTestGateway, type TestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BhxhPhotoField } from '../photo-field/photo-field.js';
import type { BhxhDeclarationForm } from './declaration-form.js';
import './define.js';

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const heading = (form: BhxhDeclarationForm) => shadow(form, 'h2')?.textContent?.trim() ?? '';
const settled = async (form: BhxhDeclarationForm) => {
  while (!(await form.updateComplete));
  await new Promise(requestAnimationFrame);
};
const submissions = ({ requests }: TestGateway) => requests.filter(({ operation }) => operation === 'declarations.submit');
const keyOf = (request: { readonly headers: Headers } | undefined) => request?.headers.get('Idempotency-Key');
const errors = (form: BhxhDeclarationForm) => [...form.shadowRoot!.querySelectorAll('.summary li')].map((item) => item.textContent.trim());
const violations = async (form: HTMLElement) => (await axe.run(form)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: code }) => code)}`);

async function opened(options: TestGatewayOptions = {}, properties: Partial<BhxhDeclarationForm> = {}) {
  const gateway = createTestGateway(options);
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const form = await fixture<BhxhDeclarationForm>(html`<bhxh-declaration-form .client=${client}></bhxh-declaration-form>`);
  Object.assign(form, properties);
  await vi.waitFor(() => expect(heading(form)).toContain('Bước 1/'));
  return { gateway, client, form };
}

async function type(form: BhxhDeclarationForm, field: string, text: string): Promise<void> {
  const input = shadow(form, `#field-${field}`) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.blur();
  await settled(form);
}
async function press(form: BhxhDeclarationForm, text: string): Promise<void> {
  [...form.shadowRoot!.querySelectorAll<HTMLElement>('button, label.choice')].find((candidate) => candidate.textContent.trim().startsWith(text))!.click();
  await settled(form);
}
async function choose(form: BhxhDeclarationForm, name: string, value: string): Promise<void> {
  shadow(form, `input[name=${name}][value=${value}]`).click();
  await settled(form);
}
async function liveAt(form: BhxhDeclarationForm, address: object): Promise<void> {
  const field = shadow(form, '#address') as HTMLElement & { value: object };
  field.value = { ...field.value, ...address };
  field.dispatchEvent(new Event('change'));
  await settled(form);
}
async function photograph(form: BhxhDeclarationForm, kind: string): Promise<void> {
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
async function filled(form: BhxhDeclarationForm, { scheme = '2025', child = false } = {}): Promise<void> {
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
    scheme === '2021'
      ? { provinceCode: '01', districtCode: '272', communeCode: '09763', street: '12 Đường Mẫu' }
      : { provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' },
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
async function commit(form: BhxhDeclarationForm): Promise<void> {
  (shadow(form, '#field-commitment') as HTMLInputElement).click();
  await settled(form);
  await press(form, 'Ghi nhận');
}
const problem = (form: BhxhDeclarationForm) => shadow(form, '.problem')?.textContent ?? '';
const receivedWith = async (form: BhxhDeclarationForm) => {
  await vi.waitFor(() => expect(heading(form)).toBe('Đã ghi nhận tờ khai'));
  return shadow(form, '.reference').textContent;
};

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});
afterEach(() => document.documentElement.style.removeProperty('color-scheme'));

describe('<bhxh-declaration-form>', () => {
  for (const pack of ['2021', '2025'] as const) {
    it(`R10 · takes a declaration under the rules of ${pack} from the first step to the receipt`, async () => {
      const { gateway, form } = await opened({ rulePack: pack });
      const submitted = vi.fn();
      form.addEventListener('submitted', ({ receipt }) => submitted(receipt.reference));
      await filled(form, { scheme: pack });
      expect(shadow(form, 'form').textContent).toContain(pack === '2021' ? 'Xã Phúc Hòa, Huyện Phúc Thọ' : 'Phường Ba Đình, Thành phố Hà Nội');
      expect(shadow(form, 'form').textContent).toContain('BHXH Tp. Hà Nội » BHXH Quận Ba Đình');
      await commit(form);
      const reference = await receivedWith(form);
      expect(reference).toMatch(/^\d{5}\.GD_2026_001$/);
      expect(submitted).toHaveBeenCalledExactlyOnceWith(reference);
      const sent = JSON.parse(submissions(gateway)[0]!.body);
      expect(sent).toMatchObject({ rulePack: pack, bhxhNumber: '9999999901', mobilePhone: '0900000001', agencyCode: '00101', handIn: 'at-agency' });
      expect(sent.photographs.map(({ kind }: { kind: string }) => kind)).toEqual(['portrait', 'identity-front', 'identity-back']);
      expect(form.shadowRoot!.activeElement).toBe(shadow(form, 'h2'));
      expect(shadow(form, '.deadline').textContent).toMatch(/Còn (10 ngày 0 giờ|9 ngày 23 giờ).*15\/01\/2026/s);
      expect(await violations(form)).toEqual([]);
    });
  }

  it('R11 · draws Mẫu 01 here, under its name, without asking the gateway for it', async () => {
    const { gateway, form } = await opened();
    await filled(form);
    await commit(form);
    const reference = await receivedWith(form);
    const files: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => `blob:${files.push(file as Blob)}`);
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await press(form, 'Tải tờ khai');
    await vi.waitFor(() => expect(names).toEqual([`${reference}.pdf`]), { timeout: 20_000 });
    vi.restoreAllMocks();
    const bytes = new Uint8Array(await files[0]!.arrayBuffer());
    expect([new TextDecoder('latin1').decode(bytes.slice(0, 5)), bytes.length > 20_000]).toEqual(['%PDF-', true]);
    expect(gateway.requests.some(({ operation }) => operation === 'declarations.form')).toBe(false);
    await vi.waitFor(() => expect(form.shadowRoot!.textContent).toContain(`Đã tạo tệp ${reference}.pdf`));
  });

  it('R16 · takes a child’s declaration with its guardian and its birth certificate', async () => {
    const { gateway, form } = await opened({ rulePack: '2021' });
    await filled(form, { scheme: '2021', child: true });
    await commit(form);
    await receivedWith(form);
    expect(JSON.parse(submissions(gateway)[0]!.body)).toMatchObject({
      subject: 'child',
      birthDate: '2018-02-01',
      guardian: { identityNumber: '079299000001' },
    });
  });

  it('R16 · a child of 2025 is turned to the guardian’s account on the first step', async () => {
    const { form } = await opened();
    await choose(form, 'subject', 'child');
    await press(form, 'Tiếp');
    expect([heading(form), errors(form)[0]]).toEqual(['Bước 1/5: Loại đối tượng', expect.stringContaining('tài khoản của người giám hộ')]);
  });

  it('R13 · tells the deadline before anything is asked', async () => {
    const { form } = await opened();
    expect(shadow(form, '.notice').textContent).toMatch(/10 ngày.*15\/01\/2026/s);
  });

  it('lists the errors in a summary that takes the focus; a link focuses its field and the field is tied to its sentence', async () => {
    const { form } = await opened();
    await choose(form, 'subject', 'individual');
    await press(form, 'Tiếp');
    expect(form.shadowRoot!.activeElement).toBe(shadow(form, 'h2'));
    await press(form, 'Tiếp');
    expect(form.shadowRoot!.activeElement).toBe(shadow(form, '.summary'));
    expect(errors(form).length).toBe(9);
    shadow(form, '.summary a[href="#field-mobilePhone"]').click();
    const phone = shadow(form, '#field-mobilePhone');
    expect(form.shadowRoot!.activeElement).toBe(phone);
    const label = shadow(form, '#label-mobilePhone').getBoundingClientRect();
    expect(label.top).toBeGreaterThanOrEqual(0);
    expect(label.bottom).toBeLessThan(innerHeight);
    expect(phone.getAttribute('aria-invalid')).toBe('true');
    const described = phone
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => form.shadowRoot!.getElementById(id)!.textContent.trim());
    expect(described.at(-1)).toContain('“Điện thoại di động”');
    expect(shadow(shadow(form, '#address'), '.error').textContent).not.toBe('');
    expect(await violations(form)).toEqual([]);
  });

  it('E8 · a cut line loses nothing; “Thử lại” goes under the same key and declares once', async () => {
    const { gateway, form } = await opened();
    await filled(form);
    gateway.script('declarations.submit', { kind: 'cut-after' });
    await commit(form);
    await vi.waitFor(() => expect(problem(form)).toContain('Không kết nối được tới máy chủ'));
    expect(form.shadowRoot!.activeElement).toBe(shadow(form, '.problem'));
    expect(await violations(form)).toEqual([]);
    await press(form, 'Thử lại');
    const reference = await receivedWith(form);
    const [first, second] = submissions(gateway);
    expect([submissions(gateway).length, keyOf(first) === keyOf(second), reference]).toEqual([2, true, expect.stringMatching(/GD_2026_001$/)]);
  });

  it('E8 · a changed declaration is another one: it goes under a new key', async () => {
    const { gateway, form } = await opened();
    await filled(form);
    gateway.script('declarations.submit', { kind: 'cut-before' });
    await commit(form);
    await vi.waitFor(() => expect(problem(form)).not.toBe(''));
    await press(form, 'Quay lại');
    await choose(form, 'handIn', 'by-post');
    await press(form, 'Tiếp');
    await press(form, 'Ghi nhận');
    await receivedWith(form);
    const [first, second] = submissions(gateway);
    expect(keyOf(first)).not.toBe(keyOf(second));
  });

  it('puts what the gateway finds at its field, on its step', async () => {
    const { gateway, form } = await opened({ agencies: [{ code: '001', name: 'BHXH Tp. Hà Nội' }] });
    await filled(form);
    await commit(form);
    await vi.waitFor(() => expect(heading(form)).toBe('Bước 4/5: Cơ quan tiếp nhận'));
    expect(errors(form)).toEqual([expect.stringContaining('hiện không tiếp nhận tờ khai')]);
    expect(submissions(gateway).length).toBe(1);
  });

  it('keeps the answers when the rules changed meanwhile', async () => {
    const { gateway, form } = await opened();
    await filled(form);
    gateway.script('declarations.submit', { kind: 'refused', status: 409, code: 'rule-pack.superseded' });
    await commit(form);
    await vi.waitFor(() => expect(problem(form)).toContain('Quy định vừa thay đổi'));
    await press(form, 'Ghi nhận');
    await receivedWith(form);
  });

  it('tells a page of HTML in place of an answer in words', async () => {
    const { gateway, form } = await opened();
    await filled(form);
    gateway.script('declarations.submit', { kind: 'html' });
    await commit(form);
    await vi.waitFor(() => expect(problem(form)).toContain('không đúng quy cách'));
  });

  it('goes by keyboard alone; Enter goes on, but not while an input method is composing', async () => {
    const { form } = await opened();
    shadow(form, '#field-subject').focus();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(heading(form)).toContain('2/5'));
    await userEvent.keyboard('{Tab}');
    expect(form.shadowRoot!.activeElement).toBe(shadow(form, '#field-fullName'));
    const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    shadow(form, '#field-fullName').dispatchEvent(composing);
    expect(composing.defaultPrevented).toBe(true);
    await userEvent.keyboard('Nguyễn Văn A{Tab}GD4799999999901{Tab}');
    expect((shadow(form, '#field-bhxhNumber') as HTMLInputElement).value).toBe('9999999901');
  });

  it('goes back without losing anything, and the host may stop a step', async () => {
    const { form } = await opened();
    await choose(form, 'subject', 'individual');
    form.addEventListener('step-change', (event) => event.to === 'person' && event.preventDefault(), { once: true });
    await press(form, 'Tiếp');
    expect(heading(form)).toContain('1/5');
    await press(form, 'Tiếp');
    await type(form, 'fullName', 'Trần Thử Nghiệm');
    await press(form, 'Quay lại');
    await press(form, 'Tiếp');
    expect((shadow(form, '#field-fullName') as HTMLInputElement).value).toBe('Trần Thử Nghiệm');
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
  });

  it('R15 · skips the photographs of a verified identity and says so', async () => {
    const { form } = await opened({}, { circumstances: { identityVerified: true } });
    expect(heading(form)).toContain('1/4');
    expect(shadow(form, '.steps').textContent).toContain('(bỏ qua)');
  });

  it('fits 320 px and is clean under axe in light and dark, step by step', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = 'Canvas';
      document.documentElement.style.color = 'CanvasText';
      await page.viewport(320, 640);
      const { form } = await opened();
      const check = async () => {
        expect([heading(form), document.documentElement.scrollWidth <= 320, await violations(form)]).toEqual([heading(form), true, []]);
      };
      await check();
      await filled(form);
      await check();
      for (const step of ['4/5', '3/5', '2/5']) {
        await press(form, 'Quay lại');
        expect(heading(form)).toContain(step);
        await check();
      }
      form.remove();
    }
  });

  it('leaves nothing behind after 100 mounts', async () => {
    const { client, form } = await opened();
    form.remove();
    const [add, remove] = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')];
    const nodes = document.querySelectorAll('*').length;
    for (let mount = 0; mount < 100; mount++) {
      const element = Object.assign(document.createElement('bhxh-declaration-form'), { client, rulePack: '2025' as const });
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    }
    const left = add.mock.calls.length - remove.mock.calls.filter(([, listener]) => add.mock.calls.some(([, added]) => added === listener)).length;
    expect([document.querySelectorAll('*').length, left]).toEqual([nodes, 0]);
    vi.restoreAllMocks();
  });
});
