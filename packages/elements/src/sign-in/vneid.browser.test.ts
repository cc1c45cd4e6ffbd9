import { createTestGateway } from '@bhxh-kit/client/testing';
import { beginVneid } from '@bhxh-kit/client/vneid';
import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { met } from '../foundation/testing/met.js';
import type { BhxhSignIn, VneidNoAccountEvent } from './sign-in.js';
import { clientOf, opened, profile, shadow, text, violations } from './testing/entering.js';

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('<bhxh-sign-in> with VNeID', () => {
  const EMPLOYEE = { fullName: profile.fullName, personalId: profile.personalId!, birthDate: '1985-02-28', level: 2 } as const;
  const NEW = { fullName: 'Lê Thị Mẫu', personalId: '079399000012', birthDate: '1990-05-17', level: 2 } as const;
  const here = location.pathname;
  const vneid = (element: BhxhSignIn) => shadow(element, '#vneid') as unknown as HTMLButtonElement;

  async function offered(gateway = createTestGateway({ vneid: [EMPLOYEE, NEW] }), vneidReturn = here) {
    const client = clientOf(gateway);
    const element = await fixture<BhxhSignIn>(
      html`<bhxh-sign-in .client=${client} vneid-return=${vneidReturn}><a slot="first-time" href="/kich-hoat">Kích hoạt</a></bhxh-sign-in>`,
    );
    const events: string[] = [];
    const came: VneidNoAccountEvent[] = [];
    element.addEventListener('signed-in', () => events.push('signed-in'));
    element.addEventListener('vneid-no-account', (event) => came.push(event));
    return { gateway, client, element, events, came };
  }
  /** The page as somebody finds it who comes back to it. */
  async function back(answer: string, vneidReturn?: string) {
    const gateway = createTestGateway({ vneid: [EMPLOYEE, NEW] });
    const going = { history, sessionStorage, location: { href: location.href, assign: vi.fn() } };
    await beginVneid(clientOf(gateway), { returnTo: location.origin + here, page: going });
    const state = new URL(String(going.location.assign.mock.calls[0]![0])).searchParams.get('state')!;
    history.replaceState(null, '', `${here}?state=${state}&${answer}`);
    return { gateway, open: () => offered(gateway, vneidReturn) };
  }
  let address: string;
  beforeEach(() => (address = location.href));
  afterEach(() => {
    history.replaceState(null, '', address);
    sessionStorage.removeItem('bhxh-kit.vneid');
  });

  it('A10, A5 · by keyboard: a button whose hint says that another device is signed out leads to VNeID and back to this page', async () => {
    const { gateway, element } = await offered();
    await vi.waitFor(() => expect(vneid(element)?.textContent.trim()).toBe('Đăng nhập bằng VNeID mức độ 2'));
    expect(vneid(element).getAttribute('aria-describedby')).toBe('vneid-hint');
    expect(shadow(element, '#vneid-hint').textContent).toMatch(/đang dùng trên thiết bị khác, thiết bị đó bị đăng xuất/);
    expect(await violations(element)).toEqual([]);
    const left = vi.fn((event: Event & { destination?: { url: string } }) => event.preventDefault());
    const { navigation } = globalThis as unknown as { navigation: EventTarget };
    navigation.addEventListener('navigate', left);
    vneid(element).focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(left).toHaveBeenCalled());
    navigation.removeEventListener('navigate', left);
    const away = new URL(left.mock.calls[0]![0].destination!.url);
    expect([away.origin, away.searchParams.get('redirect_uri')]).toEqual(['https://gateway.test', location.origin + here]);
    expect([vneid(element).disabled, vneid(element).textContent.trim()]).toEqual([true, 'Đang mở VNeID mức độ 2…']);
    // Back by the browser's own button: the page is as it was left.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await element.updateComplete;
    expect(vneid(element).disabled).toBe(false);
    expect(gateway.requests.map(({ operation }) => operation)).not.toContain('vneid.finish');
  });

  it('A10 · whoever comes back with an account is signed in, hears that it is under way, and the address is clean', async () => {
    const { gateway, open } = await back(`code=${EMPLOYEE.personalId}`);
    gateway.script('vneid.finish', { kind: 'slow', milliseconds: 100 });
    const { client, element, events, came } = await open();
    await vi.waitFor(() => expect(shadow(element, '.said').textContent).toBe('Đã xác thực xong, đang đăng nhập…'));
    expect([location.search, shadow(element, '.said').role]).toEqual(['', 'status']);
    await vi.waitFor(() => expect(events).toEqual(['signed-in']));
    expect([client.signedIn, came, text(element)]).toEqual([true, [], expect.stringContaining('Bạn đã đăng nhập')]);
    expect((await client.profile.read()).fullName).toBe(profile.fullName);
  });

  it('A10 · whoever has no account yet is told how to go on, and the host is given what VNeID said', async () => {
    const { element, events, came, client } = await (await back(`code=${NEW.personalId}`)).open();
    await vi.waitFor(() => expect(came).toHaveLength(1));
    await element.updateComplete;
    expect(shadow(element, '.said').textContent).toMatch(/^Chưa có tài khoản nào ở đây ứng với VNeID mức độ 2 của bạn.*đăng ký hoặc kích hoạt/);
    expect(came[0]!.vneid).toMatchObject({ result: 'no-account', person: { fullName: NEW.fullName }, identityVerification: expect.any(String) as unknown });
    expect([events, client.signedIn, shadow(element, 'slot[name=first-time]') !== null]).toEqual([[], false, true]);
    expect(await violations(element)).toEqual([]);
  });

  it('A10 · whoever stopped there, or brings an answer nobody here asked for, is told so and can sign in as ever', async () => {
    const { element } = await (await back('error=access_denied')).open();
    await vi.waitFor(() => expect(met(element)).toEqual(['group', 'Chưa đăng nhập được', expect.stringContaining('Bạn đã dừng đăng nhập VNeID')]));
    expect([text(element).includes('đang đăng nhập…'), shadow(element, '#number') !== null]).toEqual([false, true]);
    expect(await violations(element)).toEqual([]);
    const sent = await back(`code=${EMPLOYEE.personalId}`);
    sessionStorage.removeItem('bhxh-kit.vneid');
    const { client, element: other } = await sent.open();
    await vi.waitFor(() => expect(text(other)).toContain('Chưa đăng nhập được'));
    expect(client.signedIn).toBe(false);
  });

  it('A10 · takes no answer on another page than the one it names, and offers nothing where the rules know no VNeID or the host names no page', async () => {
    const { open } = await back(`code=${EMPLOYEE.personalId}`, '/vneid');
    const { gateway, element } = await open();
    await vi.waitFor(() => expect(vneid(element)).not.toBeNull());
    expect([location.search.includes('code='), gateway.requests.some(({ operation }) => operation === 'vneid.finish')]).toEqual([true, false]);
    const old = await offered(createTestGateway({ vneid: [EMPLOYEE], rulePack: '2023' }));
    await vi.waitFor(() => expect(old.gateway.requests.map(({ operation }) => operation)).toContain('rules.current'));
    await old.element.updateComplete;
    expect(vneid(old.element)).toBeNull();
    const { gateway: unnamed } = await opened({ vneid: [EMPLOYEE] });
    await vi.waitFor(() => expect(unnamed.requests.map(({ operation }) => operation)).toEqual(['passkeys.signInOptions']));
  });
});
