import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { hearsItAgain } from '../foundation/testing/heard.js';
import { met } from '../foundation/testing/met.js';
import type { BhxhConsent, ConsentedEvent, ConsentWithdrawnEvent } from './consent.js';
import './define.js';

const { profile, password } = personas.employee;
const credentials = { bhxhNumber: profile.bhxhNumber, password };

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const text = (host: Element) => host.shadowRoot!.querySelector('.sheet')!.textContent.replace(/\s+/g, ' ');
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const focused = (host: Element) => host.shadowRoot!.activeElement;

function newClient() {
  const gateway = createTestGateway();
  return { gateway, client: createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 }) };
}

async function opened(client: unknown): Promise<BhxhConsent> {
  const element = await fixture<BhxhConsent>(html`<bhxh-consent .client=${client}><a slot="done" href="/the">Xem thẻ</a></bhxh-consent>`);
  await vi.waitFor(() => expect(shadow(element, 'h2')).not.toBeNull());
  return element;
}
async function press(element: BhxhConsent, selector: string): Promise<void> {
  shadow(element, selector).click();
  await element.updateComplete;
}
const heading = (element: BhxhConsent, words: string) => vi.waitFor(() => expect(shadow(element, 'h2').textContent).toContain(words));

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('<bhxh-consent>', () => {
  it('A9 · by keyboard: what it is, the terms, purpose by purpose with nothing ticked; what is left out is not agreed to', async () => {
    const { client } = newClient();
    await client.session.signIn(credentials);
    const element = await opened(client);
    const consented = vi.fn<(event: ConsentedEvent) => void>();
    element.addEventListener('consented', consented);
    expect(text(element)).toContain('Trước khi bạn bắt đầu');
    expect(await violations(element)).toEqual([]);
    shadow(element, '#go-on').focus();
    await userEvent.keyboard('{Enter}');
    await heading(element, 'Bạn đồng ý những gì');
    expect(focused(element)).toBe(shadow(element, 'h2'));
    expect(element.shadowRoot!.querySelectorAll('input:checked')).toHaveLength(0);
    expect(text(element)).toContain('giữ kín mật khẩu');
    expect(await violations(element)).toEqual([]);

    await userEvent.keyboard('{Tab} {Tab}{Tab}{Tab} {Tab}{Enter}');
    await heading(element, 'Đã ghi nhận lựa chọn');
    const [{ purposes, recorded }] = consented.mock.calls[0] as [ConsentedEvent];
    expect([purposes, recorded]).toEqual([['account', 'statistics'], true]);
    const mine = await client.consents.mine({ locale: 'vi' });
    expect(mine.purposes.filter(({ given }) => given).map(({ purpose }) => purpose)).toEqual(['account', 'statistics']);
    expect(shadow(element, 'slot[name=done]')).not.toBeNull();
  });

  it('A9 · what is necessary is asked for by name, tied to its tick and focused; not accepting records nothing and says the way out', async () => {
    const { gateway, client } = newClient();
    await client.session.signIn(credentials);
    const element = await opened(client);
    const declined = vi.fn();
    element.addEventListener('declined', declined);
    await press(element, '#go-on');
    await press(element, '#agree-statistics');
    await press(element, '[type=submit]');
    await vi.waitFor(() => expect(focused(element)).toBe(shadow(element, '#agree-account')));
    expect(shadow(element, '#agree-account').getAttribute('aria-describedby')).toContain('agree-account-error');
    expect(shadow(element, '#agree-account-error').textContent).toContain('Lập và dùng tài khoản');
    expect(await violations(element)).toEqual([]);
    await press(element, '#decline');
    expect(text(element)).toContain('Không có gì được ghi lại');
    expect(declined).toHaveBeenCalledOnce();
    await press(element, '#read-again');
    // What was ticked is still ticked.
    expect((shadow(element, '#agree-statistics') as HTMLInputElement).checked).toBe(true);
    expect(gateway.requests.some(({ operation }) => operation === 'consents.give')).toBe(false);
  });

  it('A9 · says the same fault again where the focus is at its tick already', async () => {
    const element = await opened(newClient().client);
    await press(element, '#go-on');
    await hearsItAgain(element, '#agree-account');
  });

  it('A9 · before sign-in the choice is kept in memory and recorded with the first session, also when the element is gone', async () => {
    const { client } = newClient();
    const element = await opened(client);
    const consented = vi.fn<(event: ConsentedEvent) => void>();
    element.addEventListener('consented', consented);
    await press(element, '#go-on');
    await press(element, '#agree-account');
    await press(element, '[type=submit]');
    await heading(element, 'Đã nhận lựa chọn');
    expect(consented.mock.calls[0]?.[0].recorded).toBe(false);
    element.remove();
    await client.session.signIn(credentials);
    await vi.waitFor(async () => expect((await client.consents.mine({ locale: 'vi' })).asked).toBe(false));
    await client.session.signOut();
    await client.session.signIn(credentials);
    expect((await client.consents.mine({ locale: 'vi' })).history).toHaveLength(1);
  });

  it('A9 · what was agreed to is read with its day and words, added to and taken back; what that means is said first', async () => {
    const { client } = newClient();
    await client.session.signIn(credentials);
    const texts = await client.consents.texts({ locale: 'vi' });
    await client.consents.give({ textVersion: texts.textVersion, purposes: ['account'], locale: 'vi', channel: 'page' });
    const element = await opened(client);
    const withdrawn = vi.fn<(event: ConsentWithdrawnEvent) => void>();
    element.addEventListener('withdrawn', withdrawn);
    await heading(element, 'Những gì bạn đã đồng ý');
    expect(text(element)).toContain('Đã đồng ý ngày 05/01/2026 (nội dung bản 21/11/2026)');
    expect(await violations(element)).toEqual([]);
    await press(element, '#take-statistics');
    await vi.waitFor(() => expect(shadow(element, '.said').textContent).toContain('Thống kê sử dụng'));
    await press(element, '#leave-account');
    expect(text(element)).toContain('Tài khoản và hồ sơ đã nộp vẫn còn');
    expect(await violations(element)).toEqual([]);
    await press(element, '#keep');
    await press(element, '#leave-account');
    await press(element, '#sure');
    await vi.waitFor(() => expect(withdrawn.mock.calls[0]?.[0].purpose).toBe('account'));
    expect(text(element)).toContain('đồng ý lại với mục bắt buộc');
    expect(shadow(element, '#history').textContent).toContain('Lịch sử (3)');
    await press(element, '#agree-again');
    await press(element, '#go-on');
    expect(element.shadowRoot!.querySelectorAll('input:checked')).toHaveLength(0);
  });

  it('A9 · a cut line, then changed words: the choice is kept in the first case and asked anew in the second', async () => {
    const { gateway, client } = newClient();
    await client.session.signIn(credentials);
    const element = await opened(client);
    await press(element, '#go-on');
    await press(element, '#agree-account');
    gateway.script('consents.give', { kind: 'cut-before' }, { kind: 'refused', status: 409, code: 'consent.text-changed' });
    await press(element, '[type=submit]');
    await vi.waitFor(() => expect(met(element)).toEqual(['group', 'Chưa ghi nhận được', expect.stringContaining('Không kết nối được')]));
    expect(text(element)).toContain('Không kết nối được tới máy chủ');
    expect((shadow(element, '#agree-account') as HTMLInputElement).checked).toBe(true);
    await press(element, '[type=submit]');
    await vi.waitFor(() => expect(text(element)).toContain('Nội dung cần đồng ý vừa thay đổi'));
    expect((shadow(element, '#agree-account') as HTMLInputElement).checked).toBe(false);
  });

  it('A9 · texts that do not come can be asked for again; in either language it fits 320 px; without a client the host’s own texts serve', async () => {
    const { gateway, client } = newClient();
    gateway.script('consents.texts', { kind: 'cut-before' });
    const element = await fixture<BhxhConsent>(html`<bhxh-consent .client=${client}></bhxh-consent>`);
    await vi.waitFor(() => expect(shadow(element, '.failed button')).not.toBeNull());
    await press(element, '.failed button');
    await heading(element, 'Trước khi bạn bắt đầu');
    await page.viewport(320, 640);
    document.documentElement.lang = 'en';
    await heading(element, 'Before you begin');
    await vi.waitFor(() => expect(text(element)).toContain('unemployment insurance'));
    await press(element, '#go-on');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const choice of element.shadowRoot!.querySelectorAll('.choice')) expect(choice.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    const texts = await client.consents.texts({ locale: 'en' });
    const alone = await fixture<BhxhConsent>(html`<bhxh-consent .texts=${texts}></bhxh-consent>`);
    await heading(alone, 'Before you begin');
  });
});
