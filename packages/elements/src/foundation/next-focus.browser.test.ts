import { fixture, html } from '@open-wc/testing';
import { html as lit, LitElement } from 'lit';
import { expect, it, vi } from 'vitest';
import { Announcer } from './announcer.js';
import { NextFocus } from './next-focus.js';

class TwoFields extends LitElement {
  drawn = 'first';
  readonly announcer = new Announcer(this);
  readonly next = new NextFocus(this, this.announcer);

  protected override updated(): void {
    this.next.give();
  }
  protected override render(): unknown {
    return lit`${this.announcer.region}<input id=${this.drawn} /><input id="other" />`;
  }
}
customElements.define('two-fields', TwoFields);

const focused = (host: TwoFields) => host.shadowRoot!.activeElement?.id;
const heard = (host: TwoFields) => host.announcer.region.textContent;
const open = () => fixture<TwoFields>(html`<two-fields></two-fields>`);

it('goes to what the next drawing brings, once', async () => {
  const host = await open();
  host.drawn = 'second';
  host.next.to('#second');
  expect(host.next.asked).toBe(true);
  await host.updateComplete;
  expect([focused(host), host.next.asked]).toEqual(['second', false]);
  host.shadowRoot!.querySelector<HTMLElement>('#other')!.focus();
  host.requestUpdate();
  await host.updateComplete;
  expect(focused(host)).toBe('other');
});

it('E6 · whoever comes to a field that is wrong from elsewhere hears it of the field alone, not once more', async () => {
  const host = await open();
  host.announcer.say('Đã lưu.');
  host.next.toFault('#first', 'Hãy nhập mã.');
  await host.updateComplete;
  expect(focused(host)).toBe('first');
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(heard(host)).toBe('');
});

it('E6 · says what is wrong with a field that has the focus already, and takes it back when the focus goes on', async () => {
  const host = await open();
  host.shadowRoot!.querySelector<HTMLElement>('#first')!.focus();
  host.next.toFault('#first', 'Hãy nhập mã.');
  await vi.waitFor(() => expect(heard(host)).toBe('Hãy nhập mã.'));
  host.next.to('#other');
  expect(heard(host)).toBe('');
});

it('leaves what is said of something else', async () => {
  const host = await open();
  host.announcer.say('Đã lưu.');
  host.next.to('#other');
  await vi.waitFor(() => expect(heard(host)).toBe('Đã lưu.'));
});
