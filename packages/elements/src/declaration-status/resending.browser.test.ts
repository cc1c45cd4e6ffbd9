import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { createTestGateway, type Fault, sampleDeclaration, type TestGateway } from '@bhxh-kit/client/testing';
import type { DeclarationStatus } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BhxhDeclarationStatus } from './declaration-status.js';
import './define.js';

const REFERENCE = '00001.GD_2026_001';
const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
const button = (host: Element) => shadow(host, '[part=resend]');
const text = (host: Element) => (host.shadowRoot!.querySelector('.sheet')?.textContent ?? '').replace(/\s+/g, ' ');
const said = (host: Element, words: string) => vi.waitFor(() => expect(text(host)).toContain(words));
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const asked = ({ requests }: TestGateway) => requests.filter(({ operation }) => operation === 'notices.resend').length;

/** A declaration found by its reference, as it stands; `faults` meet whoever wants its notice again. */
async function followed({ status = 'waiting-for-paper', faults = [], submission = sampleDeclaration, sentTo }: Partial<Following> = {}) {
  const gateway = createTestGateway({ declarations: [{ submission }] });
  gateway.script('notices.resend', ...faults);
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const { declarations, notices } = client;
  const resend = async (...call: Parameters<typeof notices.resend>) => ({ ...(await notices.resend(...call)), ...(sentTo && { sentTo }) });
  const follow = async (...call: Parameters<typeof declarations.follow>) => ({ ...(await declarations.follow(...call)), status });
  const answering = { ...client, declarations: { ...declarations, follow }, notices: { resend } } as unknown as BhxhClient;
  const element = await fixture<BhxhDeclarationStatus>(html`<bhxh-declaration-status .client=${answering} reference=${REFERENCE}></bhxh-declaration-status>`);
  const contact = shadow(element, '#contact') as HTMLInputElement;
  contact.value = submission.mobilePhone;
  contact.dispatchEvent(new InputEvent('input'));
  shadow(element, '[type=submit]')!.click();
  await vi.waitFor(() => expect(shadow(element, '.status')).not.toBeNull());
  return { gateway, element };
}
interface Following {
  readonly status: DeclarationStatus | 'queued-at-ward';
  readonly faults: readonly Fault[];
  readonly submission: typeof sampleDeclaration;
  readonly sentTo: readonly string[];
}

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

describe('the notice of receipt, sent again', () => {
  it('R12, R13 · goes by keyboard to whom the declaration names, is told with the contacts masked and when it may be asked for once more, and leaves the focus where it was', async () => {
    const { gateway, element } = await followed();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.matches('h2')).toBe(true));
    while (element.shadowRoot!.activeElement !== button(element)) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await said(element, 'tới số điện thoại ******0001 và thư điện tử n***@example.vn.');
    await said(element, 'bạn có thể gửi lại sau 09:10 ngày 05/01/2026');
    expect(gateway.messages.map(({ to }) => to)).toEqual(['0900000001', 'nguyen.van.a@example.vn']);
    expect(text(element)).not.toContain('0900000001');
    expect(element.shadowRoot!.activeElement).toBe(button(element));
    expect(await violations(element)).toEqual([]);
  });

  it('R12 · goes to the phone alone where no address was given', async () => {
    const { email: _, ...submission } = sampleDeclaration;
    const { element } = await followed({ submission: { ...submission, rulePack: '2021' } });
    button(element)!.click();
    await said(element, 'tới số điện thoại ******0001. ');
  });

  it('R12 · that goes nowhere, because no SMS is sent here and no address was given, is not said to be sent', async () => {
    const { element } = await followed({ sentTo: [] });
    button(element)!.click();
    await said(element, 'Cơ quan này chỉ gửi thông báo qua thư điện tử');
    expect(text(element)).not.toContain('Đã gửi lại');
    expect(shadow(element, '[role=alert] .error')).not.toBeNull();
  });

  it('R13 · is sent once, however quickly the button is pressed twice', async () => {
    const { gateway, element } = await followed({ faults: [{ kind: 'slow', milliseconds: 200 }] });
    button(element)!.click();
    button(element)!.click();
    await said(element, 'Đang gửi lại thông báo…');
    button(element)!.click();
    await said(element, 'Đã gửi lại thông báo');
    expect([asked(gateway), shadow(element, '.error')]).toEqual([1, null]);
  });

  it('R13 · asked for too often is refused with how long to wait, and where that is not known in the words of the catalogue', async () => {
    const { element } = await followed({ faults: [{ kind: 'refused', status: 429, code: 'notice.too-soon', retryAfter: 541 }] });
    button(element)!.click();
    await said(element, 'bạn có thể gửi lại sau 10 phút nữa.');
    expect(shadow(element, '[role=alert] .error')!.textContent).toContain('Thông báo vừa được gửi lại');
    expect(await violations(element)).toEqual([]);
    button(element)!.click();
    await said(element, 'Đã gửi lại thông báo');
    expect(shadow(element, '.error')).toBeNull();
    button(element)!.click();
    await said(element, 'cả mục thư rác, rồi thử lại sau.');
  });

  it('E8 · says what kept it from being sent', async () => {
    const { element } = await followed({ faults: [{ kind: 'cut-before' }, { kind: 'refused', status: 409, code: 'declaration.closed' }] });
    button(element)!.click();
    await said(element, 'Không kết nối được tới máy chủ');
    button(element)!.click();
    await said(element, 'Tờ khai này đã kết thúc');
  });

  it('E5 · is said in English, one minute as one', async () => {
    document.documentElement.lang = 'en';
    const { element } = await followed({ faults: [{ kind: 'refused', status: 429, code: 'notice.too-soon', retryAfter: 20 }] });
    await vi.waitFor(() => expect(button(element)?.textContent).toBe('Send the notice again'));
    button(element)!.click();
    await said(element, 'you can send it again in a minute.');
    button(element)!.click();
    await said(element, 'sent again to the phone ******0001 and the e-mail address n***@example.vn.');
    await said(element, 'you can send it again after 09:10 on 05/01/2026');
  });

  it('R17 · what was said of one declaration is not said of the next', async () => {
    const { element } = await followed();
    button(element)!.click();
    await said(element, 'Đã gửi lại thông báo');
    (button(element)!.nextElementSibling as HTMLElement).click();
    await vi.waitFor(() => expect(shadow(element, '#contact')).not.toBeNull());
    const contact = shadow(element, '#contact') as HTMLInputElement;
    contact.value = '0900000001';
    contact.dispatchEvent(new InputEvent('input'));
    shadow(element, '[type=submit]')!.click();
    await vi.waitFor(() => expect(button(element)).not.toBeNull());
    expect(text(element)).not.toContain('Đã gửi lại');
  });

  it.each([
    ['waiting-for-paper', true],
    ['in-review', true],
    ['approved', false],
    ['rejected', false],
    ['cancelled', false],
    ['queued-at-ward', false],
  ] as const)('R17 · of a declaration that is %s is offered: %s', async (status, offered) => {
    const { element } = await followed({ status });
    expect(button(element) !== null).toBe(offered);
  });
});
