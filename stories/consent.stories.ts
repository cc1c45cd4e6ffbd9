import '@bhxh-kit/elements/define/consent.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { personas } from '@bhxh-kit/client/testing';
import type { BhxhConsent } from '@bhxh-kit/elements/consent.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown } from './acts.js';
import { cut, scriptedClient, waitingClient } from './clients.js';

const meta: Meta = {
  title: 'bhxh-consent',
  component: 'bhxh-consent',
  parameters: {
    docs: {
      description: {
        component: `Trước khi bạn bắt đầu. What this is, the terms, and consent to each purpose by itself; later what was agreed to, to be read and taken back.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-consent><a slot="done" href="/dang-nhap">Đăng nhập</a></bhxh-consent>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/consent.js';
</script>
\`\`\`

The texts come from the gateway. Before sign-in the choice is kept in the memory of the page and recorded with the first sign-in of the same client.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

const element = (client: BhxhClient) => html`<bhxh-consent .client=${client}><p slot="done">Trang thẻ BHYT: the.example.vn</p></bhxh-consent>`;

/** What this is, before anything is asked. */
export const Before: Story = {
  render: () => element(scriptedClient()),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-consent'), '#go-on')),
};

/** Purpose by purpose; the necessary one was left out. */
export const Choose: Story = {
  ...Before,
  play: async ({ canvasElement }) => {
    const consent = await shown(canvasElement, 'bhxh-consent');
    await press(consent, '#go-on');
    await press(consent, '#agree-device-copy');
    await press(consent, '[type=submit]');
    await inside(consent, '#agree-account-error');
  },
};

/** A client of somebody who agreed to two purposes. */
async function agreed(consent: BhxhConsent): Promise<void> {
  const client = scriptedClient();
  const { profile, password } = personas.employee;
  await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
  const { textVersion } = await client.consents.texts({ locale: 'vi' });
  await client.consents.give({ textVersion, purposes: ['account', 'reminders'], locale: 'vi', channel: 'page' });
  consent.client = client;
}

/** What was agreed to, since when and in which words. */
export const Mine: Story = {
  render: () => html`<bhxh-consent></bhxh-consent>`,
  play: async ({ canvasElement }) => {
    const consent = await shown(canvasElement, 'bhxh-consent');
    await agreed(consent);
    await inside(consent, '#leave-reminders');
  },
};

/** What taking it back means, before it is done. */
export const Withdraw: Story = {
  ...Mine,
  play: async ({ canvasElement }) => {
    const consent = await shown(canvasElement, 'bhxh-consent');
    await agreed(consent);
    await press(consent, '#leave-reminders');
    await inside(consent, '#sure');
  },
};

/** In English, purpose by purpose; the necessary one was left out. */
export const English: Story = { ...Choose, globals: { locale: 'en' } };

/** The words of the consent are on their way. */
export const Loading: Story = {
  render: () => element(waitingClient()),
  // Its `updateComplete` waits for the words, too.
  play: async ({ canvasElement }) => void (await inside(canvasElement, '[role=status]')),
};

/** The words of the consent could not be loaded: nothing is asked, and it can be tried again. */
export const Failed: Story = {
  render: () => element(scriptedClient({ 'consents.texts': cut(1) })),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-consent'), '[role=alert] button')),
};
