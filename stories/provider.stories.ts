import '@bhxh-kit/elements/define/agency-picker.js';
import '@bhxh-kit/elements/define/provider.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown } from './acts.js';
import { cut, scriptedClient } from './clients.js';

const WORDING = { 'agency-picker.open': 'Chọn nơi nộp hồ sơ', 'agency-picker.heading': 'Chọn nơi nộp hồ sơ', 'agency-picker.choose': 'Nộp ở đây' };

const meta: Meta = {
  title: 'bhxh-provider',
  component: 'bhxh-provider',
  parameters: {
    docs: {
      description: {
        component: `Gives the elements inside it one client, one language and the place of the kit's files.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-agency-picker label="Cơ quan BHXH tiếp nhận"></bhxh-agency-picker>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/agency-picker.js';
</script>
\`\`\`

A page with a client of its own sets \`provider.client = bhxh\` and needs no \`base-url\`.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

/** The elements inside ask the client of the provider: here the picker reads the path of its choice. */
export const Connected: Story = {
  render: () => html`<bhxh-provider .client=${scriptedClient()}>
    <p>Nơi nộp Mẫu 01 đã ký:</p>
    <bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" value="00106"></bhxh-agency-picker>
  </bhxh-provider>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-agency-picker'), '.path')),
};

/** An address that cannot be used is told to the developer of the page, in words that name the way out. */
export const WrongBaseUrl: Story = {
  render: () => html`<bhxh-provider base-url="http://gateway.example.vn">
    <p>Nội dung của trang vẫn còn.</p>
  </bhxh-provider>`,
};

/** The gateway cannot be reached: each element inside says so itself. */
export const Unreachable: Story = {
  render: () => html`<bhxh-provider .client=${scriptedClient({ 'agencies.list': cut(1) })}>
    <bhxh-agency-picker inline label="Cơ quan BHXH tiếp nhận"></bhxh-agency-picker>
  </bhxh-provider>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-agency-picker'), '[role=alert]')),
};

/** The provider's language; a `lang` inside it wins. */
export const TwoLanguages: Story = {
  render: () => html`<bhxh-provider lang="en" .client=${scriptedClient()}>
    <bhxh-agency-picker label="Receiving office"></bhxh-agency-picker>
    <div lang="vi"><bhxh-agency-picker label="Cơ quan BHXH tiếp nhận"></bhxh-agency-picker></div>
  </bhxh-provider>`,
};

/** The host's own wording, for every element inside. */
export const HostWording: Story = {
  render: () => html`<bhxh-provider .client=${scriptedClient()} .messages=${WORDING}>
    <bhxh-agency-picker label="Nơi nộp hồ sơ"></bhxh-agency-picker>
  </bhxh-provider>`,
  play: async ({ canvasElement }) => {
    const picker = await shown(canvasElement, 'bhxh-agency-picker');
    await press(picker, '#control');
    await inside(picker, '[role=treeitem]');
  },
};
