import { createClient } from '@bhxh-kit/client';
import { createTestGateway, officers, sampleDeclaration } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { hearsItAgain } from '../foundation/testing/heard.js';
import { met } from '../foundation/testing/met.js';
import type { BhxhActivate } from './activate.js';
import './define.js';

const NUMBER = '9999999977';
const PHOTOGRAPHS = (['portrait', 'identity-front', 'identity-back'] as const).map((kind) => ({ kind, id: `photograph-${kind}`, key: `key-${kind}` }));
const SENTENCE = 'trời hôm nay đẹp';
const HOUR = 3_600_000;

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const text = (host: Element) => host.shadowRoot!.querySelector('.sheet')!.textContent.replace(/\s+/g, ' ');
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);

/** A gateway that approved a declaration: its account waits for the code that was sent. */
async function approved() {
  const gateway = createTestGateway({
    declarations: [{ status: 'in-review', submission: { ...sampleDeclaration, bhxhNumber: NUMBER, photographs: PHOTOGRAPHS } }],
  });
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const desk = client.withOptions({});
  const { username, password, oneTimeCode } = officers.provincial;
  await desk.officers.signIn({ username, password, oneTimeCode });
  const [row] = (await desk.reviews.list({})).items;
  await desk.reviews.approve({ id: row!.id, version: row!.version });
  await desk.session.signOut();
  gateway.move(61_000);
  const code = () => /Mã kích hoạt: (\S+)/.exec(gateway.messages.at(-1)!.body)![1]!;
  return { gateway, client, code };
}

async function opened(client: unknown): Promise<BhxhActivate> {
  const element = await fixture<BhxhActivate>(html`<bhxh-activate .client=${client}><a slot="done" href="/dang-nhap">Đăng nhập</a></bhxh-activate>`);
  await vi.waitFor(() => expect(shadow(element, '#number')).not.toBeNull());
  return element;
}
async function write(element: BhxhActivate, box: string, typed: string): Promise<void> {
  const input = shadow(element, `#${box}`) as HTMLInputElement;
  input.value = typed;
  input.dispatchEvent(new InputEvent('input'));
  await element.updateComplete;
}
async function submit(element: BhxhActivate): Promise<void> {
  shadow(element, 'button[type=submit]').click();
  await element.updateComplete;
  await vi.waitFor(() => expect(element.shadowRoot!.querySelector('[aria-busy=true]')).toBeNull());
  await element.updateComplete;
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('<bhxh-activate>', () => {
  it('O3, A2 · by keyboard: number, code and a sentence as password make an account people sign in to', async () => {
    const { client, code } = await approved();
    const element = await opened(client);
    const activated = vi.fn();
    element.addEventListener('activated', () => activated());
    expect(await violations(element)).toEqual([]);
    shadow(element, '#number').focus();
    for (const typed of [`GD479${NUMBER}`, code().toLowerCase(), SENTENCE]) await userEvent.keyboard(`${typed}{Tab}`);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(text(element)).toContain('Tài khoản đã được kích hoạt'));
    expect(activated).toHaveBeenCalledOnce();
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, 'h2'));
    expect(shadow(element, 'slot[name=done]')).not.toBeNull();
    expect(await violations(element)).toEqual([]);
    await client.session.signIn({ bhxhNumber: NUMBER, password: SENTENCE });
    expect(client.signedIn).toBe(true);
  });

  it('O3 · takes the code out of the link, and out of the address bar before anything is shown; opened again in the same page too', async () => {
    const { client } = await approved();
    const before = location.href;
    history.replaceState(null, '', '#a=1&bhxh-activation=k7qm2xhd');
    const element = document.createElement('bhxh-activate');
    document.body.append(element);
    expect(location.hash).toBe('#a=1');
    element.client = client;
    await vi.waitFor(() => expect((shadow(element, '#code') as HTMLInputElement)?.value).toBe('K7QM-2XHD'));
    expect(shadow(element, '#code-hint').textContent).toContain('liên kết trong thư');
    location.hash = '#bhxh-activation=ABCD2345';
    await vi.waitFor(() => expect((shadow(element, '#code') as HTMLInputElement).value).toBe('ABCD-2345'));
    expect(location.hash).toBe('');
    element.remove();
    history.replaceState(null, '', before);
  });

  it('A2 · tells every field that is wrong, ties it, and focuses the first; a common password is refused before it is sent', async () => {
    const { gateway, client } = await approved();
    const element = await opened(client);
    await submit(element);
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#number'));
    expect(shadow(element, '#code').getAttribute('aria-describedby')).toBe('code-hint code-error');
    expect(await violations(element)).toEqual([]);
    await write(element, 'number', NUMBER);
    await write(element, 'code', 'K7QM-2XHD');
    for (const [password, told] of [
      ['ngắn quá', 'ít nhất 10 ký tự'],
      ['Matkhau@2026', 'nhiều người dùng'],
      [`${NUMBER}!`, 'không được chứa mã số BHXH'],
    ] as const) {
      await write(element, 'password', password);
      await submit(element);
      expect(shadow(element, '#password-error').textContent).toContain(told);
      expect((shadow(element, '#password') as HTMLInputElement).value).toBe(password);
    }
    expect(gateway.requests.some(({ operation }) => operation === 'accounts.activate')).toBe(false);
  });

  it('A2 · says the same fault again where the focus is in its field already', async () => {
    const element = await opened((await approved()).client);
    await hearsItAgain(element, '#number');
  });

  it('O3 · a wrong code says what it may be; a new one comes on request, and the old one no longer works', async () => {
    const { gateway, client, code } = await approved();
    const old = code();
    const element = await opened(client);
    await write(element, 'number', NUMBER);
    await write(element, 'code', 'ZZZZ-ZZZZ');
    await write(element, 'password', SENTENCE);
    await submit(element);
    expect(met(element)).toEqual(['group', 'Chưa kích hoạt được', expect.stringContaining('nhập sai')]);
    for (const said of ['nhập sai', 'quá 72 giờ', 'kích hoạt rồi']) expect(text(element)).toContain(said);
    expect(await violations(element)).toEqual([]);

    gateway.move(73 * HOUR);
    await write(element, 'code', old);
    await submit(element);
    expect(shadow(element, '.problem')).not.toBeNull();
    shadow(element, '#ask-new').click();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.matches('#contact')).toBe(true));
    expect((shadow(element, '#number') as HTMLInputElement).value).toBe(NUMBER);
    expect(await violations(element)).toEqual([]);
    await submit(element);
    expect(shadow(element, '#contact-error').textContent).toContain('đã đăng ký');
    await write(element, 'contact', '+84 900 000 001');
    await submit(element);
    expect(text(element)).toContain('mã mới đã được gửi');
    expect((shadow(element, '#password') as HTMLInputElement).value).toBe(SENTENCE);
    expect(code()).not.toBe(old);
    await write(element, 'code', code());
    await submit(element);
    expect(text(element)).toContain('Tài khoản đã được kích hoạt');
  });

  it('O3 · told to wait says how long; a cut line keeps everything', async () => {
    const { gateway, client } = await approved();
    const element = await opened(client);
    await write(element, 'number', NUMBER);
    await write(element, 'code', 'K7QM-2XHD');
    await write(element, 'password', SENTENCE);
    gateway.script('accounts.activate', { kind: 'refused', status: 429, code: 'session.locked' }, { kind: 'cut-before' });
    await submit(element);
    expect(shadow(element, '.problem').textContent).toMatch(/chờ \d+ phút/);
    await submit(element);
    expect(shadow(element, '.problem').textContent).toContain('Không kết nối được tới máy chủ');
    expect((shadow(element, '#password') as HTMLInputElement).value).toBe(SENTENCE);
  });

  it('A2 · password managers know its fields, and the password is seen only when asked', async () => {
    const element = await opened(undefined);
    const traits = ['number', 'code', 'password'].map((box) => shadow(element, `#${box}`).getAttribute('autocomplete'));
    expect(traits).toEqual(['username', 'one-time-code', 'new-password']);
    const password = () => shadow(element, '#password') as HTMLInputElement;
    await write(element, 'password', SENTENCE);
    expect(password().type).toBe('password');
    shadow(element, '#show').click();
    await element.updateComplete;
    expect([password().type, password().value]).toEqual(['text', SENTENCE]);
    password().value = '';
    password().focus();
    await userEvent.keyboard('a');
    expect(password().dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))).toBe(true);
  });

  it('fits 320 px in both languages', async () => {
    await page.viewport(320, 640);
    for (const lang of ['vi', 'en']) {
      document.documentElement.lang = lang;
      const element = await opened(undefined);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      expect(shadow(element, 'h2').textContent).toBe(lang === 'vi' ? 'Kích hoạt tài khoản' : 'Activate your account');
      element.remove();
    }
  });

  it('leaves nothing behind after 100 mounts', async () => {
    const [add, remove] = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')];
    const nodes = document.querySelectorAll('*').length;
    for (let mount = 0; mount < 100; mount++) {
      const element = document.createElement('bhxh-activate');
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    }
    const left = add.mock.calls.length - remove.mock.calls.filter(([, listener]) => add.mock.calls.some(([, added]) => added === listener)).length;
    expect([document.querySelectorAll('*').length, left]).toEqual([nodes, 0]);
    vi.restoreAllMocks();
  });
});
