import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { met } from '../foundation/testing/met.js';
import { pretendDevice } from '../foundation/testing/pretend-device.js';
import { clientOf, DAY, focused, opened, password, profile, shadow, signIns, submitted, text, violations, write } from './testing/entering.js';

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
