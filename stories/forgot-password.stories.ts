import '@bhxh-kit/elements/define/forgot-password.js';
import { personas } from '@bhxh-kit/client/testing';
import type { BhxhForgotPassword } from '@bhxh-kit/elements/forgot-password.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { cut, scriptedClient } from './clients.js';

const meta: Meta = {
  title: 'bhxh-forgot-password',
  component: 'bhxh-forgot-password',
  parameters: {
    docs: {
      description: {
        component: `Quên mật khẩu. The BHXH number and a registered contact, then the one-time code that was sent there and a new password. Says the same whether or not there is such an account.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-forgot-password><a slot="done" href="/dang-nhap">Đăng nhập</a></bhxh-forgot-password>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/forgot-password.js';
</script>
\`\`\``,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

const element = (client = scriptedClient()) =>
  html`<bhxh-forgot-password .client=${client}><p slot="done">Trang đăng nhập: dang-nhap.example.vn</p></bhxh-forgot-password>`;

async function asked(canvas: HTMLElement): Promise<BhxhForgotPassword> {
  const forgot = await shown(canvas, 'bhxh-forgot-password');
  await type(forgot, '#number', personas.employee.profile.bhxhNumber);
  await type(forgot, '#contact', '0900000001');
  await press(forgot, '[type=submit]');
  return forgot;
}

/** Who are you, and where are you reached? */
export const Person: Story = {
  render: () => element(),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-forgot-password'), '#number')),
};

/** The code was sent, if there is such an account; a password that will not do is told while it is typed. */
export const Code: Story = {
  ...Person,
  play: async ({ canvasElement }) => {
    const forgot = await asked(canvasElement);
    await inside(forgot, '#code');
    await type(forgot, '#new', 'matkhau2026');
  },
};

/** The gateway cannot be reached: nothing typed is lost. */
export const Failed: Story = {
  render: () => element(scriptedClient({ 'passwords.requestReset': cut(1) })),
  play: async ({ canvasElement }) => void (await inside(await asked(canvasElement), '.problem')),
};

/** In a side bar of 320 px. */
export const Narrow: Story = { ...Code, render: () => html`<div class="sidebar">${element()}</div>` };
