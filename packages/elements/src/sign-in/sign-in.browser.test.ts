import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { beginVneid } from '@bhxh-kit/client/vneid';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { met } from '../foundation/testing/met.js';
import { pretendDevice } from '../foundation/testing/pretend-device.js';
import type { BhxhSignIn, VneidNoAccountEvent } from './sign-in.js';
import './define.js';

const { profile, password } = personas.employee;
const DAY = 86_400_000;

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLInputElement>(selector)!;
const text = (host: Element) => host.shadowRoot!.querySelector('.sheet')!.textContent.replace(/\s+/g, ' ');
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const clientOf = (gateway: TestGateway) => createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });

async function opened(options?: TestGatewayOptions) {
  const gateway = createTestGateway(options);
  const client = clientOf(gateway);
  const element = await fixture<BhxhSignIn>(
    html`<bhxh-sign-in .client=${client}><a slot="first-time" href="/kich-hoat">Kích hoạt</a><p slot="done">Chào bạn</p></bhxh-sign-in>`,
  );
  const events: string[] = [];
  element.addEventListener('signed-in', () => events.push('signed-in'));
  element.addEventListener('step', ({ step }) => events.push(step));
  return { gateway, client, element, events };
}
async function write(element: Element, box: string, typed: string): Promise<void> {
  const input = shadow(element, box);
  input.value = typed;
  input.dispatchEvent(new InputEvent('input'));
  await (element as BhxhSignIn).updateComplete;
}
async function submitted(element: BhxhSignIn, number = profile.bhxhNumber, typed = password): Promise<void> {
  await write(element, '#number', number);
  await write(element, '#password', typed);
  shadow(element, '[type=submit]').click();
}
const signIns = ({ requests }: TestGateway) => requests.filter(({ operation }) => operation === 'session.signIn');
const focused = (element: BhxhSignIn) => element.shadowRoot!.activeElement;
/** An account that is in use on another device, and the element that asks for it. */
async function inUse() {
  const opening = await opened();
  const other = clientOf(opening.gateway);
  await other.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
  await submitted(opening.element);
  await vi.waitFor(() => expect(shadow(opening.element, '#send-code')).not.toBeNull());
  return { ...opening, other };
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('<bhxh-sign-in>', () => {
  it('A1, R18 · by keyboard: a card number and the password sign in, and nothing of them stays', async () => {
    const { client, element, events } = await opened();
    expect(await violations(element)).toEqual([]);
    element.focus();
    await userEvent.keyboard(`DN401${profile.bhxhNumber}{Tab}${password}{Enter}`);
    await vi.waitFor(() => expect(client.signedIn).toBe(true));
    await element.updateComplete;
    expect(events).toEqual(['signed-in']);
    expect(shadow(element, 'slot[name=done]')).not.toBeNull();
    expect(element.shadowRoot!.querySelector('input')).toBeNull();
    await client.session.signOut();
    await element.updateComplete;
    expect([shadow(element, '#number').value, shadow(element, '#password').value]).toEqual(['', '']);
  });

  it('A1 · password managers know the fields, a paste is not hindered, and the password is seen only when asked', async () => {
    const { element } = await opened();
    expect(['#number', '#password'].map((box) => [shadow(element, box).name, shadow(element, box).autocomplete, shadow(element, box).form?.tagName])).toEqual([
      ['username', 'username', 'FORM'],
      ['password', 'current-password', 'FORM'],
    ]);
    await write(element, '#password', 'một câu dễ nhớ');
    shadow(element, '#show').click();
    await element.updateComplete;
    expect([shadow(element, '#password').type, shadow(element, '#password').value]).toEqual(['text', 'một câu dễ nhớ']);
    expect(shadow(element, '#password').dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))).toBe(true);
  });

  it('A1 · what is missing is told at its field; a wrong password keeps what was typed and takes the focus', async () => {
    const { gateway, element } = await opened();
    shadow(element, '[type=submit]').click();
    await element.updateComplete;
    expect(focused(element)).toBe(shadow(element, '#number'));
    expect(shadow(element, '#number').getAttribute('aria-describedby')).toBe('number-hint number-error');
    // The same complaint where the focus is already: nothing but the announcer tells of it.
    await userEvent.keyboard('{Enter}');
    const said = () => shadow(element, '[role=status].visually-hidden').textContent;
    await vi.waitFor(() => expect(said()).toContain('Mã số BHXH gồm 10 chữ số'));
    expect(await violations(element)).toEqual([]);
    expect(signIns(gateway)).toEqual([]);
    await submitted(element, profile.bhxhNumber, 'sai');
    await vi.waitFor(() => expect(text(element)).toContain('Mã số BHXH hoặc mật khẩu không đúng'));
    // The focus goes elsewhere, so the reason is said aloud.
    expect([focused(element), shadow(element, '.problem').role]).toEqual([shadow(element, '#password'), 'alert']);
    expect([shadow(element, '#number').value, shadow(element, '#password').value]).toEqual([profile.bhxhNumber, 'sai']);
    expect(await violations(element)).toEqual([]);
  });

  it('A1 · on a small phone the reason is in view beside the password it is about', async () => {
    await page.viewport(320, 568);
    const { element } = await opened();
    element.style.margin = '400px 0';
    await submitted(element, profile.bhxhNumber, 'sai-mat-khau');
    await vi.waitFor(() => expect(focused(element)).toBe(shadow(element, '#password')));
    for (const part of ['.problem', '#password']) {
      const { top, bottom } = shadow(element, part).getBoundingClientRect();
      expect([part, top >= 0, bottom <= innerHeight]).toEqual([part, true, true]);
    }
  });

  it('A1 · locked out it counts down in words, keeps what was typed, and can be tried when it is over', async () => {
    const { gateway, element, events } = await opened();
    gateway.script('session.signIn', { kind: 'refused', status: 429, code: 'session.locked', retryAfter: 2 });
    await submitted(element);
    await vi.waitFor(() => expect(shadow(element, '.problem').textContent).toMatch(/Thử lại được sau [12] giây/));
    expect(shadow(element, '[type=submit]').disabled).toBe(true);
    await vi.waitFor(() => expect(shadow(element, '[type=submit]').disabled).toBe(false), { timeout: 5_000 });
    expect(shadow(element, '#password').value).toBe(password);
    shadow(element, '[type=submit]').click();
    await vi.waitFor(() => expect(events).toEqual(['signed-in']));
  });

  it('A1 · while the network is slow it says so and sends once; after a cut nothing typed is lost', async () => {
    const { gateway, element, events } = await opened();
    gateway.script('session.signIn', { kind: 'cut-before' }, { kind: 'slow', milliseconds: 100 });
    await submitted(element);
    await vi.waitFor(() => expect(text(element)).toContain('Không kết nối được tới máy chủ'));
    expect(shadow(element, '#password').value).toBe(password);
    shadow(element, '[type=submit]').click();
    await element.updateComplete;
    expect(text(element)).toContain('Đang đăng nhập…');
    shadow(element, 'form').dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await vi.waitFor(() => expect(events).toEqual(['signed-in']));
    expect(signIns(gateway)).toHaveLength(2);
  });

  it('A1, R9 · where a check is asked the device does it, and nobody sees anything of it', async () => {
    const { gateway, element, events } = await opened({ challenge: 'proof-of-work', challengeSignIn: 1 });
    await submitted(element, profile.bhxhNumber, 'sai');
    await vi.waitFor(() => expect(text(element)).toContain('Mã số BHXH hoặc mật khẩu không đúng'));
    await submitted(element);
    await vi.waitFor(() => expect(events).toEqual(['signed-in']));
    expect(signIns(gateway).map(({ headers }) => headers.has('Challenge-Answer'))).toEqual([false, false, true]);
  });

  it('A1, R9 · a check to type is asked below what was typed, which stays and can still be corrected; a wrong code brings another', async () => {
    const { element, events } = await opened({ challenge: 'typed', challengeSignIn: 0 });
    await submitted(element, profile.bhxhNumber, 'sai');
    const code = () => shadow(element, '#field-challenge');
    const again = async (typed: string) => {
      code().focus();
      await userEvent.keyboard(`${typed}{Enter}`);
    };
    await vi.waitFor(() => expect(code()?.matches(':focus')).toBe(true));
    expect([shadow(element, '#number').value, shadow(element, '#password').value]).toEqual([profile.bhxhNumber, 'sai']);
    expect(await violations(element)).toEqual([]);
    await again('99');
    await vi.waitFor(() => expect(shadow(element, '#challenge-fault').textContent).toContain('chưa đúng'));
    await write(element, '#password', password);
    await again('27');
    await vi.waitFor(() => expect(events).toEqual(['signed-in']));
  });

  it('A2 · the first password points to the activation', async () => {
    const { gateway, element, events } = await opened();
    gateway.script('session.signIn', { kind: 'refused', status: 403, code: 'session.first-password' });
    await submitted(element);
    await vi.waitFor(() => expect(events).toEqual(['activate']));
    await element.updateComplete;
    expect(met(element)).toEqual(['group', 'Chưa đăng nhập được', expect.stringContaining('kích hoạt tài khoản')]);
  });

  it('A5 · warns, asks the code, and only then signs the other device out', async () => {
    const { gateway, client, other, element, events } = await inUse();
    expect(text(element)).toContain('Thiết bị kia đăng nhập lúc 09:00 ngày 05/01/2026');
    expect(focused(element)).toBe(shadow(element, 'h2'));
    expect(await violations(element)).toEqual([]);
    shadow(element, '#send-code').click();
    await vi.waitFor(() => expect(shadow(element, 'bhxh-one-time-code')).not.toBeNull());
    const field = element.shadowRoot!.querySelector('bhxh-one-time-code')!;
    await field.updateComplete;
    expect(field.shadowRoot!.textContent).toContain('*****0001');
    await vi.waitFor(() => expect(focused(element)).toBe(field));
    expect(await violations(element)).toEqual([]);
    const code = /\d{6}/.exec(gateway.messages.at(-1)!.body)![0];
    await userEvent.keyboard(code === '123456' ? '654321{Enter}' : '123456{Enter}');
    await vi.waitFor(() => expect(field.validationMessage).toContain('còn 4 lần thử'));
    expect((await other.profile.read()).fullName).toBe(profile.fullName);
    shadow(field, '#control').select();
    await userEvent.keyboard(`${code.slice(0, 3)} ${code.slice(3)}{Enter}`);
    await vi.waitFor(() => expect(events).toEqual(['take-over', 'signed-in']));
    expect((await client.profile.read()).fullName).toBe(profile.fullName);
    await expect(other.profile.read()).rejects.toMatchObject({ code: 'session.taken-over' });
  });

  it('A5 · the device that was signed out gets its fields back, with the reason', async () => {
    const { gateway, client, element } = await opened();
    await submitted(element);
    await vi.waitFor(() => expect(client.signedIn).toBe(true));
    const other = clientOf(gateway);
    const answer = await other.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    const ticket = String(answer.ticket);
    const { codeId } = await other.devices.sendTakeOverCode({ ticket });
    await other.devices.takeOver({ ticket, codeId, oneTimeCode: /\d{6}/.exec(gateway.messages.at(-1)!.body)![0] });
    await expect(client.profile.read()).rejects.toMatchObject({ code: 'session.taken-over' });
    await vi.waitFor(() => expect(shadow(element, '.problem')).not.toBeNull());
    expect(text(element)).toContain('Tài khoản vừa được đăng nhập trên thiết bị khác');
    expect(await violations(element)).toEqual([]);
  });

  it('A5 · whoever comes back to the page learns that another device took over; while nobody looks nothing is asked', async () => {
    const { gateway, element } = await opened();
    await submitted(element);
    await vi.waitFor(() => expect(text(element)).not.toContain('Mã số BHXH'));
    const asked = () => gateway.requests.filter(({ operation }) => operation === 'session.current').length;
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const turn = () => document.dispatchEvent(new Event('visibilitychange'));
    turn();
    expect(asked()).toBe(0);
    hidden.mockReturnValue(false);
    // A line that is cut signs nobody out.
    gateway.script('session.current', { kind: 'cut-before' });
    turn();
    await vi.waitFor(() => expect(asked()).toBe(1));
    turn();
    await vi.waitFor(() => expect(asked()).toBe(2));
    expect(element.shadowRoot!.querySelector('#number')).toBeNull();
    const other = clientOf(gateway);
    const step = await other.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    if ('accessToken' in step) throw new Error('nobody to take over from');
    const { codeId } = await other.devices.sendTakeOverCode({ ticket: step.ticket });
    await other.devices.takeOver({ ticket: step.ticket, codeId, oneTimeCode: /\d{6}/.exec(gateway.messages.at(-1)!.body)![0] });
    turn();
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('#number')).not.toBeNull());
    expect(text(element)).toContain('thiết bị khác');
    const before = asked();
    element.remove();
    turn();
    expect(asked()).toBe(before);
  });

  it('A5 · not going on, a ticket that is over and a code sent too soon each have their way out', async () => {
    const { gateway, element, events } = await inUse();
    shadow(element, '#stay').click();
    await element.updateComplete;
    expect([events.at(-1), shadow(element, '#number').value, shadow(element, '#password').value]).toEqual(['credentials', profile.bhxhNumber, '']);
    await submitted(element);
    await vi.waitFor(() => expect(shadow(element, '#send-code')).not.toBeNull());
    gateway.script('devices.sendTakeOverCode', { kind: 'refused', status: 429, code: 'code.too-soon', retryAfter: 40 });
    shadow(element, '#send-code').click();
    await vi.waitFor(() => expect(text(element)).toContain('gửi lại được sau 40 giây'));
    gateway.move(11 * 60_000);
    shadow(element, '#send-code').click();
    await vi.waitFor(() => expect(text(element)).toContain('Hãy nhập lại mã số BHXH và mật khẩu'));
    expect(shadow(element, '#password')).not.toBeNull();
  });

  it('A3 · a password that is too old gives its ticket to what changes it, and the new one signs in', async () => {
    const { gateway, element, events } = await opened({ rulePack: '2023' });
    gateway.move(190 * DAY);
    const change = Object.assign(document.createElement('div'), { slot: 'change-password', ticket: '' });
    element.append(change);
    await submitted(element);
    await vi.waitFor(() => expect(change.ticket).toMatch(/^ticket-/));
    expect(text(element)).toContain('Cần đổi mật khẩu trước khi đăng nhập');
    expect(await violations(element)).toEqual([]);
    change.dispatchEvent(new Event('password-changed'));
    await element.updateComplete;
    expect(text(element)).toContain('Đã đổi mật khẩu');
    expect([focused(element), events]).toEqual([shadow(element, '#password'), ['change-password', 'credentials']]);
  });

  it('A3 · is changed right here where the page brings nothing for it', async () => {
    const { gateway, element } = await opened({ rulePack: '2023' });
    gateway.move(190 * DAY);
    await submitted(element);
    const change = () => element.shadowRoot!.querySelector('bhxh-change-password');
    await vi.waitFor(() => expect(change()?.shadowRoot?.querySelector('#new')).toBeTruthy());
    expect([text(element).includes('Cần đổi mật khẩu trước khi đăng nhập'), focused(element)]).toEqual([true, shadow(element, 'h2')]);
    expect(await violations(element)).toEqual([]);
    for (const box of ['#new', '#again']) {
      const input = shadow(change()!, box);
      input.value = 'gió thổi qua hàng tre';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    shadow(change()!, '[type=submit]').click();
    await vi.waitFor(() => expect(change()!.shadowRoot!.querySelector('bhxh-one-time-code')).not.toBeNull());
    const code = change()!.shadowRoot!.querySelector('bhxh-one-time-code')!;
    code.value = /\d{6}/.exec(gateway.messages.at(-1)!.body)![0];
    shadow(change()!, '[type=submit]').click();
    await vi.waitFor(() => expect(text(element)).toContain('Đã đổi mật khẩu'));
    expect([shadow(element, '#number').value, focused(element)]).toEqual([profile.bhxhNumber, shadow(element, '#password')]);
  });

  it('A7 · a passkey signs in by its button alone; what the device or the gateway refuses is told, and number and password stay', async () => {
    const { gateway, element, events } = await opened({ passkeys: true });
    const device = pretendDevice('khoa-mau');
    await vi.waitFor(() => expect(shadow(element, '#number').autocomplete).toBe('username webauthn'));
    expect(shadow(element, '#passkey').getAttribute('aria-describedby')).toBe('passkey-hint');
    expect(await violations(element)).toEqual([]);
    await write(element, '#number', profile.bhxhNumber);
    device.get.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    shadow(element, '#passkey').click();
    await vi.waitFor(() => expect(text(element)).toContain('Thao tác với khóa truy cập đã bị hủy'));
    shadow(element, '#passkey').click();
    await vi.waitFor(() => expect(text(element)).toContain('Khóa truy cập này không đăng nhập được'));
    expect(met(element)).toEqual(['group', 'Chưa đăng nhập được', expect.stringContaining('Khóa truy cập này')]);
    expect(shadow(element, '#number').value).toBe(profile.bhxhNumber);
    const other = clientOf(gateway);
    await other.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    const { codeId } = await other.passkeys.sendCode();
    const { challengeToken } = await other.passkeys.addOptions({ codeId, oneTimeCode: /\d{6}/.exec(gateway.messages.at(-1)!.body)![0] });
    await other.passkeys.add({ challengeToken, credential: { id: 'khoa-mau', type: 'public-key', response: {} }, label: 'A' });
    shadow(element, '#passkey').click();
    await vi.waitFor(() => expect(events).toEqual(['signed-in']));
    await expect(other.profile.read()).rejects.toMatchObject({ code: 'session.taken-over' });
    for (const { url } of gateway.requests) expect(url).not.toContain('khoa-mau');
  });

  it('A7 · where browser or gateway know no passkeys there is no button, and nothing is asked of the device', async () => {
    const { get } = pretendDevice('khoa-mau');
    const { gateway } = await opened();
    await vi.waitFor(() => expect(gateway.requests.map(({ operation }) => operation)).toEqual(['passkeys.signInOptions']));
    vi.stubGlobal('PublicKeyCredential', undefined);
    const old = await opened({ passkeys: true });
    await submitted(old.element);
    await vi.waitFor(() => expect(old.events).toEqual(['signed-in']));
    expect([old.gateway.requests.map(({ operation }) => operation), get.mock.calls]).toEqual([['session.signIn'], []]);
  });

  describe('with VNeID', () => {
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

  it('fits 320 px in both languages', async () => {
    await page.viewport(320, 640);
    for (const lang of ['vi', 'en']) {
      document.documentElement.lang = lang;
      const { element } = await opened();
      await vi.waitFor(() => expect(shadow(element, 'h2').textContent).toBe(lang === 'vi' ? 'Đăng nhập' : 'Sign in'));
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      element.remove();
    }
  });
});
