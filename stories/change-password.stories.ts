import '@bhxh-kit/elements/define/change-password.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { personas } from '@bhxh-kit/client/testing';
import type { BhxhChangePassword } from '@bhxh-kit/elements/change-password.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { scriptedClient } from './clients.js';

const meta: Meta = {
  title: 'bhxh-change-password',
  component: 'bhxh-change-password',
  parameters: {
    docs: {
      description: {
        component: `Đổi mật khẩu. The password in use, the new one twice, then the one-time code that was sent to the registered contact.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-change-password><a slot="signed-out" href="/dang-nhap">Đăng nhập</a></bhxh-change-password>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/change-password.js';
</script>
\`\`\`

Where signing in answered that the password is too old, the element takes the \`ticket\` it gave and asks for the new one alone.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj<{ client: BhxhClient }>;

const { password, profile } = personas.employee;
const NEW = 'trời hôm nay đẹp';

/** A client of a person who is signed in. */
async function signedIn(): Promise<{ client: BhxhClient }> {
  const client = scriptedClient();
  await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
  return { client };
}

const base: Story = {
  loaders: [signedIn],
  render: (_, { loaded }) => html`<bhxh-change-password .client=${loaded['client'] as BhxhClient}></bhxh-change-password>`,
};

async function filled(canvas: HTMLElement, chosen: string, again = chosen): Promise<BhxhChangePassword> {
  const element = await shown(canvas, 'bhxh-change-password');
  await type(element, '#current', password);
  await type(element, '#new', chosen);
  await type(element, '#again', again);
  await press(element, '[type=submit]');
  return element;
}

/** The passwords, with the age of the one in use. */
export const Passwords: Story = { ...base, play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-change-password'), '#age')) };

/** A password many people have, and a second one that differs. */
export const Faults: Story = {
  ...base,
  play: async ({ canvasElement }) => void (await inside(await filled(canvasElement, 'matkhau2026', 'matkhau2027'), '#new-error')),
};

/** The code is on its way. */
export const Code: Story = { ...base, play: async ({ canvasElement }) => void (await inside(await filled(canvasElement, NEW), '#code')) };

/** Nobody is signed in. */
export const SignedOut: Story = {
  render: () => html`<bhxh-change-password .client=${scriptedClient()}><p slot="signed-out">Trang đăng nhập: dang-nhap.example.vn</p></bhxh-change-password>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-change-password'), 'h2')),
};
