import { createClient } from '@bhxh-kit/client';
import { createTestGateway, sampleDeclaration } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import { expect, it, vi } from 'vitest';
import type { BhxhDeclarationStatus } from './declaration-status.js';
import './define.js';

const part = vi.hoisted(() => {
  let come = (): void => {};
  return { came: new Promise<void>((resolve) => (come = resolve)), come: () => come() };
});

vi.mock('./resending.js', async (original) => {
  await part.came;
  return original();
});

it('R17 · a notice asked for while its code was on the way is sent, and said nothing of where another declaration is followed by then', async () => {
  document.documentElement.lang = 'vi';
  const gateway = createTestGateway({ declarations: [{ submission: sampleDeclaration }] });
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
  const element = await fixture<BhxhDeclarationStatus>(
    html`<bhxh-declaration-status .client=${client} reference="00001.GD_2026_001"></bhxh-declaration-status>`,
  );
  const found = async <E extends HTMLElement>(selector: string): Promise<E> => {
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector(selector)).not.toBeNull());
    return element.shadowRoot!.querySelector<E>(selector)!;
  };
  const follow = async () => {
    const contact = await found<HTMLInputElement>('#contact');
    contact.value = sampleDeclaration.mobilePhone;
    contact.dispatchEvent(new InputEvent('input'));
    (await found('[type=submit]')).click();
    return found('[part=resend]');
  };
  const resend = await follow();
  resend.click();
  (resend.nextElementSibling as HTMLElement).click();
  await follow();
  part.come();
  await vi.waitFor(() => expect(gateway.requests.filter(({ operation }) => operation === 'notices.resend')).toHaveLength(1));
  await element.updateComplete;
  expect((await found('.sheet')).textContent).not.toContain('gửi lại thông báo');
});
