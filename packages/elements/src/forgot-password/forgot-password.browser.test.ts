import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGateway } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BhxhOneTimeCode } from '../one-time-code/one-time-code.js';
import { hearsItAgain } from '../foundation/testing/heard.js';
import { met } from '../foundation/testing/met.js';
import type { BhxhForgotPassword } from './forgot-password.js';
import './define.js';

const { bhxhNumber, email = '' } = personas.employee.profile;
const NEW = 'trời hôm nay đẹp';

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const text = (host: Element) => host.shadowRoot!.querySelector('.sheet')!.textContent.replace(/\s+/g, ' ');
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const codeOf = (gateway: TestGateway) => /Mã xác thực: (\d{6})/.exec(gateway.messages.at(-1)!.body)![1]!;
const codeField = (element: BhxhForgotPassword) => shadow(element, '#code') as BhxhOneTimeCode;

function connected() {
  const gateway = createTestGateway();
  return { gateway, client: createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 }) };
}
async function opened(client: unknown): Promise<BhxhForgotPassword> {
  const element = await fixture<BhxhForgotPassword>(
    html`<bhxh-forgot-password .client=${client}><a slot="done" href="/dang-nhap">Đăng nhập</a></bhxh-forgot-password>`,
  );
  await vi.waitFor(() => expect(shadow(element, '#number')).not.toBeNull());
  return element;
}
async function write(element: BhxhForgotPassword, box: string, typed: string): Promise<void> {
  const input = shadow(element, `#${box}`) as HTMLInputElement;
  input.value = typed;
  input.dispatchEvent(new InputEvent('input'));
  await element.updateComplete;
}
async function submit(element: BhxhForgotPassword): Promise<void> {
  shadow(element, 'button[type=submit]').click();
  await element.updateComplete;
  await vi.waitFor(() => expect(element.shadowRoot!.querySelector('[aria-busy=true]')).toBeNull());
  await element.updateComplete;
}
async function asked(element: BhxhForgotPassword, number: string, contact: string): Promise<void> {
  await write(element, 'number', number);
  await write(element, 'contact', contact);
  await submit(element);
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('<bhxh-forgot-password>', () => {
  it('A6 · by keyboard: number and contact, the code, a new password; people sign in with it', async () => {
    const { gateway, client } = connected();
    const element = await opened(client);
    const set = vi.fn();
    element.addEventListener('password-changed', () => set());
    expect(await violations(element)).toEqual([]);
    shadow(element, '#number').focus();
    await userEvent.keyboard(`GD479${bhxhNumber}{Tab}+84 900 000 001{Enter}`);
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.matches('.step')).toBe(true));
    expect(await violations(element)).toEqual([]);
    expect(gateway.messages.at(-1)!.to).toBe('0900000001');
    codeField(element).focus();
    await userEvent.keyboard(codeOf(gateway));
    shadow(element, '#new').focus();
    await userEvent.keyboard(`${NEW}{Enter}`);
    await vi.waitFor(() => expect(text(element)).toContain('Đã đặt mật khẩu mới'));
    expect(set).toHaveBeenCalledOnce();
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, 'h2'));
    expect(shadow(element, 'slot[name=done]')).not.toBeNull();
    await client.session.signIn({ bhxhNumber, password: NEW });
    expect(client.signedIn).toBe(true);
  });

  it('A6 · looks the same for a number nobody has, a contact of somebody else and the right ones', async () => {
    const { gateway, client } = connected();
    const seen = [];
    for (const [number, contact] of [
      [bhxhNumber, email],
      ['9999999977', email],
      [bhxhNumber, '0900000009'],
    ] as const) {
      const element = await opened(client);
      await asked(element, number, contact);
      codeField(element).value = '000000';
      await write(element, 'new', NEW);
      await submit(element);
      await vi.waitFor(() => expect(codeField(element).shadowRoot!.querySelector('#error')).not.toBeNull());
      seen.push([text(element).replace(contact, ''), codeField(element).shadowRoot!.querySelector('#error')!.textContent]);
      element.remove();
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(gateway.messages.map(({ to }) => to)).toEqual([email]);
  });

  it('A6 · tells what is wrong with each field before anything is sent; a cut line and a code too soon keep everything', async () => {
    const { gateway, client } = connected();
    const element = await opened(client);
    await asked(element, '12', 'không phải');
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#number'));
    expect(shadow(element, '#contact').getAttribute('aria-describedby')).toBe('contact-hint contact-error');
    expect(await violations(element)).toEqual([]);
    gateway.script('passwords.requestReset', { kind: 'cut-before' }, { kind: 'refused', status: 429, code: 'code.too-soon' });
    await asked(element, bhxhNumber, email);
    expect(met(element)).toEqual(['group', 'Chưa đặt được mật khẩu', expect.stringContaining('Không kết nối được')]);
    expect(text(element)).toContain('Không kết nối được tới máy chủ');
    await submit(element);
    expect(text(element)).toContain('phút nữa mới gửi được mã khác');
    await submit(element);
    await write(element, 'new', 'matkhau2026');
    await submit(element);
    expect(element.shadowRoot!.activeElement).toBe(codeField(element));
    expect(shadow(element, '#new-error').textContent).toContain('nhiều người dùng');
    shadow(element, '#back').click();
    await element.updateComplete;
    expect((shadow(element, '#contact') as HTMLInputElement).value).toBe(email);
    await submit(element);
    expect((shadow(element, '#new') as HTMLInputElement).value).toBe('matkhau2026');
    expect(gateway.requests.filter(({ operation }) => operation === 'passwords.requestReset')).toHaveLength(3);
    expect(gateway.requests.some(({ operation }) => operation === 'passwords.reset')).toBe(false);
  });

  it('A6 · says the same fault again where the focus is in its field already', async () => {
    await hearsItAgain(await opened(connected().client), '#number');
  });

  it('A6 · password managers know its fields; it fits 320 px in both languages', async () => {
    await page.viewport(320, 640);
    for (const lang of ['vi', 'en']) {
      const { client } = connected();
      document.documentElement.lang = lang;
      const element = await opened(client);
      expect(shadow(element, 'h2').textContent).toBe(lang === 'vi' ? 'Quên mật khẩu' : 'Forgot your password');
      expect(shadow(element, '#number').getAttribute('autocomplete')).toBe('username');
      await asked(element, bhxhNumber, email);
      expect([shadow(element, '#new').getAttribute('autocomplete'), (shadow(element, '[autocomplete=username]') as HTMLInputElement).value]).toEqual([
        'new-password',
        bhxhNumber,
      ]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      element.remove();
    }
  });
});
