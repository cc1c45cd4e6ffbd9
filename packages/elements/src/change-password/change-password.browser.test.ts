import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGateway } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BhxhOneTimeCode } from '../one-time-code/one-time-code.js';
import { hearsItAgain } from '../foundation/testing/heard.js';
import type { BhxhChangePassword } from './change-password.js';
import './define.js';

const { bhxhNumber } = personas.employee.profile;
const OLD = personas.employee.password;
const NEW = 'trời hôm nay đẹp';

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const text = (host: Element) => host.shadowRoot!.querySelector('.sheet')!.textContent.replace(/\s+/g, ' ');
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const codeOf = (gateway: TestGateway) => /Mã xác thực: (\d{6})/.exec(gateway.messages.at(-1)!.body)![1]!;
const wrong = (code: string) => (code === '111111' ? '222222' : '111111');

async function signedIn(): Promise<{ gateway: TestGateway; client: BhxhClient }> {
  const gateway = createTestGateway();
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  await client.session.signIn({ bhxhNumber, password: OLD });
  return { gateway, client };
}
async function opened(client: BhxhClient | undefined, ticket?: string): Promise<BhxhChangePassword> {
  const element = await fixture<BhxhChangePassword>(
    html`<bhxh-change-password .client=${client} .ticket=${ticket} .bhxhNumber=${bhxhNumber}></bhxh-change-password>`,
  );
  await vi.waitFor(() => expect(shadow(element, 'h2')).not.toBeNull());
  return element;
}
async function write(element: BhxhChangePassword, box: string, typed: string): Promise<void> {
  const input = shadow(element, `#${box}`) as HTMLInputElement;
  input.value = typed;
  input.dispatchEvent(new InputEvent('input'));
  await element.updateComplete;
}
async function submit(element: BhxhChangePassword): Promise<void> {
  shadow(element, 'button[type=submit]').click();
  await element.updateComplete;
  await vi.waitFor(() => expect(element.shadowRoot!.querySelector('[aria-busy=true]')).toBeNull());
  await element.updateComplete;
}
async function asked(element: BhxhChangePassword, current = OLD): Promise<void> {
  for (const [box, typed] of [
    ['current', current],
    ['new', NEW],
    ['again', NEW],
  ] as const)
    if (shadow(element, `#${box}`)) await write(element, box, typed);
  await submit(element);
}
const boxOf = (element: BhxhChangePassword, box: string) => {
  const { value, type } = shadow(element, `#${box}`) as HTMLInputElement;
  return [value, type];
};
const codeField = (element: BhxhChangePassword) => shadow(element, '#code') as BhxhOneTimeCode;
async function confirmed(element: BhxhChangePassword, code: string): Promise<void> {
  codeField(element).value = code;
  await submit(element);
  await codeField(element)?.updateComplete;
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('<bhxh-change-password>', () => {
  it('A4 · by keyboard: the one in use, the new one twice, the code; the next sign-in takes the new one', async () => {
    const { gateway, client } = await signedIn();
    const element = await opened(client);
    const set = vi.fn();
    element.addEventListener('password-changed', () => set());
    await vi.waitFor(() => expect(text(element)).toContain('được đặt ngày 05/01/2026. Cần đổi chậm nhất ngày 05/07/2026'));
    expect(await violations(element)).toEqual([]);
    shadow(element, '#current').focus();
    for (const typed of [OLD, NEW, NEW]) await userEvent.keyboard(`${typed}{Tab}`);
    await userEvent.keyboard('{Tab}{Enter}');
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.matches('.step')).toBe(true));
    expect(text(element)).toContain('Bước 2/2');
    expect(await violations(element)).toEqual([]);
    await userEvent.keyboard(`{Tab}${codeOf(gateway)}{Enter}`);
    await vi.waitFor(() => expect(text(element)).toContain('Đã đổi mật khẩu'));
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, 'h2'));
    expect(set).toHaveBeenCalledOnce();
    await client.session.signOut();
    await client.session.signIn({ bhxhNumber, password: NEW });
    expect(client.signedIn).toBe(true);
  });

  it('A4 · tells every field that is wrong, ties it and focuses the first; says while typing whether the new one will do', async () => {
    const { gateway, client } = await signedIn();
    const element = await opened(client);
    await submit(element);
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#current'));
    expect(shadow(element, '#new').getAttribute('aria-describedby')).toBe('new-hint new-error');
    for (const [typed, rule, fault] of [
      ['ngắn', 'Chưa đủ dài', 'ít nhất 10 ký tự'],
      ['Matkhau@2026', 'nhiều người dùng', 'nhiều người dùng'],
      [`${bhxhNumber}!`, 'không được chứa mã số BHXH', 'không được chứa mã số BHXH'],
      [OLD, 'trùng mật khẩu đang dùng', 'trùng mật khẩu đang dùng'],
    ] as const) {
      await write(element, 'current', OLD);
      await write(element, 'new', typed);
      expect(shadow(element, '#new-rule').textContent).toContain(rule);
      await write(element, 'again', typed);
      await submit(element);
      expect(shadow(element, '#new-error').textContent).toContain(fault);
      expect((shadow(element, '#new') as HTMLInputElement).value).toBe(typed);
    }
    await write(element, 'new', NEW);
    expect(shadow(element, '#new-rule').textContent).toContain('dùng được');
    await write(element, 'again', 'trời hôm nay mưa');
    await submit(element);
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#again'));
    expect(await violations(element)).toEqual([]);
    expect(gateway.requests.some(({ operation }) => operation === 'passwords.requestChange')).toBe(false);
  });

  it('A4 · says the same fault again where the focus is in its field already', async () => {
    const { client } = await signedIn();
    await hearsItAgain(await opened(client), '#current');
  });

  it('A4 · a wrong password in use and a wrong code are told at their fields; going back keeps everything, and the code that is out still works', async () => {
    const { gateway, client } = await signedIn();
    const element = await opened(client);
    await asked(element, 'không phải');
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#current'));
    expect(shadow(element, '#current-error').textContent).toContain('Mật khẩu hiện tại không đúng');
    await asked(element);
    const code = codeOf(gateway);
    await confirmed(element, wrong(code));
    await vi.waitFor(() => expect(codeField(element).shadowRoot!.querySelector('#error')!.textContent).toContain('còn 4 lần thử'));
    shadow(element, '#back').click();
    await element.updateComplete;
    expect((shadow(element, '#new') as HTMLInputElement).value).toBe(NEW);
    await submit(element);
    expect(text(element)).toContain('vẫn dùng được');
    gateway.script('passwords.change', { kind: 'cut-before' });
    await confirmed(element, code);
    expect(shadow(element, '.problem').textContent).toContain('Không kết nối được tới máy chủ');
    await confirmed(element, code);
    expect(text(element)).toContain('Đã đổi mật khẩu');
    expect(gateway.requests.filter(({ operation }) => operation === 'passwords.requestChange')).toHaveLength(2);
  });

  it('A3 · with the ticket of a password that is too old it asks for the new one alone', async () => {
    const gateway = createTestGateway({ rulePack: '2021' });
    const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    gateway.move(200 * 86_400_000);
    const answer = (await client.session.signIn({ bhxhNumber, password: OLD })) as unknown as { step: string; ticket: string };
    expect(answer.step).toBe('change-password');
    const element = await opened(client, answer.ticket);
    expect(shadow(element, '#current')).toBeNull();
    shadow(element, '#show').click();
    await asked(element);
    await confirmed(element, codeOf(gateway));
    expect(text(element)).toContain('Hãy đăng nhập bằng mật khẩu mới');
    // Who is asked to change theirs next, on the same page, finds nothing of it.
    element.ticket = 'the ticket of another sign-in';
    await element.updateComplete;
    expect(['new', 'again'].map((box) => boxOf(element, box))).toEqual([
      ['', 'password'],
      ['', 'password'],
    ]);
    await client.session.signIn({ bhxhNumber, password: NEW });
    expect(client.signedIn).toBe(true);
  });

  it('A4 · what went wrong is told no longer once it goes on; taken away, the element gives its call up', async () => {
    const gateway = createTestGateway();
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch: typeof gateway.fetch = (input, init) => {
      signals.push(init?.signal);
      return gateway.fetch(input, init);
    };
    const client = createClient({ baseUrl: 'https://gateway.test', fetch, retries: 0 });
    await client.session.signIn({ bhxhNumber, password: OLD });
    const element = await opened(client);
    gateway.script('passwords.requestChange', { kind: 'cut-before' });
    await asked(element);
    expect(shadow(element, '.problem').textContent).toContain('Không kết nối được');
    await submit(element);
    expect([shadow(element, '#code').id, shadow(element, '.problem')]).toEqual(['code', null]);
    gateway.script('passwords.change', { kind: 'cut-before' });
    await confirmed(element, codeOf(gateway));
    expect(shadow(element, '.problem').textContent).toContain('Không kết nối được');
    shadow(element, '#back').click();
    await element.updateComplete;
    expect([boxOf(element, 'new')[0], shadow(element, '.problem')]).toEqual([NEW, null]);
    await submit(element);
    gateway.script('passwords.change', { kind: 'slow', milliseconds: 30_000 });
    codeField(element).value = codeOf(gateway);
    shadow(element, 'button[type=submit]').click();
    await vi.waitFor(() => expect(gateway.requests.filter(({ operation }) => operation === 'passwords.change')).toHaveLength(2));
    expect(signals.at(-1)?.aborted).toBe(false);
    element.remove();
    expect(signals.at(-1)?.aborted).toBe(true);
  });

  it('A4 · who signs in next on the page finds nothing of what somebody else typed', async () => {
    const { client } = await signedIn();
    const element = await opened(client);
    shadow(element, '#show').click();
    await asked(element);
    expect(text(element)).toContain('Bước 2/2');
    await client.session.signOut();
    await vi.waitFor(() => expect(text(element)).toContain('Bạn cần đăng nhập'));
    const { profile, password } = personas.guardian;
    await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    await vi.waitFor(() => expect(text(element)).toContain('Bước 1/2'));
    expect(['current', 'new', 'again'].map((box) => boxOf(element, box))).toEqual([
      ['', 'password'],
      ['', 'password'],
      ['', 'password'],
    ]);
  });

  it('A4 · password managers know its fields; who is not signed in is told so; it fits 320 px in both languages', async () => {
    const { client } = await signedIn();
    const element = await opened(client);
    expect(
      ['current', 'new', 'again'].map((box) => [
        shadow(element, `#${box}`).getAttribute('autocomplete'),
        (shadow(element, `#${box}`) as HTMLInputElement).type,
      ]),
    ).toEqual([
      ['current-password', 'password'],
      ['new-password', 'password'],
      ['new-password', 'password'],
    ]);
    shadow(element, '#show').click();
    await element.updateComplete;
    expect((shadow(element, '#new') as HTMLInputElement).type).toBe('text');
    element.remove();
    await page.viewport(320, 640);
    for (const [lang, said] of [
      ['vi', 'Bạn cần đăng nhập'],
      ['en', 'Sign in to change'],
    ] as const) {
      document.documentElement.lang = lang;
      const nobody = await opened(undefined);
      await vi.waitFor(() => expect(text(nobody)).toContain(said));
      nobody.remove();
      const other = await opened(client);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      other.remove();
    }
  });
});
