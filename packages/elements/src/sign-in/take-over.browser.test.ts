import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clientOf, focused, opened, password, profile, shadow, submitted, text, violations } from './testing/entering.js';

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
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('<bhxh-sign-in>, one device at a time', () => {
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

  it('A5 · while the page is in view the session is asked about every minute, and no more once the element is gone', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { gateway, element } = await opened();
    const asked = () => gateway.requests.filter(({ operation }) => operation === 'session.current').length;
    vi.advanceTimersByTime(60_000);
    expect(asked()).toBe(0);
    await submitted(element);
    await vi.waitUntil(() => !element.shadowRoot!.querySelector('#number'));
    const before = asked();
    vi.advanceTimersByTime(60_000);
    await vi.waitUntil(() => asked() > before);
    element.remove();
    const last = asked();
    vi.advanceTimersByTime(180_000);
    expect(asked()).toBe(last);
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
});
