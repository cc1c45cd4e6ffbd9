import { createClient } from '@bhxh-kit/client';
import { createTestGateway, type Persona, personas, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import type { Profile } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { hearsItAgain } from '../foundation/testing/heard.js';
import './define.js';
import type { BhxhProfile } from './profile.js';

const { guardian, employee } = personas;
const find = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
const field = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLInputElement & HTMLSelectElement>(selector)!;
function present<Found>(found: Found | null): Found {
  if (!found) throw new Error('not there yet');
  return found;
}
const text = (host: Element) => host.shadowRoot!.querySelector('.profile')!.textContent.replace(/\s+/g, ' ');
const clean = async (host: HTMLElement) => expect((await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

async function signedIn({ profile: { bhxhNumber }, password }: Persona, options?: TestGatewayOptions) {
  const gateway = createTestGateway(options);
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  await client.session.signIn({ bhxhNumber, password });
  return { gateway, client };
}
async function shown(client: unknown): Promise<BhxhProfile> {
  const element = await fixture<BhxhProfile>(html`<bhxh-profile .client=${client}></bhxh-profile>`);
  await vi.waitFor(() => expect(find(element, 'dl')).not.toBeNull());
  return element;
}
const press = (element: BhxhProfile, selector: string) => vi.waitFor(() => find(element, selector)!.click());
async function write(element: BhxhProfile, box: string, typed: string): Promise<void> {
  const input = await vi.waitFor(() => present(field(element, `#${box}`)));
  input.value = typed;
  input.dispatchEvent(new InputEvent('input'));
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('<bhxh-profile>', () => {
  it('A8 · shows the seven fields of the form with every number masked until asked for', async () => {
    const { client } = await signedIn(employee);
    const element = await shown(client);
    const labels = [...element.shadowRoot!.querySelectorAll('dt')].map(({ textContent }) => textContent);
    expect(labels).toEqual(
      expect.arrayContaining(['Mã số BHXH', 'Họ và tên', 'Ngày sinh', 'CMND/CCCD/Hộ chiếu', 'Số điện thoại', 'Địa chỉ', 'Cơ quan BHXH quản lý']),
    );
    for (const hidden of ['9999999901', '079299000001', '0900000001', 'nguyen.van.a@']) expect(text(element)).not.toContain(hidden);
    expect(text(element)).toContain('đang che, 4 ký tự cuối là 9 9 0 1');
    await clean(element);
    await press(element, '#mask');
    await vi.waitFor(() => expect(text(element)).toContain('9999999901'));
    expect(text(element)).toContain('079299000001');
    await clean(element);
  });

  it('A8 · another person’s profile comes up masked', async () => {
    const element = await fixture<BhxhProfile>(html`<bhxh-profile .profile=${employee.profile}></bhxh-profile>`);
    await press(element, '#mask');
    element.profile = { ...employee.profile, bhxhNumber: '9999999955' } satisfies Profile;
    await element.updateComplete;
    expect(text(element)).not.toContain('9999999955');
    expect(find(element, '#change-mobilePhone')).toBeNull();
  });

  it('A8 · whoever signs out takes their profile along, and what they were about to change; whoever signs in next is shown theirs, masked', async () => {
    const { client } = await signedIn(guardian);
    const element = await shown(client);
    await press(element, '#mask');
    await press(element, '#change-email');
    await write(element, 'contact', 'moi@thu.example');
    field(element, '#contact').focus();
    await client.session.signOut();
    await vi.waitFor(() => expect(find(element, '[role=alert]')?.textContent ?? '').toContain('Không tải được hồ sơ'));
    expect(element.shadowRoot!.activeElement?.id).toBe('title');
    expect([find(element, 'dl'), find(element, '#whose'), find(element, '#contact')]).toEqual([null, null, null]);
    expect(text(element)).not.toContain(guardian.profile.fullName);
    await client.session.signIn({ bhxhNumber: employee.profile.bhxhNumber, password: employee.password });
    await vi.waitFor(() => expect(find(element, 'dd.name')?.textContent).toBe(employee.profile.fullName));
    expect(text(element)).not.toContain(employee.profile.bhxhNumber);
    expect(find(element, '[role=alert]')).toBeNull();
  });

  it('A8 · moved on the page it is read anew, and still hears who signs out', async () => {
    const { client, gateway } = await signedIn(employee);
    const element = await shown(client);
    const read = () => gateway.requests.filter(({ url }) => url.includes('/profile')).length;
    const before = read();
    (await fixture(html`<div></div>`)).append(element);
    await vi.waitFor(() => expect([find(element, 'dd.name')?.textContent, read()]).toEqual([employee.profile.fullName, before + 1]));
    await client.session.signOut();
    await vi.waitFor(() => expect(find(element, 'dl')).toBeNull());
  });

  it('A8 · by keyboard a guardian switches to a child and back; the page is given the client of whoever is shown', async () => {
    const { client, gateway } = await signedIn(guardian);
    const element = await shown(client);
    const switched: string[] = [];
    element.addEventListener('profile-change', ({ client: shownClient, ofChild }) => {
      void shownClient.cards.mine().then(({ items }) => switched.push(`${ofChild} ${items.length}`));
    });
    const choice = await vi.waitFor(() => present(field(element, '#whose')));
    choice.focus();
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(find(element, 'dd.name')?.textContent).toBe('Trần Thị Mẫu'));
    expect(find(element, '#change-email')).toBeNull();
    await clean(element);
    choice.focus();
    await userEvent.keyboard('{ArrowUp}');
    await vi.waitFor(() => expect(find(element, 'dd.name')?.textContent).toBe('Trần Thử Nghiệm'));
    await vi.waitFor(() => expect(switched).toEqual(['true 1', 'false 0']));
    for (const { url } of gateway.requests) expect(url).not.toMatch(/link|99999/);
  });

  it('A8 · a child that has grown up is told as such, with the way out', async () => {
    const { client, gateway } = await signedIn(guardian);
    const element = await shown(client);
    gateway.script('profile.read', { kind: 'refused', status: 403, code: 'guardian.child-grown-up' });
    const choice = await vi.waitFor(() => present(field(element, '#whose')));
    choice.selectedIndex = 1;
    choice.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(find(element, '[role=alert]')?.textContent).toContain('đã đủ tuổi'));
    expect(find(element, 'dl')).toBeNull();
  });

  it('A8 · a child whose link ends while it is shown leads back to the own profile, with the reason, and the page is given its client', async () => {
    const [child] = guardian.children!;
    const almost = { ...guardian, children: [{ ...child!, profile: { ...child!.profile, birthDate: '2011-01-06' } }] };
    const { client, gateway } = await signedIn(almost, { personas: [almost], now: '2026-01-05T16:50:00Z' });
    const element = await shown(client);
    const switched: boolean[] = [];
    const choice = await vi.waitFor(() => present(field(element, '#whose')));
    choice.selectedIndex = 1;
    choice.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(find(element, 'dd.name')?.textContent).toBe('Trần Thị Mẫu'));
    element.addEventListener('profile-change', ({ ofChild }) => switched.push(ofChild));
    gateway.move(15 * 60_000);
    choice.focus();
    choice.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(find(element, '[role=alert]')?.textContent).toContain('Hồ sơ của Trần Thị Mẫu không còn mở cho bạn'));
    expect(find(element, 'dd.name')?.textContent).toBe('Trần Thử Nghiệm');
    expect(find(element, '#whose')).toBeNull();
    expect(element.shadowRoot!.activeElement?.id).toBe('title');
    expect(switched).toEqual([true, false]);
    await clean(element);
  });

  it('A8 · the phone is changed with both codes; a mistyped one keeps everything and is told at its field', async () => {
    const { client, gateway } = await signedIn(employee);
    const element = await shown(client);
    let changed = '';
    element.addEventListener('contact-changed', ({ kind }) => (changed = kind));
    await press(element, '#change-mobilePhone');
    await write(element, 'contact', '12345');
    await press(element, 'form [type=submit]');
    await vi.waitFor(() => expect(find(element, '#contact-error')?.textContent).toContain('10 chữ số'));
    await write(element, 'contact', '0900 000 077');
    await press(element, 'form [type=submit]');
    await vi.waitFor(() => expect(find(element, '#newCode')).not.toBeNull());
    expect(text(element)).toContain('******0001');
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.id).toBe('registeredCode'));
    await clean(element);
    const [registered, own] = gateway.messages.slice(-2).map(({ body }) => /\d{6}/.exec(body)![0]);
    await write(element, 'registeredCode', '999999');
    await write(element, 'newCode', own!);
    await press(element, 'form [type=submit]');
    await vi.waitFor(() => expect(find(element, '#registeredCode-error')?.textContent).toContain('Còn 4 lần thử'));
    expect(field(element, '#newCode').value).toBe(own);
    await write(element, 'registeredCode', ` ${registered!.slice(0, 3)} ${registered!.slice(3)}`);
    await press(element, 'form [type=submit]');
    await vi.waitFor(() => expect(changed).toBe('mobilePhone'));
    await vi.waitFor(() => expect(text(element)).toContain('đang che, 4 ký tự cuối là 0 0 7 7'));
    expect(text(element)).toContain('Đã đổi số điện thoại');
  });

  it('A8 · says the same fault again where the focus is in its field already', async () => {
    const { client } = await signedIn(employee);
    const element = await shown(client);
    await press(element, '#change-email');
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.id).toBe('contact'));
    await hearsItAgain(element, '#contact');
  });

  it('A8 · what could not be loaded is tried again, and what was loaded stays when it cannot be brought up to date', async () => {
    const { client, gateway } = await signedIn(employee);
    gateway.script('profile.read', { kind: 'cut-before' });
    const element = await fixture<BhxhProfile>(html`<bhxh-profile .client=${client}></bhxh-profile>`);
    await vi.waitFor(() => expect(find(element, '[role=alert]')?.textContent).toContain('Không tải được hồ sơ'));
    find(element, '[role=alert] button')!.click();
    await vi.waitFor(() => expect(find(element, 'dl')).not.toBeNull());
    expect(find(element, '[role=alert]')).toBeNull();
  });

  it('A8 · fits 320 px, every target 44 px high', async () => {
    await page.viewport(320, 700);
    const { client } = await signedIn(guardian);
    const element = await shown(client);
    await press(element, '#change-email');
    await vi.waitFor(() => expect(find(element, '#contact')).not.toBeNull());
    expect(find(element, '.root')!.scrollWidth).toBeLessThanOrEqual(320);
    for (const control of element.shadowRoot!.querySelectorAll('button, select, input'))
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});
