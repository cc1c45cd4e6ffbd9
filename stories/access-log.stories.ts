import '@bhxh-kit/elements/define/access-log.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { personas } from '@bhxh-kit/client/testing';
import type { Access } from '@bhxh-kit/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, shown } from './acts.js';
import { onItsWay, scriptedClient, signedIn } from './clients.js';

const meta: Meta = {
  title: 'bhxh-access-log',
  component: 'bhxh-access-log',
  parameters: {
    docs: {
      description: {
        component: `Ai đã xem dữ liệu của tôi. When which office looked at a person's declarations or decided on them, newest first; officers are told by their office, never by name.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-access-log></bhxh-access-log>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/access-log.js';
</script>
\`\`\`

Without a client a page hands rows in as \`accesses\`.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

const ACTS = ['approved', 'photograph-read', 'case-read', 'paper-received', 'case-read'];
const ROWS: readonly Access[] = ACTS.map((act, at) => ({
  at: new Date(Date.UTC(2026, 0, 12 - at, 2, 15 + at)).toISOString(),
  act,
  role: 'officer',
  agencyCode: at === 4 ? '001' : '00106',
  agencyName: at === 4 ? 'BHXH Tp. Hà Nội' : 'BHXH Tp. Hà Nội » BHXH Quận Đống Đa',
  reference: '00055.GD_2026_001',
}));

export const Looks: Story = { name: 'Đã có người xem', render: () => html`<bhxh-access-log .accesses=${ROWS}></bhxh-access-log>` };
export const None: Story = { name: 'Chưa có ai xem', render: () => html`<bhxh-access-log .accesses=${[]}></bhxh-access-log>` };
export const Narrow: Story = {
  name: 'Khung 320 px',
  render: () => html`<div style="inline-size: 320px"><bhxh-access-log .accesses=${ROWS.slice(0, 2)}></bhxh-access-log></div>`,
};

/** The answer is on its way. */
export const Loading: Story = {
  name: 'Đang tải',
  loaders: [signedIn(personas.employee, { 'accesses.mine': onItsWay })],
  render: (_, { loaded }) => html`<bhxh-access-log .client=${loaded['client'] as BhxhClient}></bhxh-access-log>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-access-log'), '[role=status]')),
};

/** Nobody is signed in. */
export const Failed: Story = {
  name: 'Chưa đăng nhập',
  render: () => html`<bhxh-access-log .client=${scriptedClient()}></bhxh-access-log>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-access-log'), '[role=alert]')),
};

export const English: Story = { ...Looks, name: 'Tiếng Anh', globals: { locale: 'en' } };
