import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { met } from '../foundation/testing/met.js';
import './define.js';
import {
  choose,
  commit,
  errors,
  filled,
  heading,
  keyOf,
  opened,
  press,
  problem,
  receivedWith,
  settled,
  shadow,
  submissions,
  type,
  violations,
} from './testing/filling.js';

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
      const place = pack === '2021' ? 'Xã Phúc Hòa, Huyện Phúc Thọ' : 'Phường Ba Đình, Thành phố Hà Nội';
      await vi.waitFor(() => expect(shadow(form, 'form').textContent).toContain(place));
      await vi.waitFor(() => expect(shadow(form, 'form').textContent).toContain('BHXH Tp. Hà Nội » BHXH Quận Ba Đình'));
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

  it('R3 · keeps what is being written in the address when the form is drawn anew meanwhile', async () => {
    const { form } = await opened();
    await choose(form, 'subject', 'individual');
    await press(form, 'Tiếp');
    // A name that is in no list stays, marked, until it is corrected.
    const province = shadow(form, '#address').shadowRoot!.querySelector<HTMLInputElement>('#province')!;
    province.focus();
    await userEvent.keyboard('Xứ Không Có{Tab}');
    form.requestUpdate();
    await settled(form);
    expect(province.value).toBe('Xứ Không Có');
    const street = shadow(form, '#address').shadowRoot!.querySelector<HTMLInputElement>('#street')!;
    street.focus();
    await userEvent.keyboard('12 Đường');
    form.requestUpdate();
    await form.updateComplete;
    await userEvent.keyboard(' Mẫu');
    expect(street.value).toBe('12 Đường Mẫu');
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

  it('ticks off in the summary what was mended since, where it stands, and rewords what is wrong in another way', async () => {
    const { form } = await opened();
    await choose(form, 'subject', 'individual');
    await press(form, 'Tiếp');
    await press(form, 'Tiếp');
    const entry = (field: string) => shadow(form, `.summary a[href="#field-${field}"]`);
    const before = shadow(form, '.summary').getBoundingClientRect().height;
    await type(form, 'fullName', 'Nguyễn Văn A');
    await type(form, 'mobilePhone', '0900');
    expect([entry('fullName').textContent, entry('fullName').parentElement!.className]).toEqual([expect.stringContaining('(đã xong)'), 'mended']);
    expect([entry('mobilePhone').textContent, entry('mobilePhone').parentElement!.className]).toEqual([expect.stringContaining('10 chữ số'), '']);
    await type(form, 'mobilePhone', '0900000001');
    expect([errors(form).length, shadow(form, '.summary').getBoundingClientRect().height]).toEqual([9, before]);
    expect(await violations(form)).toEqual([]);
  });

  it('keeps the place of the form while its rules are on their way, so that nothing below it jumps', async () => {
    const rules = { current: () => new Promise<never>(() => undefined) };
    const form = await fixture<HTMLElement>(html`<bhxh-declaration-form .client=${{ rules }}></bhxh-declaration-form>`);
    expect(shadow(form, '[role=status]').textContent).toContain('Đang tải');
    expect(form.getBoundingClientRect().height).toBeGreaterThan(400);
  });

  it('E8 · a cut line loses nothing; “Thử lại” goes under the same key and declares once', async () => {
    const { gateway, form } = await opened();
    await filled(form);
    gateway.script('declarations.submit', { kind: 'cut-after' });
    await commit(form);
    await vi.waitFor(() => expect(problem(form)).toContain('Không kết nối được tới máy chủ'));
    expect(met(form)).toEqual(['group', 'Tờ khai chưa được ghi nhận', expect.stringContaining('Không kết nối được')]);
    expect(await violations(form)).toEqual([]);
    await press(form, 'Thử lại');
    const reference = await receivedWith(form);
    const [first, second] = submissions(gateway);
    expect([submissions(gateway).length, keyOf(first) === keyOf(second), reference]).toEqual([2, true, expect.stringMatching(/GD_2026_001$/)]);
  });

  it('E8 · a line cut after an omission was made good: why it was not sent has the focus, and nothing asks for what is there', async () => {
    const { gateway, form } = await opened();
    await filled(form);
    await press(form, 'Ghi nhận');
    expect(errors(form)).toEqual([expect.stringContaining('cam kết')]);
    gateway.script('declarations.submit', { kind: 'cut-after' });
    await commit(form);
    await vi.waitFor(() => expect(problem(form)).toContain('Không kết nối được tới máy chủ'));
    expect([errors(form), form.shadowRoot!.activeElement]).toEqual([[], shadow(form, '.problem')]);
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
    // The two ways to scan come first.
    await vi.waitFor(() => expect(shadow(form, '.scan')).not.toBeNull());
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
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
