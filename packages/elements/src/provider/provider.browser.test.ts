import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { kitContext } from '../foundation/kit-context.js';
import './define.js';
import type { BhxhProvider } from './provider.js';

class Reader extends LitElement {
  told = 0;
  settings = new ContextConsumer(this, { context: kitContext, subscribe: true, callback: () => this.told++ });
}
customElements.define('settings-reader', Reader);

const provider = async (props: Partial<BhxhProvider>) => {
  const element = await fixture<BhxhProvider>(html`<bhxh-provider><p><settings-reader></settings-reader></p></bhxh-provider>`);
  Object.assign(element, props);
  await element.updateComplete;
  return { element, reader: element.querySelector<Reader>('settings-reader')! };
};

describe('<bhxh-provider>', () => {
  it('gives its client, language and place of files, and tells again when a session begins', async () => {
    let begin = () => {};
    const client = { onSessionChange: (listener: () => void) => ((begin = listener), () => {}) } as never;
    const { reader } = await provider({ client, locale: 'en', assetsBase: '/kit' });
    expect(reader.settings.value).toMatchObject({ client, locale: 'en', assetsBase: `${location.origin}/kit/` });
    const { told } = reader;
    begin();
    expect(reader.told).toBe(told + 1);
  });

  it('makes a client for its address, and another for another', async () => {
    const { element, reader } = await provider({ baseUrl: 'https://gateway.example.vn' });
    const first = reader.settings.value!.client;
    expect(first).toBeDefined();
    element.baseUrl = 'https://other.example.vn';
    await element.updateComplete;
    expect(reader.settings.value!.client).not.toBe(first);
  });

  it.each(['http://gateway.example.vn', 'gateway.example.vn', 'gateway.example.vn:8443/v1', 'https://an:mat-khau@example.vn', 'https://'])(
    'says once that %s cannot be used, without printing it, and never throws',
    async (baseUrl) => {
      const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
      const { element, reader } = await provider({ baseUrl });
      expect(element.shadowRoot!.querySelector('[part=problem]')?.textContent).toContain('base-url');
      expect([logged.mock.calls.length, String(logged.mock.calls[0]).includes('mat-khau'), reader.settings.value!.client]).toEqual([1, false, undefined]);
      expect((await axe.run(element)).violations).toEqual([]);
      logged.mockRestore();
    },
  );

  it('tells it in the language of the page', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { element } = await provider({ baseUrl: 'gateway.example.vn', locale: 'vi' });
    const told = () => element.shadowRoot!.querySelector('[part=problem]')!.textContent;
    expect(told()).toMatch(/base-url không dùng được.*https:\/\/ đầy đủ.*đường dẫn/);
    element.locale = 'en';
    await vi.waitFor(() => expect(told()).toMatch(/base-url cannot be used.*full https:\/\/ address/));
    expect(logged.mock.calls).toEqual([[expect.stringMatching(/base-url.*https:\/\//)]]);
    logged.mockRestore();
  });

  it.each(['/api', './x', '../v1.2/api', 'api', '/gateway.example.vn'])('takes %s for a path of the page', async (baseUrl) => {
    const { element, reader } = await provider({ baseUrl });
    expect([element.shadowRoot!.querySelector('[part=problem]'), reader.settings.value!.client?.baseUrl]).toEqual([null, new URL(baseUrl, location.href).href]);
  });

  it('takes over from a provider around what it does not say itself', async () => {
    const client = { onSessionChange: () => () => {} } as never;
    const box = await fixture<BhxhProvider>(
      html`<bhxh-provider .client=${client} locale="en"><bhxh-provider assets-base="/inner/"><settings-reader></settings-reader></bhxh-provider></bhxh-provider>`,
    );
    await new Promise((resolve) => setTimeout(resolve));
    expect(box.querySelector<Reader>('settings-reader')!.settings.value).toMatchObject({ client, locale: 'en', assetsBase: `${location.origin}/inner/` });
  });

  it('leaves no listener after 100 mounts', async () => {
    let listening = 0;
    const client = { onSessionChange: () => (listening++, () => listening--) } as never;
    for (let mount = 0; mount < 100; mount++) {
      const element = document.createElement('bhxh-provider');
      element.client = client;
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    }
    expect(listening).toBe(0);
  });
});
