import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
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
