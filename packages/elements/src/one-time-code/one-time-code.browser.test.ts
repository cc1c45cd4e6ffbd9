import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { heard } from '../foundation/testing/heard.js';
import { formSuite } from '../foundation/testing/form-suite.js';
import type { BhxhOneTimeCode } from './one-time-code.js';
import './define.js';

const control = (element: BhxhOneTimeCode) => element.shadowRoot!.querySelector<HTMLInputElement>('#control')!;
const text = (element: BhxhOneTimeCode) => element.shadowRoot!.textContent.replace(/\s+/g, ' ');
const again = (element: BhxhOneTimeCode) => element.shadowRoot!.querySelector('button')!;
/** A code sent a while ago by a gateway whose clock is years behind. */
const sentAgo = (seconds: number) => ({ sentTo: '******0001', sentAt: new Date(Date.UTC(2020, 0, 5) - seconds * 1000).toISOString() });

async function inForm() {
  const form = await fixture<HTMLFormElement>(html`<form><bhxh-one-time-code name="code" required></bhxh-one-time-code></form>`);
  const element = form.querySelector('bhxh-one-time-code')!;
  const changes: string[] = [];
  element.addEventListener('change', ({ value }) => changes.push(value));
  return { form, element, changes, sent: () => new FormData(form).get('code') };
}

beforeEach(() => void (document.documentElement.lang = 'vi'));

formSuite({ tag: 'bhxh-one-time-code', value: '123456', submitted: [['field', '123456']], kept: '123456', missing: /Hãy nhập mã/ });

describe('<bhxh-one-time-code>', () => {
  it('A5 · takes six digits, pasted with spaces or typed, submits them, and resets', async () => {
    const { form, element, changes, sent } = await inForm();
    expect((await axe.run(element)).violations).toEqual([]);
    element.focus();
    await userEvent.keyboard('12');
    expect(form.checkValidity()).toBe(false);
    control(element).value = ' 123-456 ';
    control(element).dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    expect([element.value, control(element).value, sent(), form.checkValidity()]).toEqual(['123456', '123456', '123456', true]);
    expect(changes).toEqual(['1', '12', '123456']);
    form.reset();
    expect([element.value, sent()]).toEqual(['', '']);
  });

  it('A5 · tells what is wrong once the person left it, and what the gateway said until the next letter', async () => {
    const { form, element } = await inForm();
    expect(form.reportValidity()).toBe(false);
    await element.updateComplete;
    expect(text(element)).toContain('Hãy nhập mã trong tin nhắn hoặc thư');
    element.value = '123456';
    element.tell({ code: 'one-time-code.wrong', facts: { triesLeft: 3 } });
    await element.updateComplete;
    expect(text(element)).toContain('còn 3 lần thử');
    expect(control(element).getAttribute('aria-describedby')).toContain('error');
    expect((await axe.run(element)).violations).toEqual([]);
    element.focus();
    await userEvent.keyboard('{End}{Backspace}6');
    expect(element.validity.valid).toBe(true);
    element.tell({ code: 'one-time-code.locked' });
    await userEvent.keyboard('{End}{Backspace}7');
    expect(element.validationMessage).toContain('Mã đã bị khóa');
    element.sent = sentAgo(0);
    await element.updateComplete;
    expect([element.value, element.validationMessage]).toEqual(['', 'Hãy nhập mã trong tin nhắn hoặc thư.']);
  });

  it('A5 · a new one empties the field, but for what was typed while it was on its way', async () => {
    const { element } = await inForm();
    const sending = async (typed: string) => {
      element.sending = true;
      await element.updateComplete;
      element.value = typed;
      element.sending = false;
      element.sent = sentAgo(0);
      await element.updateComplete;
      return element.value;
    };
    // It may have come before the gateway's answer, over a slow network.
    expect(await sending('123456')).toBe('123456');
    expect(await sending('123456')).toBe('');
    element.value = '654321';
    element.sent = sentAgo(0);
    await element.updateComplete;
    expect(element.value).toBe('');
  });

  it('A5 · counts down by the gateway’s clock to when another can be sent; one that is over says so', async () => {
    const { element } = await inForm();
    const asked = vi.fn();
    element.addEventListener('send-again', () => asked());
    element.sent = sentAgo(0);
    await element.updateComplete;
    expect(text(element)).toContain('Mã đã gửi tới ******0001. Mã dùng một lần, trong 10 phút.');
    expect(text(element)).toMatch(/Gửi lại sau (59|60) giây/);
    again(element).click();
    expect([again(element).disabled, asked.mock.calls.length]).toEqual([true, 0]);
    element.sent = { ...sentAgo(0), sendAgainAt: sentAgo(-1).sentAt };
    await vi.waitFor(() => expect(again(element).disabled).toBe(false), { timeout: 5_000 });
    again(element).click();
    expect(asked).toHaveBeenCalledOnce();
    element.sent = { ...sentAgo(0), expiresAt: sentAgo(-1).sentAt };
    await vi.waitFor(() => expect(text(element)).toContain('Mã đã hết hạn'), { timeout: 5_000 });
    expect((await axe.run(element)).violations).toEqual([]);
  });

  it('A5 · says what is wrong again where nothing of it changed', async () => {
    const { form, element } = await inForm();
    const again = heard(element.shadowRoot!.querySelector('[role=status]')!);
    const times = (count: number, words: string) =>
      vi.waitFor(() => expect(again).toEqual(Array.from({ length: count }, () => expect.stringContaining(words) as string)), { timeout: 2_000 });
    form.append(document.createElement('button'));
    element.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(text(element)).toContain('Hãy nhập mã'));
    expect(again).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await times(1, 'Hãy nhập mã');
    element.showError();
    await times(2, 'Hãy nhập mã');
    // Who only asks whether it is right is told nothing, nor who is elsewhere.
    element.checkValidity();
    await new Promise((rest) => setTimeout(rest, 300));
    form.querySelector('button')!.focus();
    element.showError();
    await new Promise((rest) => setTimeout(rest, 300));
    expect(again).toHaveLength(2);
    element.focus();
    again.length = 0;
    element.value = '123456';
    element.tell({ code: 'one-time-code.locked' });
    await element.updateComplete;
    await new Promise((rest) => setTimeout(rest, 300));
    expect(again).toEqual([]);
    element.tell({ code: 'one-time-code.locked' });
    await times(1, 'Mã đã bị khóa');
  });

  it('A5 · a disabled fieldset disables it', async () => {
    const fieldset = await fixture<HTMLFieldSetElement>(
      html`<fieldset disabled><bhxh-one-time-code label="Mã" .sent=${sentAgo(90)}></bhxh-one-time-code></fieldset>`,
    );
    const element = fieldset.querySelector('bhxh-one-time-code')!;
    await element.updateComplete;
    expect([control(element).disabled, again(element).disabled, element.willValidate]).toEqual([true, true, false]);
  });
});
