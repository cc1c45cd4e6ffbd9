import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { hearsItAgain } from '../foundation/testing/heard.js';
import { pretendDevice } from '../foundation/testing/pretend-device.js';
import type { BhxhMyDevices } from './my-devices.js';
import './define.js';

const { profile, password } = personas.employee;
const text = (element: BhxhMyDevices) => element.shadowRoot!.textContent.replace(/\s+/g, ' ');
const button = (element: BhxhMyDevices, id: string) => element.shadowRoot!.querySelector<HTMLButtonElement>(`#${id}`)!;
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);

async function opened(options?: TestGatewayOptions) {
  const gateway = createTestGateway(options);
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const other = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  if (options?.oneDevice === false) await other.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
  const element = await fixture<BhxhMyDevices>(html`<bhxh-my-devices .client=${client}></bhxh-my-devices>`);
  return { gateway, client, other, element, signIn: () => client.session.signIn({ bhxhNumber: profile.bhxhNumber, password }) };
}

beforeEach(() => void (document.documentElement.lang = 'vi'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('<bhxh-my-devices>', () => {
  it('A5 · says the rule, since when this device is signed in, and signs it out after a question', async () => {
    const { client, element, signIn } = await opened();
    expect(text(element)).toContain('Hãy đăng nhập để xem các thiết bị');
    await signIn();
    await vi.waitFor(() => expect(text(element)).toContain('Đăng nhập lúc 09:00 ngày 05/01/2026'));
    expect(text(element)).toContain('Mỗi tài khoản chỉ dùng trên một thiết bị');
    expect(await violations(element)).toEqual([]);
    const signedOut = vi.fn();
    element.addEventListener('signed-out', () => signedOut());
    button(element, 'leave').click();
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement?.id).toBe('sure');
    expect(await violations(element)).toEqual([]);
    button(element, 'no').click();
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement?.id).toBe('leave');
    button(element, 'leave').click();
    await element.updateComplete;
    button(element, 'yes').click();
    await vi.waitFor(() => expect(text(element)).toContain('Bạn đã đăng xuất'));
    expect([signedOut.mock.calls.length, client.signedIn]).toEqual([1, false]);
  });

  it('A5 · where several devices may be used it lists them and signs out of all', async () => {
    const { other, element, signIn } = await opened({ oneDevice: false });
    await signIn();
    await vi.waitFor(() => expect(text(element)).toContain('Thiết bị khác'));
    expect(text(element)).not.toContain('chỉ dùng trên một thiết bị');
    button(element, 'leave').click();
    await element.updateComplete;
    button(element, 'yes').click();
    await vi.waitFor(() => expect(text(element)).toContain('Bạn đã đăng xuất'));
    await expect(other.profile.read()).rejects.toMatchObject({ code: 'session.expired' });
  });

  it('A5 · what could not be loaded or done is told, and can be tried again; nothing of the person stays when the session ends', async () => {
    const { gateway, client, element, signIn } = await opened();
    gateway.script('devices.list', { kind: 'cut-before' });
    gateway.script('devices.signOutEverywhere', { kind: 'cut-before' });
    await signIn();
    await vi.waitFor(() => expect(text(element)).toContain('Chưa tải được danh sách thiết bị'));
    expect(await violations(element)).toEqual([]);
    element.shadowRoot!.querySelector<HTMLButtonElement>('.notice button')!.click();
    await vi.waitFor(() => expect(text(element)).toContain('Thiết bị này'));
    button(element, 'leave').click();
    await element.updateComplete;
    button(element, 'yes').click();
    await vi.waitFor(() => expect(text(element)).toContain('Chưa đăng xuất được'));
    await client.session.signOut();
    await element.updateComplete;
    expect(text(element)).not.toContain('Đăng nhập lúc');
  });

  it('A7 · a passkey is named, added with a code and the device, told, seen, and removed after a question', async () => {
    const device = pretendDevice('khoa-mau');
    const { gateway, element, signIn } = await opened({ passkeys: true });
    await signIn();
    await vi.waitFor(() => expect(text(element)).toContain('Bạn chưa có khóa truy cập nào'));
    expect(await violations(element)).toEqual([]);
    const changed = vi.fn();
    element.addEventListener('passkeys-changed', () => changed());
    const has = (selector: string) => vi.waitFor(() => expect(element.shadowRoot!.querySelector(selector)).not.toBeNull());
    const submit = () => element.shadowRoot!.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    button(element, 'add-passkey').click();
    await has('#label:focus');
    const label = element.shadowRoot!.querySelector<HTMLInputElement>('#label')!;
    const name = async (typed: string) => {
      label.value = typed;
      label.dispatchEvent(new InputEvent('input'));
      submit();
      await element.updateComplete;
    };
    await name(' ');
    expect(text(element)).toContain('Hãy đặt tên cho khóa');
    await hearsItAgain(element, '#label');
    await name('Máy ở nhà');
    await has('bhxh-one-time-code');
    const code = element.shadowRoot!.querySelector('bhxh-one-time-code')!;
    const type = async (digits: string) => {
      const field = code.shadowRoot!.querySelector<HTMLInputElement>('#control')!;
      field.value = digits;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await code.updateComplete;
    };
    await type('999999');
    submit();
    await vi.waitFor(() => expect(code.shadowRoot!.textContent).toContain('còn'));
    await type(/\d{6}/.exec(gateway.messages.at(-1)!.body)![0]);
    device.create.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    submit();
    await vi.waitFor(() => expect(text(element)).toContain('Thao tác với khóa truy cập đã bị hủy'));
    expect(await violations(element)).toEqual([]);
    // Whoever stopped the device needs no other code.
    button(element, 'again').click();
    await vi.waitFor(() => expect(text(element)).toContain('Đã thêm khóa “Máy ở nhà”'));
    await has('#passkeys:focus');
    expect(text(element)).toContain('Thêm lúc 09:00 ngày 05/01/2026. Chưa dùng lần nào.');
    expect(await violations(element)).toEqual([]);
    button(element, 'remove-0').click();
    await has('#remove-sure:focus');
    button(element, 'remove-no').click();
    await has('#remove-0:focus');
    button(element, 'remove-0').click();
    await has('#remove-yes');
    button(element, 'remove-yes').click();
    await vi.waitFor(() => expect(text(element)).toContain('Đã gỡ khóa “Máy ở nhà”'));
    expect([changed.mock.calls.length, gateway.requests.filter(({ operation }) => operation === 'passkeys.sendCode').length]).toEqual([2, 1]);
  });

  it('A7 · passkeys that could not be loaded are told, and can be tried again; without them nothing is missing, and a browser that knows none is told as the reason why nothing can be added', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    const { gateway, client, element, signIn } = await opened({ passkeys: true });
    gateway.script('passkeys.mine', { kind: 'cut-before' });
    await signIn();
    await vi.waitFor(() => expect(text(element)).toContain('Chưa tải được khóa truy cập'));
    element.shadowRoot!.querySelector<HTMLButtonElement>('.passkeys .notice button')!.click();
    await vi.waitFor(() => expect(text(element)).toContain('Bạn chưa có khóa truy cập nào'));
    expect([button(element, 'add-passkey'), text(element)]).toEqual([null, expect.stringContaining('Trình duyệt này không dùng được khóa truy cập')]);
    await client.session.signOut();
    await vi.waitFor(() => expect(text(element)).not.toContain('Khóa truy cập'));
  });

  it('shows data alone, fits 320 px, in English too', async () => {
    await page.viewport(320, 640);
    document.documentElement.lang = 'en';
    const item = { signedInAt: '2026-01-05T02:00:00Z', expiresAt: '2026-01-05T14:00:00Z', current: true };
    const element = await fixture<BhxhMyDevices>(html`<bhxh-my-devices .devices=${{ oneAtATime: true, items: [item] }}></bhxh-my-devices>`);
    await vi.waitFor(() => expect(text(element)).toContain('Signed in at 09:00 on 05/01/2026'));
    expect(button(element, 'leave')).toBeNull();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});
