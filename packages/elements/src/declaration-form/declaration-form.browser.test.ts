import { createClient } from '@bhxh-kit/client';
import { createTestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BhxhDeclarationForm } from './declaration-form.js';
import './define.js';

const PORTRAIT = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xd9])], { type: 'image/jpeg' });

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

async function opened(options: TestGatewayOptions = {}, attributes: Partial<BhxhDeclarationForm> = {}) {
  const gateway = createTestGateway(options);
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const element = await fixture<BhxhDeclarationForm>(html`<bhxh-declaration-form .client=${client}></bhxh-declaration-form>`);
  Object.assign(element, attributes);
  await vi.waitFor(() => expect(heading(element)).toContain('1/'));
  return { gateway, client, element };
}
const inside = (element: BhxhDeclarationForm, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const heading = (element: BhxhDeclarationForm) => inside(element, 'h2')?.textContent?.trim() ?? '';

describe('<bhxh-declaration-form>', () => {
  it('opens', async () => {
    const { element } = await opened();
    expect(heading(element)).toBe('Bước 1/5: Loại đối tượng');
  });
});
